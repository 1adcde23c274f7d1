import { Module } from '@nestjs/common';
import { NotifyModule } from '@moodline/notify/api';
import { TrendsModule } from '@moodline/trends/api';
import { AlertRulesController } from './alert-rules.controller';
import { AlertsController } from './alerts.controller';
import { AlertRepository } from './inbox/alert.repository';
import { AlertsJob } from './jobs/alerts.job';
import { AlertListQuery } from './queries/alert-list.query';
import { EndingsQuery } from './queries/endings.query';
import { HeaviestCommentsQuery } from './queries/heaviest-comments.query';
import { HourlyCountsQuery } from './queries/hourly-counts.query';
import { PeopleQuery } from './queries/people.query';
import { ScopeNamesQuery } from './queries/scope-names.query';
import { AlertChecker } from './rules/alert-checker';
import { EndingChecker } from './rules/ending-checker';
import { AlertRuleRepository } from './rules/rule.repository';
import { RulePreview } from './rules/rule-preview';
import { RuleSeries } from './rules/rule-series';
import { AlertTeller } from './telling/alert-teller';

/** Rules that watch the buckets, and who is told when something is unusual. */
@Module({
  imports: [NotifyModule, TrendsModule],
  controllers: [AlertsController, AlertRulesController],
  providers: [
    ...[AlertRepository, AlertRuleRepository],
    ...[AlertListQuery, HeaviestCommentsQuery, HourlyCountsQuery, EndingsQuery, PeopleQuery, ScopeNamesQuery],
    ...[AlertChecker, EndingChecker, AlertTeller, RulePreview, RuleSeries, AlertsJob],
  ],
})
export class AlertsModule {}
