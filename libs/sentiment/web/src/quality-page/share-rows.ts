import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EvaluationPart } from '@moodline/sentiment/contract';
import { LocaleStore } from '@moodline/shared/ui';
import { ENOUGH, intervalWords, scoreWords } from './measurement';

/** Scores of a part of the rows, under its name. */
export interface NamedPart {
  readonly name: string;
  readonly part: EvaluationPart;
}

/** Agreement of each part as a dot with its interval, all on one scale; parts with few rows are muted. */
@Component({
  selector: 'ml-share-rows',
  imports: [TranslocoPipe],
  template: `
    <table class="table">
      <caption class="visually-hidden">
        {{
          heading()
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ heading() }}</th>
          <th scope="col" class="number">{{ 'sentiment.quality.accuracy' | transloco }}</th>
          <th scope="col" class="scale" aria-hidden="true"></th>
          <th scope="col" class="number score">{{ 'sentiment.quality.macroF1' | transloco }}</th>
          <th scope="col" class="number">n</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.name) {
          <tr [class.few]="row.few">
            <th scope="row">{{ row.name }}</th>
            <td class="number">
              {{ row.value }} <span class="muted small">{{ row.interval }}</span>
            </td>
            <td class="scale" aria-hidden="true">
              @if (row.share.value !== null) {
                <span class="track">
                  <span
                    class="range"
                    [style.inset-inline-start.%]="(row.share.low ?? 0) * 100"
                    [style.inline-size.%]="((row.share.high ?? 0) - (row.share.low ?? 0)) * 100"
                  ></span>
                  <span class="dot" [style.inset-inline-start.%]="row.share.value * 100"></span>
                </span>
              }
            </td>
            <td class="number score">{{ row.macroF1 }}</td>
            <td class="number">{{ row.n }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    :host {
      display: block;
      overflow-x: auto;
    }
    tbody th {
      font-weight: 400;
      overflow-wrap: anywhere;
    }
    .number {
      white-space: nowrap;
    }
    .scale {
      inline-size: 30%;
      vertical-align: middle;
    }
    .track {
      position: relative;
      display: block;
      block-size: 12px;
      border-block-end: 1px solid var(--line);
    }
    .range {
      position: absolute;
      inset-block-start: 5px;
      block-size: 2px;
      background: var(--accent);
    }
    .dot {
      position: absolute;
      inset-block-start: 2px;
      inline-size: 8px;
      block-size: 8px;
      margin-inline-start: -4px;
      border-radius: 50%;
      background: var(--accent);
    }
    .few .range {
      background: var(--neutral);
    }
    .few .dot {
      border: 2px solid var(--neutral);
      background: var(--surface);
    }
    @media (max-width: 720px) {
      .scale,
      .score {
        display: none;
      }
      .table th,
      .table td {
        padding-inline: var(--space-1);
      }
    }
  `,
})
export class ShareRows {
  private readonly locale = inject(LocaleStore);

  readonly heading = input.required<string>();
  readonly parts = input.required<readonly NamedPart[]>();

  protected readonly rows = computed(() => {
    const formats = this.locale.formats();
    return this.parts().map(({ name, part: { accuracy: share, macroF1 } }) => ({
      name,
      share,
      few: share.n < ENOUGH,
      value: share.value === null ? '–' : formats.percent(share.value),
      interval: [
        intervalWords(share, formats),
        ...(share.n < ENOUGH ? [this.locale.translate('sentiment.quality.few')] : []),
      ].join(' · '),
      macroF1: scoreWords(macroF1),
      n: formats.number(share.n),
    }));
  });
}
