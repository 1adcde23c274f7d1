import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { keptAnswer, LocaleStore, NO_QUESTION, ServerEvents } from '@moodline/shared/ui';
import { ENOUGH, intervalWords } from '../quality-page/measurement';
import { SentimentClient } from '../sentiment.client';

/** Corrections may make news each second (ms). */
const REFRESH_EVERY = 10_000;

/** One line: how right the labels were on the comments that people here have judged. Where nobody has judged any, it says so. */
@Component({
  selector: 'ml-judged-share',
  imports: [RouterLink, TranslocoPipe],
  template: `
    @if (words(); as said) {
      <p class="small">
        {{ 'sentiment.judged.' + said.key | transloco: said }}
        <a routerLink="/quality">{{ 'sentiment.judged.more' | transloco }}</a>
      </p>
    }
  `,
  styles: `
    p {
      color: var(--muted);
    }
  `,
})
export class JudgedShare {
  private readonly client = inject(SentimentClient);
  private readonly locale = inject(LocaleStore);
  private readonly news = { on: inject(ServerEvents).dataChanged, every: REFRESH_EVERY };
  private readonly judged = keptAnswer(NO_QUESTION, () => this.client.judgedHeads(), this.news);

  protected readonly words = computed(() => {
    const accuracy = this.judged.value()?.mood.accuracy;
    if (!accuracy) return null;
    if (!accuracy.n || accuracy.value === null) return { key: 'none' };
    const formats = this.locale.formats();
    return {
      key: accuracy.n < ENOUGH ? 'few' : 'share',
      share: formats.percent(accuracy.value),
      interval: intervalWords(accuracy, formats),
      n: formats.number(accuracy.n),
    };
  });
}
