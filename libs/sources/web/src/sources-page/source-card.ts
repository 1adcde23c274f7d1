import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon, LocaleStore } from '@moodline/shared/ui';
import {
  isPreset,
  type Run,
  type RunProgress,
  type Source,
  type SourceKind,
  sourceState,
} from '@moodline/sources/contract';
import { scheduleWords } from '../schedule-words';
import { runProblem } from '../run-problem';

export type SourceAction = 'run' | 'pause' | 'resume' | 'edit' | 'backfill' | 'hook' | 'remove' | 'keep';

/** Sources that no kind describes: they have a name in the words of the interface. */
const NAMED_KINDS: readonly string[] = ['file', 'demo'];

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
  /** What is known of its kind; null for files, the demo, and while it is not known yet. */
  readonly kind = input<SourceKind | null>(null);
  /** News of a run, of whichever source. */
  readonly run = input<RunProgress | null>(null);
  /** Whether the person may change sources. */
  readonly editable = input(false);
  readonly action = output<SourceAction>();

  /** When it goes, for one that was removed. */
  protected readonly leaves = computed(() => {
    const { removeAt } = this.source();
    return removeAt === null
      ? null
      : { time: this.locale.formats().clock(removeAt), going: Date.parse(removeAt) <= Date.now() };
  });
  /** Whether Moodline reads it by itself. */
  protected readonly read = computed(() => this.source().schedule !== null);
  protected readonly kindName = computed(() => {
    const { kind } = this.source();
    const known = this.kind();
    if (known) return this.locale.text(known.title);
    return NAMED_KINDS.includes(kind) ? this.locale.translate(`sources.kind.${kind}`) : kind;
  });
  /** How it is doing; a run that ended a moment ago counts as ended. */
  protected readonly state = computed(() => {
    const source = this.source();
    const state = sourceState(source);
    const working = this.working();
    if (working) return working.status === 'queued' ? 'queued' : 'running';
    return state === 'running' || state === 'queued' ? sourceState({ ...source, lastRun: null }) : state;
  });
  protected readonly stateChip = computed(
    () =>
      ({
        queued: 'chip chip-accent',
        running: 'chip chip-accent',
        blocked: 'chip chip-negative',
        paused: 'chip chip-negative',
        'backing-off': 'chip chip-negative',
        scheduled: null,
        unread: null,
      })[this.state()],
  );
  protected readonly scheduleName = computed(() => {
    const schedule = this.source().schedule ?? '';
    return isPreset(schedule)
      ? this.locale.translate(`sources.schedules.${schedule}`)
      : (scheduleWords(schedule, this.locale.language()) ?? schedule);
  });
  /** Why it was paused by itself; null where a person paused it. */
  protected readonly pausedReason = computed(() => {
    const { pausedCode, pausedReason } = this.source();
    return pausedReason && runProblem({ errorCode: pausedCode, errorMessage: pausedReason }, this.locale);
  });
  /** Why the last run failed, unless it is at work again. */
  protected readonly failedReason = computed(() => {
    const { lastRun } = this.source();
    return lastRun?.status === 'failed' && !this.working() ? runProblem(lastRun, this.locale) : null;
  });
  /** A backfill that is under way or waits for someone. */
  protected readonly backfill = computed(() => {
    const { backfill } = this.source();
    return backfill && (backfill.status === 'running' || backfill.status === 'paused') ? backfill : null;
  });
  /** Whether comments are sent to it. */
  protected readonly sent = computed(() => this.source().kind === 'webhook');
  protected readonly canBackfill = computed(() => this.kind()?.backfill === true || this.source().backfill !== null);
  /** Live numbers while a run works or waits for a worker, from the news or, before any came, from the last run. */
  protected readonly working = computed(() => {
    const news = this.run();
    const { id, lastRun } = this.source();
    if (news?.sourceId === id) return isOpen(news.status) ? news : null;
    return lastRun && isOpen(lastRun.status) ? lastRun : null;
  });
}

/** Whether a run is not over: it works, or waits for a worker. */
const isOpen = (status: Run['status']) => status === 'running' || status === 'queued';
