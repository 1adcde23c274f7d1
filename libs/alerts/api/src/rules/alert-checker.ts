import { Inject, Injectable, Logger, Optional } from '@nestjs/common';
import type { Reading } from '@moodline/alerts/contract';
import { retryOnConflict } from '@moodline/shared/work';
import { findAlarms, type Alarm } from '../detection/alarms';
import { HOUR_MS, type HourSeries } from '../detection/hour-series';
import { Readings, type Look } from '../detection/readings';
import { AlertRepository, type FoundAlert, type KnownAlert } from '../inbox/alert.repository';
import type { RuleTransaction } from '../queries/hourly-counts.query';
import { AlertTeller } from '../telling/alert-teller';
import { AlertRuleRepository, type DueRule } from './rule.repository';
import { RuleSeries } from './rule-series';

/** The series is gone through from so long ago on: an alarm that goes on longer is still seen by its last readings. */
const LOOK_BACK_HOURS = 14 * 24;
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
    const { series, first } = await this.series.read(rule.workspaceId, rule.scope, {
      ...{ hours: LOOK_BACK_HOURS, now: this.now(), connection: transaction },
    });
    const alarm = findAlarms(series, { ...rule.detection, measure: rule.measure }, first).at(-1) ?? null;
    const known = await this.alerts.newest(transaction, rule);
    if (known && !known.overAt) await this.follow(transaction, rule, { known, alarm, series });
    else if (alarm && isNews(series, alarm) && isNew(series, alarm, known))
      await this.open(transaction, rule, { alarm, series });
    const last = new Readings(series, rule.measure, rule.detection).at(series.length - 1);
    await this.rules.checked(transaction, rule, last && readingOf(series, last));
  }

  private async open(
    transaction: RuleTransaction,
    rule: DueRule,
    { alarm, series }: { readonly alarm: Alarm; readonly series: HourSeries },
  ): Promise<void> {
    const found = foundOf(series, alarm);
    const id = await this.alerts.open(transaction, rule, found);
    await this.teller.opened(transaction, rule, { id, ...found });
  }

  /** It goes on, or it is over. */
  private async follow(
    transaction: RuleTransaction,
    rule: DueRule,
    { known, alarm, series }: { readonly known: KnownAlert; readonly alarm: Alarm | null; readonly series: HourSeries },
  ): Promise<void> {
    const { workspaceId } = rule;
    const same = alarm && series.endOf(alarm.last.hour) > known.firedAt.getTime() ? alarm : null;
    if (same?.overAt === null) {
      const peak = readingOf(series, same.peak);
      if (peak.z > known.peak.z) await this.alerts.progress(transaction, workspaceId, known.id, peak);
      return;
    }
    const overAt = new Date(same?.overAt != null ? series.endOf(same.overAt) : series.endOf(series.length - 1));
    await this.alerts.close(transaction, workspaceId, known.id, overAt);
    const peak = same && readingOf(series, same.peak).z > known.peak.z ? readingOf(series, same.peak) : known.peak;
    await this.teller.over(transaction, rule, { id: known.id, since: known.since, overAt, peak });
  }
}

const isNews = (series: HourSeries, { firedAt, overAt }: Alarm) =>
  overAt === null || series.length - firedAt <= NEWS_HOURS;

/** Not one that was told already; hours of it may have come late. */
const isNew = (series: HourSeries, { firedAt }: Alarm, known: KnownAlert | null) =>
  !known || series.endOf(firedAt) > Math.max(known.firedAt.getTime(), known.overAt?.getTime() ?? 0);

function foundOf(series: HourSeries, alarm: Alarm): FoundAlert {
  // The last hour of the first unusual window: it made the window unusual.
  const since = new Date(series.endOf(alarm.from) - HOUR_MS);
  const fired = alarm.peak.hour === alarm.firedAt ? alarm.peak : alarm.last;
  return {
    since,
    firedAt: new Date(series.endOf(alarm.firedAt)),
    until: new Date(series.endOf(alarm.last.hour)),
    first: readingOf(series, fired),
    peak: readingOf(series, alarm.peak),
  };
}

const readingOf = (series: HourSeries, { hour, value, usual, z, n }: Look): Reading => ({
  at: new Date(series.endOf(hour)).toISOString(),
  value: Math.round(value * 10) / 10,
  usual: Math.round(usual * 10) / 10,
  z: Math.round(z * 100) / 100,
  n,
});
