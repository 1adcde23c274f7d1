import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Fact } from '@moodline/narration/contract';
import { CommentDrawerOpener, type CommentSelection } from '@moodline/comments/web';
import { LocaleStore } from '@moodline/shared/ui';
import { commentsBehind } from './comments-behind';
import { factWords } from './fact-words';

/** All facts of an answer to fold out: what it rests on, said without hovering. */
@Component({
  selector: 'ml-fact-list',
  imports: [TranslocoPipe],
  template: `
    <details>
      <summary>{{ 'chat.answer.facts' | transloco: { n: facts().length } }}</summary>
      <ol>
        @for (row of rows(); track row.id) {
          <li class="numbers">
            <span class="muted">{{ row.id }}</span>
            <span>
              @if (row.quote) {
                <span class="quote">{{ row.quote }}</span>
              }
              @if (row.target; as target) {
                <button type="button" class="link-button" (click)="open(target, row.words)">{{ row.words }}</button>
              } @else {
                <span>{{ row.words }}</span>
              }
            </span>
          </li>
        }
      </ol>
    </details>
  `,
  styleUrl: './fact-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FactList {
  private readonly drawer = inject(CommentDrawerOpener);
  private readonly locale = inject(LocaleStore);

  readonly facts = input.required<readonly Fact[]>();

  protected readonly rows = computed(() =>
    this.facts().map((fact) => ({ id: fact.id, ...factWords(fact, this.locale), target: commentsBehind(fact) })),
  );

  protected open(target: CommentSelection, words: string): void {
    this.drawer.open(target, words);
  }
}
