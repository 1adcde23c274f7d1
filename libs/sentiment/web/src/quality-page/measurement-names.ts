import { inject, Injectable } from '@angular/core';
import type { Evaluation } from '@moodline/sentiment/contract';
import { LocaleStore } from '@moodline/shared/ui';
import type { Measurement } from './measurement';

/** Evaluations and sets in words. */
@Injectable({ providedIn: 'root' })
export class MeasurementNames {
  private readonly locale = inject(LocaleStore);

  /** Corrections · as they stand; or: Hard cases · version 2 · 5 May, 14:00. */
  of({ evaluation }: Measurement): string {
    if (!evaluation) return this.locale.translate('sentiment.quality.show.standing');
    return [
      this.set(evaluation.set),
      this.version(evaluation),
      this.locale.formats().moment(evaluation.createdAt),
    ].join(' · ');
  }

  set({ kind, name }: Evaluation['set']): string {
    if (kind === 'set') return name;
    const words = { corrections: 'corrections', 'built-in': 'builtIn', written: 'written' }[kind];
    return this.locale.translate(`sentiment.quality.sets.${words}`);
  }

  version({ version }: Pick<Evaluation, 'version'>): string {
    return this.locale.translate('sentiment.quality.version', { version });
  }
}
