import { Inject, Injectable, Logger, Optional } from '@nestjs/common';
import type { AlertMeasure, Reading } from '@moodline/alerts/contract';
import { retryOnConflict } from '@moodline/shared/work';
import { findAlarms, type Alarm } from '../detection/alarms';
import { HOUR_MS, type HourSeries } from '../detection/hour-series';
import { Readings, type Look } from '../detection/readings';
import { AlertRepository, type FoundAlert, type KnownAlert } from '../inbox/alert.repository';
import type { RuleTransaction } from '../queries/hourly-counts.query';
import { AlertTeller } from '../telling/alert-teller';
import { AlertRuleRepository, type DueRule } from './rule.repository';
import { EndingChecker } from './ending-checker';
import { RuleSeries, type WatchedSeries } from './rule-series';

/** The series is gone through from so long ago on: an alarm that goes on longer is still seen by its last readings. */
const OTHER_HOURS = 14 * 24;
/** Of themes only so many comments are read: the newest days most closely. */
const LOOK_BACK_HOURS: Partial<Record<AlertMeasure, number>> = { themes: 3 * 24 };
/** An alarm that fired in the data longer ago than this is no news: a rule that is new, or comments that came late. */
const NEWS_HOURS = 24;

/** Checks rules one after the other: finds alarms in the buckets, opens and closes alerts, and has them told. */
@Injectable()
export class AlertChecker {
  private readonly logger = new Logger(AlertChecker.name);

  constructor(
    private readonly rules: AlertRuleRepository,
    private readonly alerts: AlertRepository,
    private readonly series: RuleSeries,
    private readonly teller: AlertTeller,
    private readonly endings: EndingChecker,
    @Optional() @Inject('alert-clock') private readonly now: () => Date = () => new Date(),
  ) {}

  /**
   * Checks the rule that is due for the longest time. What is found, and what is told, are written with the lock on the rule: a second
   * worker finds it done. @returns whether one was due
   */
  async checkNext(): Promise<boolean> {
    let rule: DueRule | null = null;
    try {
      await retryOnConflict(() =>
        this.rules.inTransaction(async (transaction) => {
          rule = await this.rules.takeDue(transaction);
          if (rule) await this.check(transaction, rule);
        }),
      );
    } catch (error) {
      const failed = rule as DueRule | null;
      if (!failed) throw error;
      this.logger.error(`Rule ${failed.id} could not be checked: ${(error as Error).message}`);
      await this.rules.failed(failed, (error as Error).message);
    }
    return rule !== null;
  }

  private async check(transaction: RuleTransaction, rule: DueRule): Promise<void> {
    if (rule.measure === 'ending') return this.endings.check(transaction, rule, this.now());
    const known = await this.alerts.newest(transaction, rule);
    const open = known && !known.overAt ? known : null;
    const { watched, first } = await this.series.read(rule.workspaceId, rule, {
      ...{ hours: LOOK_BACK_HOURS[rule.measure] ?? OTHER_HOURS, now: this.now(), connection: transaction },
      ...(open?.themeId && { theme: open.themeId }),
    });
    const found = watched.map((one) => ({
      ...one,
      alarm: findAlarms(one.series, { ...rule.detection, measure: rule.measure }, first).at(-1) ?? null,
    }));
    const own = found.find(({ followed }) => (followed?.theme.id ?? null) === (open?.themeId ?? null));
    if (open)
      await this.follow(transaction, rule, { known: open, alarm: own?.alarm ?? null, series: own?.series ?? null });
    else await this.openWorst(transaction, rule, found);
    await this.rules.checked(transaction, rule, lastReading(watched, rule));
  }

  /** The most unusual of what is news: of a rule for themes one alert at a time goes on. */
  private async openWorst(transaction: RuleTransaction, rule: DueRule, found: readonly Found[]): Promise<void> {
    const worst = found.toSorted((a, b) => (b.alarm?.peak.z ?? 0) - (a.alarm?.peak.z ?? 0));
    for (const { series, alarm, followed } of worst) {
      if (!alarm || !isNews(series, alarm)) continue;
      const known = await this.alerts.newest(transaction, rule, followed?.theme.id);
      if (isNew(series, alarm, known)) return this.open(transaction, rule, { alarm, series, followed });
    }
  }

