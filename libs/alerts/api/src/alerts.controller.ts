import { Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import {
  addAlertNoteSchema,
  alertNoteSchema,
  alertPageSchema,
  alertPersonSchema,
  alertQuerySchema,
  updateAlertSchema,
  type AddAlertNote,
  type AlertNote,
  type AlertPage,
  type AlertPerson,
  type AlertQuery,
  type UpdateAlert,
} from '@moodline/alerts/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  CurrentActor,
  IdParam,
  RequirePermission,
  ZodBody,
  ZodQuery,
} from '@moodline/shared/http';
import * as z from 'zod';
import { AlertRepository } from './inbox/alert.repository';
import { AlertListQuery } from './queries/alert-list.query';
import { PeopleQuery } from './queries/people.query';

@Controller('alerts')
export class AlertsController {
  constructor(
    private readonly list: AlertListQuery,
    private readonly alerts: AlertRepository,
    private readonly people: PeopleQuery,
  ) {}

  /** The inbox, newest first. */
  @Get()
  @Answers(alertPageSchema)
  @RequirePermission('alerts.read')
  page(@CurrentActor() actor: Actor, @ZodQuery(alertQuerySchema) query: AlertQuery): Promise<AlertPage> {
    return this.list.page(actor.workspaceId, query);
  }

  /** To whom an alert can be assigned. */
  @Get('people')
  @Answers(z.array(alertPersonSchema))
  @RequirePermission('alerts.write')
  assignees(@CurrentActor() actor: Actor): Promise<AlertPerson[]> {
    return this.people.list(actor.workspaceId);
  }

  /** Acknowledges an alert, or takes that back; says who sees to it. */
  @Patch(':id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('alerts.write')
  update(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(updateAlertSchema) change: UpdateAlert,
  ): Promise<void> {
    return this.alerts.update(actor.workspaceId, id, change, actor.userId);
  }

  /** What people said of an alert, oldest first. */
  @Get(':id/notes')
  @Answers(z.array(alertNoteSchema))
  @RequirePermission('alerts.read')
  notes(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<AlertNote[]> {
    return this.alerts.notes(actor.workspaceId, id);
  }

  /** Says something of an alert. */
  @Post(':id/notes')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('alerts.write')
  async addNote(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(addAlertNoteSchema) { text }: AddAlertNote,
  ): Promise<void> {
    const people = await this.people.list(actor.workspaceId);
    const byName = people.find((person) => person.id === actor.userId)?.name ?? '';
    await this.alerts.addNote(actor.workspaceId, id, { text, byName, userId: actor.userId });
  }
}
