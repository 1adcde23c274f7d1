import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RunProgress } from '@moodline/shared/contract';
import { Icon, LocaleStore } from '@moodline/shared/ui';
import type { Run, Source } from '@moodline/sources/contract';
import { runProblem } from '../run-problem';

export type SourceAction = 'run' | 'pause' | 'resume' | 'edit' | 'remove';

/** Kinds that have a name in the words of the interface. */
const NAMED_KINDS: readonly string[] = ['feed', 'file', 'demo'];

/** One source: what it is, when it runs, what its last run brought, and what one can do with it. */
@Component({
  selector: 'ml-source-card',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, RouterLink, TranslocoPipe],
  templateUrl: './source-card.html',
  styleUrl: './source-card.css',
})
export class SourceCard {
  protected readonly locale = inject(LocaleStore);

  readonly source = input.required<Source>();
  /** News of a run, of whichever source. */
  readonly run = input<RunProgress | null>(null);
  /** Whether the person may change sources. */
  readonly editable = input(false);
  readonly action = output<SourceAction>();

  /** Whether Moodline reads it by itself. */
  protected readonly read = computed(() => this.source().schedule !== null);
  protected readonly kindName = computed(() => {
    const { kind } = this.source();
    return NAMED_KINDS.includes(kind) ? this.locale.translate(`sources.kind.${kind}`) : kind;
  });
  /** Why it was paused by itself; null where a person paused it. */
  protected readonly pausedReason = computed(() => {
    const { pausedReason, lastRun } = this.source();
    if (!pausedReason || this.locale.language() === 'en') return pausedReason;
    return (lastRun && this.problemOf(lastRun)) || pausedReason;
  });
  /** Live numbers while a run works, from the news or, before any came, from the last run. */
  protected readonly working = computed(() => {
    const news = this.run();
    const { id, lastRun } = this.source();
    if (news?.sourceId === id) return news.status === 'running' ? news : null;
    return lastRun?.status === 'running' ? lastRun : null;
  });

  protected problemOf(run: Run): string {
    return runProblem(run, this.locale);
  }
}