  private async open(
    transaction: RuleTransaction,
    rule: DueRule,
    { alarm, series, followed }: WatchedSeries & { readonly alarm: Alarm },
  ): Promise<void> {
    const found = foundOf(series, alarm);
    const id = await this.alerts.open(transaction, rule, { ...found, themeId: followed?.theme.id ?? null });
    await this.teller.opened(transaction, rule, { id, ...found }, followed);
  }

  /** It goes on, or it is over. */
  private async follow(transaction: RuleTransaction, rule: DueRule, { known, alarm, series }: Followed): Promise<void> {
    const { workspaceId } = rule;
    // A theme that a person removed is not talked about any more.
    if (!series) return this.close(transaction, rule, { known, overAt: this.now(), peak: known.peak });
    const same = alarm && series.endOf(alarm.last.hour) > known.firedAt.getTime() ? alarm : null;
    if (same?.overAt === null) {
      const peak = readingOf(series, same.peak);
      if (peak.z > known.peak.z) await this.alerts.progress(transaction, workspaceId, known.id, peak);
      return;
    }
    const overAt = new Date(same?.overAt != null ? series.endOf(same.overAt) : series.endOf(series.length - 1));
    const peak = same && readingOf(series, same.peak).z > known.peak.z ? readingOf(series, same.peak) : known.peak;
    await this.close(transaction, rule, { known, overAt, peak });
  }

  private async close(
    transaction: RuleTransaction,
    rule: DueRule,
    { known, overAt, peak }: { readonly known: KnownAlert; readonly overAt: Date; readonly peak: Reading },
  ): Promise<void> {
    const { id, since, theme } = known;
    await this.alerts.close(transaction, rule.workspaceId, id, overAt);
    await this.teller.over(transaction, rule, { id, since, overAt, peak, theme });
  }
}

type Found = WatchedSeries & { readonly alarm: Alarm | null };

interface Followed {
  readonly known: KnownAlert;
  readonly alarm: Alarm | null;
  /** Null where what it is about is not there any more. */
  readonly series: HourSeries | null;
}

/** The newest reading; of themes, the most unusual one. */
function lastReading(watched: readonly WatchedSeries[], { measure, detection }: DueRule): Reading | null {
  const readings = watched.flatMap(({ series }) => {
    const last = new Readings(series, measure, detection).at(series.length - 1);
    return last ? [readingOf(series, last)] : [];
  });
  return readings.toSorted((a, b) => b.z - a.z)[0] ?? null;
}

const isNews = (series: HourSeries, { firedAt, overAt }: Alarm) =>
  overAt === null || series.length - firedAt <= NEWS_HOURS;

/** Not one that was told already; hours of it may have come late. */
const isNew = (series: HourSeries, { firedAt }: Alarm, known: KnownAlert | null) =>
  !known || series.endOf(firedAt) > Math.max(known.firedAt.getTime(), known.overAt?.getTime() ?? 0);

function foundOf(series: HourSeries, alarm: Alarm): Omit<FoundAlert, 'themeId'> {
  // The last hour of the first unusual window: it made the window unusual.
  const since = new Date(series.endOf(alarm.from) - HOUR_MS);
  // A rule that is new finds what began hours ago: the newest reading may be calm by then, and is not what it fired with.
  const fired = alarm.last.hour === alarm.firedAt ? alarm.last : alarm.peak;
  const first = alarm.peak.hour === alarm.firedAt ? alarm.peak : fired;
  return {
    since,
    firedAt: new Date(series.endOf(alarm.firedAt)),
    until: new Date(series.endOf(alarm.last.hour)),
    first: readingOf(series, first),
    peak: readingOf(series, alarm.peak),
  };
}

const readingOf = (series: HourSeries, { hour, value, usual, z, n, hours }: Look): Reading => ({
  at: new Date(series.endOf(hour)).toISOString(),
  value: Math.round(value * 100) / 100,
  usual: Math.round(usual * 100) / 100,
  z: Math.round(z * 100) / 100,
  n,
  ...(hours !== undefined && { hours }),
});
