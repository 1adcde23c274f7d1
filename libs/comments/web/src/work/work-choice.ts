import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { WorkFilter } from '@moodline/comments/contract';
import { Working } from './working';

/** All comments, or those that the team has open or done. */
@Component({
  selector: 'ml-work-choice',
  imports: [TranslocoPipe],
  template: `
    <label>
      <span class="muted">{{ 'comments.work.filter.title' | transloco }}</span>
      <select #choice class="input" (change)="chosen.emit(read(choice.value))">
        @for (option of options(); track option.value) {
          <option [value]="option.value" [selected]="option.value === value()">
            {{ 'comments.work.filter.' + option.words | transloco: { name: option.name } }}
          </option>
        }
      </select>
    </label>
  `,
  styles: `
    label {
      display: flex;
      align-items: center;
      gap: var(--space-2);
    }
    select {
      inline-size: auto;
      max-inline-size: 14em;
    }
    @media (max-width: 560px) {
      .muted {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }
    }
  `,
})
export class WorkChoice {
  private readonly working = inject(Working);
  readonly filter = input.required<WorkFilter>();
  readonly chosen = output<WorkFilter>();

  protected readonly value = computed(() => {
    const { state, assignee } = this.filter();
    return state === undefined && assignee === undefined ? '' : `${state ?? 'open'}:${assignee ?? ''}`;
  });
  protected readonly options = computed(() => {
    const people = this.working.people();
    const me = people.find((person) => person.me);
    const of = (id: number | string) => `open:${id}`;
    return [
      { value: '', words: 'any', name: '' },
      { value: of(''), words: 'open', name: '' },
      ...(me ? [{ value: of(me.id), words: 'mine', name: '' }] : []),
      { value: of('none'), words: 'free', name: '' },
      ...people.filter((one) => !one.me).map(({ id, name }) => ({ value: of(id), words: 'of', name })),
      { value: 'done:', words: 'done', name: '' },
    ];
  });

  protected read(value: string): WorkFilter {
    return readWork(...(value.split(':') as [string, string?]));
  }
}

/** What an address or a choice says of the team's work; what is none narrows nothing. */
export function readWork(state?: string | null, assignee?: string | null): WorkFilter {
  const known = state === 'open' || state === 'done' ? state : undefined;
  if (assignee === 'none') return { ...(known && { state: known }), assignee };
  const id = Number(assignee);
  return { ...(known && { state: known }), ...(Number.isInteger(id) && id > 0 && { assignee: id }) };
}
