import { Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  alertPreviewSchema,
  alertRuleSchema,
  alertWatchSchema,
  muteAlertRuleSchema,
  saveAlertRuleSchema,
  type AlertPreview,
  type AlertRule,
  type AlertWatch,
  type MuteAlertRule,
  type SaveAlertRule,
} from '@moodline/alerts/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  CurrentActor,
  IdParam,
  RequirePermission,
  ZodBody,
} from '@moodline/shared/http';
import * as z from 'zod';
import { AlertRuleRepository } from './rules/rule.repository';
import { RulePreview } from './rules/rule-preview';

const createdSchema = z.object({ id: z.number().int() });
const HOUR_MS = 3_600_000;

@Controller('alert-rules')
export class AlertRulesController {
  constructor(
    private readonly rules: AlertRuleRepository,
    private readonly previews: RulePreview,
  ) {}

  /** What is watched, and how it stands. */
  @Get()
  @Answers(z.array(alertRuleSchema))
  @RequirePermission('alerts.read')
  all(@CurrentActor() actor: Actor): Promise<AlertRule[]> {
    return this.rules.list(actor.workspaceId);
  }

  @Post()
  @Answers(createdSchema)
  @RequirePermission('alerts.write')
  async create(
    @CurrentActor() actor: Actor,
    @ZodBody(saveAlertRuleSchema) rule: SaveAlertRule,
  ): Promise<{ id: number }> {
    return { id: await this.rules.create(actor.workspaceId, rule) };
  }

  /** What a rule would have done in the last 90 days. Nothing is stored and nobody is told. */
  @Post('preview')
  @Answers(alertPreviewSchema)
  @HttpCode(200)
  @RequirePermission('alerts.read')
  preview(@CurrentActor() actor: Actor, @ZodBody(alertWatchSchema) watch: AlertWatch): Promise<AlertPreview> {
    return this.previews.preview(actor.workspaceId, watch);
  }

  /** Changes a rule; it is checked anew at once. */
  @Put(':id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('alerts.write')
  update(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(saveAlertRuleSchema) rule: SaveAlertRule,
  ): Promise<void> {
    return this.rules.update(actor.workspaceId, id, rule);
  }

  /** Removes a rule. Its alerts stay in the inbox. */
  @Delete(':id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('alerts.write')
  remove(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<void> {
    return this.rules.remove(actor.workspaceId, id);
  }

  /** For some hours nobody is told; alerts are still found. */
  @Post(':id/mute')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('alerts.write')
  mute(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(muteAlertRuleSchema) { hours }: MuteAlertRule,
  ): Promise<void> {
    return this.rules.mute(actor.workspaceId, id, hours === null ? null : new Date(Date.now() + hours * HOUR_MS));
  }
}
