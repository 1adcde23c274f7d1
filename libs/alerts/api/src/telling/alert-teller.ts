import { Inject, Injectable, Logger } from '@nestjs/common';
import type { AlertComment, Reading } from '@moodline/alerts/contract';
import type { Notice } from '@moodline/notify/contract';
import { DeliveryRepository } from '@moodline/notify/api';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { ThemeBoard, themeNameOf } from '@moodline/trends/api';
import { HOUR_MS } from '../detection/hour-series';
import { AlertRepository, type FoundAlert } from '../inbox/alert.repository';
import { HeaviestCommentsQuery } from '../queries/heaviest-comments.query';
import type { RuleTransaction } from '../queries/hourly-counts.query';
import { ScopeNamesQuery } from '../queries/scope-names.query';
import type { DueRule } from '../rules/rule.repository';
import { firedNotice, overNotice, type AlertFacts } from './alert-notice';

const COMMENTS = 3;
/** A theme is told when at least so many percent of its comments are negative. */
const TELLING_SHARE = 50;

/** Says what an alert is about, and queues the message for the channels of its rule: in the transaction that opens or closes it. */
@Injectable()
export class AlertTeller {
  private readonly logger = new Logger(AlertTeller.name);

  constructor(
    private readonly alerts: AlertRepository,
    private readonly comments: HeaviestCommentsQuery,
    private readonly names: ScopeNamesQuery,
    private readonly boards: ThemeBoard,
    private readonly deliveries: DeliveryRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async opened(
    transaction: RuleTransaction,
    rule: DueRule,
    alert: FoundAlert & { readonly id: number },
  ): Promise<void> {
    const facts = await this.facts(rule, { ...alert, reading: alert.first });
    const { theme, comments } = rule.measure === 'silence' ? NOTHING : await this.evidence(rule, alert);
    const channels = await this.tell(transaction, rule, `alert:${alert.id}:open`, firedNotice(facts, theme, comments));
    const commentIds = comments.map(({ id }) => id);
    await this.alerts.describe(transaction, rule.workspaceId, alert.id, { theme, commentIds, channels });
  }

  async over(
    transaction: RuleTransaction,
    rule: DueRule,
    alert: { readonly id: number; readonly since: Date; readonly overAt: Date; readonly peak: Reading },
  ): Promise<void> {
    const facts = await this.facts(rule, { ...alert, reading: alert.peak });
    await this.tell(transaction, rule, `alert:${alert.id}:over`, overNotice(facts, alert.overAt));
  }

  /** @returns how many channels were told */
  private async tell(transaction: RuleTransaction, rule: DueRule, reference: string, notice: Notice): Promise<number> {
    if (rule.muted || !rule.channels.length) return 0;
    const { workspaceId, channels: channelIds } = rule;
    return this.deliveries.enqueue(transaction, { workspaceId, channelIds, reference, notice });
  }

  private async facts(
    rule: DueRule,
    { id, since, reading }: { readonly id: number; readonly since: Date; readonly reading: Reading },
  ): Promise<AlertFacts> {
    const { timeZone, monitor, tag, sources } = await this.names.of(rule.workspaceId, rule.scope);
    return {
      ...{ language: rule.language, measure: rule.measure, rule: rule.name, timeZone, since, reading },
      windowHours: rule.detection.windowHours,
      what: { monitor, tag, sources, languages: rule.scope.languages },
      url: `${this.settings.publicUrl}/alerts?alert=${id}`,
    };
  }

  private async evidence(rule: DueRule, { since, firedAt, until }: FoundAlert): Promise<Evidence> {
    const { workspaceId, scope, measure } = rule;
    const from = new Date(Math.min(since.getTime(), firedAt.getTime() - rule.detection.windowHours * HOUR_MS));
    const negative = measure !== 'volume';
    const comments = await this.comments.list({ workspaceId, scope, from, to: until }, negative, COMMENTS);
    return { comments, theme: await this.theme(rule, { from, to: until }) };
  }

  /** The theme with the most negative comments. An alert without one is told all the same. */
  private async theme(
    { workspaceId, scope, language, id }: DueRule,
    { from, to }: { readonly from: Date; readonly to: Date },
  ): Promise<string | null> {
    try {
      const { monitor, tag, sources, languages } = scope;
      const board = await this.boards.read(workspaceId, {
        ...{ from: from.toISOString(), to: to.toISOString() },
        ...(monitor !== null && { monitor }),
        ...(tag && { tag }),
        ...(sources.length && { source: sources.map(String) }),
        ...(languages.length && { language: languages }),
      });
      const [found] = board.themes
        .filter(({ total }) => 100 * total.negative >= TELLING_SHARE * total.n && total.negative > 0)
        .sort((a, b) => b.total.negative - a.total.negative);
      return found ? themeNameOf(found.theme, language).slice(0, 100) : null;
    } catch (error) {
      this.logger.warn(`The theme of an alert of rule ${id} could not be found: ${(error as Error).message}`);
      return null;
    }
  }
}

interface Evidence {
  readonly theme: string | null;
  readonly comments: readonly AlertComment[];
}
const NOTHING: Evidence = { theme: null, comments: [] };
