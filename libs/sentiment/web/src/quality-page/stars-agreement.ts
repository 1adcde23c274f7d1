import { HttpClient } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { TranslocoPipe } from '@jsverse/transloco';
import { filterParams, FilterStore } from '@moodline/comments/web';
import { starsAgreementSchema } from '@moodline/sentiment/contract';
import { LocaleStore } from '@moodline/shared/ui';
import { catchError, map, of, switchMap } from 'rxjs';

/** How often the labels say what the authors' stars say. Not there where no comment has both. */
@Component({
  selector: 'ml-stars-agreement',
  imports: [TranslocoPipe],
  template: `
    @if (found(); as agreement) {
      <section class="card" aria-labelledby="stars-agreement-title">
        <h2 id="stars-agreement-title">{{ 'sentiment.quality.stars.title' | transloco: agreement }}</h2>
        <p class="muted">{{ 'sentiment.quality.stars.text' | transloco }}</p>
        <ul class="numbers">
          @for (row of agreement.rows; track $index) {
            <li>{{ 'sentiment.quality.stars.row' | transloco: row }}</li>
          }
        </ul>
      </section>
    }
  `,
})
export class StarsAgreement {
  private readonly http = inject(HttpClient);
  private readonly filters = inject(FilterStore);
  private readonly locale = inject(LocaleStore);

  private readonly answer = toSignal(
    toObservable(this.filters.filter).pipe(
      switchMap((filter) =>
        this.http.get('/api/quality/stars', { params: filterParams(filter) }).pipe(
          map((body) => starsAgreementSchema.parse(body)),
          // The page says itself when its numbers cannot be loaded.
          catchError(() => of(null)),
        ),
      ),
    ),
  );
  protected readonly found = computed(() => {
    const answer = this.answer();
    if (!answer?.n) return null;
    const formats = this.locale.formats();
    const name = (label: string) => this.locale.translate(`filter.label.${label}`);
    return {
      n: formats.number(answer.n),
      share: formats.percent(answer.agree / answer.n),
      rows: answer.rows
        .filter(({ stars, label }) => stars !== label)
        .map(({ stars, label, count }) => ({ stars: name(stars), label: name(label), count: formats.number(count) })),
    };
  });
}
