import { Inject, Injectable, Logger } from '@nestjs/common';
import type { AlertComment, Reading } from '@moodline/alerts/contract';
import type { Notice } from '@moodline/notify/contract';
import { DeliveryRepository } from '@moodline/notify/api';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { ThemeBoard, ThemeFollower, themeNameOf, type Span } from '@moodline/trends/api';
import type { Ending } from '../detection/ending';
import { HOUR_MS } from '../detection/hour-series';
import { BASELINE_WEEKS } from '../detection/readings';
import { AlertRepository, type FoundAlert, type KnownAlert } from '../inbox/alert.repository';
import { HeaviestCommentsQuery } from '../queries/heaviest-comments.query';
import type { RuleTransaction } from '../queries/hourly-counts.query';
import { ScopeNamesQuery } from '../queries/scope-names.query';
import type { DueRule } from '../rules/rule.repository';
import { filterOf, type FollowedTheme } from '../rules/rule-series';
import { endingNotice, firedNotice, overNotice, type AlertFacts } from './alert-notice';

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
    private readonly follower: ThemeFollower,
    private readonly deliveries: DeliveryRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @param followed the theme that a rule for themes found */
  async opened(
    transaction: RuleTransaction,
    rule: DueRule,
    alert: Omit<FoundAlert, 'themeId'> & { readonly id: number },
    followed: FollowedTheme | null = null,
  ): Promise<void> {
    const { theme, comments, isNew } = await this.evidenceOf(rule, alert, followed);
    const facts = await this.facts(rule, { ...alert, reading: alert.first, theme, isNew });
    const channels = await this.tell(transaction, rule, `alert:${alert.id}:open`, firedNotice(facts, comments));
    const commentIds = comments.map(({ id }) => id);
    await this.alerts.describe(transaction, rule.workspaceId, alert.id, { theme, commentIds, channels });
  }

  /** Keys and quotas: there is no comment to show. */
  async endingsOpened(
    transaction: RuleTransaction,
    rule: DueRule,
    alert: Omit<FoundAlert, 'themeId'> & { readonly id: number },
    endings: readonly Ending[],
  ): Promise<void> {
    const theme = endings
      .map(({ name }) => name)
      .join(', ')
      .slice(0, 100);
    const facts = await this.facts(rule, { ...alert, reading: alert.first, theme });
    const channels = await this.tell(transaction, rule, `alert:${alert.id}:open`, endingNotice(facts, endings));
    await this.alerts.describe(transaction, rule.workspaceId, alert.id, { theme, commentIds: [], channels });
  }

  async over(
    transaction: RuleTransaction,
    rule: DueRule,
    alert: Pick<KnownAlert, 'id' | 'since' | 'peak' | 'theme'> & { readonly overAt: Date },
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

  private async facts(rule: DueRule, { id, since, reading, theme, isNew = false }: Told): Promise<AlertFacts> {
    const { timeZone, monitor, tag, sources } = await this.names.of(rule.workspaceId, rule.scope);
    return {
      ...{ language: rule.language, measure: rule.measure, rule: rule.name, timeZone, since, reading, theme, isNew },
      windowHours: rule.detection.windowHours,
      what: { monitor, tag, sources, languages: rule.scope.languages },
      url: `${this.settings.publicUrl}/alerts?alert=${id}`,
    };
  }

  private async evidenceOf(
    rule: DueRule,
    alert: Omit<FoundAlert, 'themeId'>,
    followed: FollowedTheme | null,
  ): Promise<Evidence> {
    if (rule.measure === 'silence') return NOTHING;
    const { since, firedAt, until } = alert;
    const from = new Date(Math.min(since.getTime(), firedAt.getTime() - rule.detection.windowHours * HOUR_MS));
    const span = { from, to: until };
    if (followed) return this.evidenceOfTheme(rule, alert, followed, span);
    const { workspaceId, scope, measure } = rule;
    const comments = await this.comments.list({ workspaceId, scope, ...span }, measure !== 'volume', COMMENTS);
    return { comments, theme: await this.theme(rule, span), isNew: false };
  }

  /** Its most engaged comments, and whether there was one in the weeks before. */
  private async evidenceOfTheme(
    { workspaceId, scope, language }: DueRule,
    { first }: Pick<FoundAlert, 'first'>,
    { theme, members }: FollowedTheme,
    { from, to }: Span,
  ): Promise<Evidence> {
    const heaviest = members
      .filter(({ publishedAt }) => publishedAt >= from && publishedAt < to)
      .filter((one, index, all) => all.findIndex(({ group }) => group === one.group) === index)
      .sort((a, b) => b.engagement - a.engagement || a.id - b.id)
      .slice(0, COMMENTS);
    const before = { from: new Date(from.getTime() - BASELINE_WEEKS * 168 * HOUR_MS), to: from };
    const isNew = first.usual === 0 && !(await this.follower.wasSeen(workspaceId, filterOf(scope), theme, before));
    return {
      comments: await this.comments.byId(
        workspaceId,
        heaviest.map(({ id }) => id),
      ),
      theme: themeNameOf(theme, language).slice(0, 100),
      isNew,
    };
  }

  /** The theme with the most negative comments. An alert without one is told all the same. */
  private async theme({ workspaceId, scope, language, id }: DueRule, { from, to }: Span): Promise<string | null> {
    try {
      const period = { from: from.toISOString(), to: to.toISOString() };
      const board = await this.boards.read(workspaceId, { ...filterOf(scope), ...period });
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
  /** Whether the theme was not talked about before. */
  readonly isNew: boolean;
}
const NOTHING: Evidence = { theme: null, comments: [], isNew: false };

interface Told {
  readonly id: number;
  readonly since: Date;
  readonly reading: Reading;
  readonly theme: string | null;
  readonly isNew?: boolean;
}
