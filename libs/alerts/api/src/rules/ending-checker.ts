import { Injectable } from '@nestjs/common';
import type { Reading } from '@moodline/alerts/contract';
import { Temporal } from 'temporal-polyfill';
import { DAILY_QUOTAS, KEY_DAYS, QUOTA_SHARE, type Ending } from '../detection/ending';
import { HOUR_MS } from '../detection/hour-series';
import { AlertRepository } from '../inbox/alert.repository';
import { EndingsQuery } from '../queries/endings.query';
import type { RuleTransaction } from '../queries/hourly-counts.query';
import { AlertTeller } from '../telling/alert-teller';
import { AlertRuleRepository, type DueRule } from './rule.repository';

const DAY_MS = 24 * HOUR_MS;
/** For so long a key that has ended is still told, unless it was taken away. */
const ENDED_DAYS = 7;

/** Checks a rule for keys and quotas: a date and a sum are sure, so one look is enough; what has gone is over. */
@Injectable()
export class EndingChecker {
  constructor(
    private readonly rules: AlertRuleRepository,
    private readonly alerts: AlertRepository,
    private readonly endings: EndingsQuery,
    private readonly teller: AlertTeller,
  ) {}

  async check(transaction: RuleTransaction, rule: DueRule, now: Date): Promise<void> {
    const endings = await this.find(transaction, rule, now);
    const reading: Reading = {
      at: now.toISOString(),
      value: endings.length,
      usual: 0,
      z: endings.length && 10,
      n: endings.length,
    };
    const known = await this.alerts.newest(transaction, rule);
    if (known && !known.overAt) {
      if (!endings.length) {
        await this.alerts.close(transaction, rule.workspaceId, known.id, now);
        await this.teller.over(transaction, rule, { ...known, overAt: now });
      } else if (reading.value > known.peak.value)
        await this.alerts.progress(transaction, rule.workspaceId, known.id, reading);
    } else if (endings.length && !isPaused(rule, known?.overAt ?? null, now)) {
      const found = { since: now, firedAt: now, until: now, first: reading, peak: reading };
      const id = await this.alerts.open(transaction, rule, { ...found, themeId: null });
      await this.teller.endingsOpened(transaction, rule, { id, ...found }, endings);
    }
    await this.rules.checked(transaction, rule, reading);
  }

  private async find(transaction: RuleTransaction, rule: DueRule, now: Date): Promise<Ending[]> {
    const { workspaceId, scope, detection } = rule;
    const { sources } = scope;
    const from = new Date(now.getTime() - ENDED_DAYS * DAY_MS);
    const to = new Date(now.getTime() + KEY_DAYS[detection.sensitivity] * DAY_MS);
    const keys = await this.endings.keys(workspaceId, from, to, transaction);
    const refused = await this.endings.refused(workspaceId, sources, transaction);
    const endings: Ending[] = [
      ...keys.map((key): Ending => ({ kind: 'key', ...key })),
      ...refused.map((name): Ending => ({ kind: 'refused', name })),
    ];
    for (const { kind, name, requests: of, zone } of DAILY_QUOTAS) {
      const day = dayIn(zone, now);
      const used = await this.endings.requests(workspaceId, { kind, since: day.from, sources }, transaction);
      if (used >= of * QUOTA_SHARE[detection.sensitivity])
        endings.push({ kind: 'quota', name, used, of, resetsAt: day.to });
    }
    return endings;
  }
}

const isPaused = ({ detection }: DueRule, overAt: Date | null, now: Date) =>
  overAt !== null && now.getTime() < overAt.getTime() + detection.coolDownHours * HOUR_MS;

/** The day of a zone's clock. */
function dayIn(zone: string, now: Date): { readonly from: Date; readonly to: Date } {
  const start = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).startOfDay();
  return {
    from: new Date(start.epochMilliseconds),
    to: new Date(start.add({ days: 1 }).startOfDay().epochMilliseconds),
  };
}
