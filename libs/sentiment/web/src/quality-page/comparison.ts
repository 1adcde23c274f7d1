import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LABELS } from '@moodline/comments/contract';
import { LocaleStore } from '@moodline/shared/ui';
import { intervalWords, type Measurement, scoreWords, verdictOf } from './measurement';
import { MeasurementNames } from './measurement-names';

/** Two measurements side by side: each score, the difference, and whether it is more than chance. */
@Component({
  selector: 'ml-comparison',
  imports: [TranslocoPipe],
  template: `
    <h2>{{ verdict() }}</h2>
    <p class="muted small">{{ basis() }}</p>
    <div class="table-scroll">
      <table class="table">
        <caption class="visually-hidden">
          {{
            verdict()
          }}
        </caption>
        <thead>
          <tr>
            <td></td>
            <th scope="col" class="number">{{ names.of(first()) }}</th>
            <th scope="col" class="number">{{ names.of(second()) }}</th>
            <th scope="col" class="number">{{ 'sentiment.quality.compare.difference' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.name) {
            <tr>
              <th scope="row">{{ row.name }}</th>
              <td class="number">{{ row.first }}</td>
              <td class="number">{{ row.second }}</td>
              <td class="number">{{ row.difference }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }
    thead th {
      white-space: normal;
      overflow-wrap: anywhere;
    }
    tbody th {
      font-weight: 400;
    }
  `,
})
export class Comparison {
  private readonly locale = inject(LocaleStore);
  protected readonly names = inject(MeasurementNames);

  readonly first = input.required<Measurement>();
  readonly second = input.required<Measurement>();

  protected readonly verdict = computed(() => {
    const [a, b] = [this.first().result.accuracy, this.second().result.accuracy];
    const points = Math.round(Math.abs((b.value ?? 0) - (a.value ?? 0)) * 100);
    return this.say(verdictOf(a, b), { points, name: this.names.of(this.second()) });
  });
  protected readonly basis = computed(() => {
    const [a, b] = [this.first(), this.second()].map(({ evaluation }) =>
      evaluation ? this.names.set(evaluation.set) : this.names.set({ kind: 'corrections', id: null, name: '' }),
    );
    return this.say(a === b ? 'sameSet' : 'otherSet');
  });
  protected readonly rows = computed(() => {
    const [a, b] = [this.first().result, this.second().result];
    const share = (
      name: string,
      left: number | null | undefined,
      right: number | null | undefined,
      interval?: [string, string],
    ) => this.row(name, [left ?? null, right ?? null], { as: 'share', interval });
    const interval = (share: typeof a.accuracy) => ` (${intervalWords(share, this.locale.formats())})`;
    return [
      share(this.locale.translate('sentiment.quality.accuracy'), a.accuracy.value, b.accuracy.value, [
        interval(a.accuracy),
        interval(b.accuracy),
      ]),
      this.row(this.locale.translate('sentiment.quality.macroF1'), [a.macroF1, b.macroF1], { as: 'score' }),
      ...LABELS.map((label, index) =>
        this.row(
          this.say('f1', { label: this.locale.translate(`filter.label.${label}`) }),
          [a.labels[index]?.f1 ?? null, b.labels[index]?.f1 ?? null],
          { as: 'score' },
        ),
      ),
      share(this.locale.translate('sentiment.quality.calibration'), a.calibrationError, b.calibrationError),
      { name: 'n', first: this.number(a.accuracy.n), second: this.number(b.accuracy.n), difference: '' },
    ];
  });

  private row(
    name: string,
    [left, right]: readonly [number | null, number | null],
    { as, interval = ['', ''] }: { as: 'share' | 'score'; interval?: [string, string] },
  ) {
    const words = (value: number | null) =>
      as === 'score' ? scoreWords(value) : value === null ? '–' : this.percent(value);
    const both = left !== null && right !== null;
    const difference = !both
      ? ''
      : as === 'share'
        ? this.say('points', { points: this.locale.formats().signed(Math.round(right * 100) - Math.round(left * 100)) })
        : this.signed(right - left);
    return { name, first: words(left) + interval[0], second: words(right) + interval[1], difference };
  }

  private signed(value: number): string {
    const words = this.locale.formats().number(Math.round(value * 100) / 100, 2);
    return value >= 0.005 ? `+${words}` : words;
  }

  private percent(value: number): string {
    return this.locale.formats().percent(value);
  }

  private number(value: number): string {
    return this.locale.formats().number(value);
  }

  private say(key: string, values?: Record<string, unknown>): string {
    return this.locale.translate(`sentiment.quality.compare.${key}`, values);
  }
}
