import { Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import {
  type AddedVersion,
  addedVersionSchema,
  type EvaluationChanges,
  evaluationChangesSchema,
  type EvaluationPair,
  evaluationPairSchema,
  type Role,
  type RoleActivate,
  roleActivateSchema,
  type RoleDraft,
  roleDraftSchema,
  roleNameParamSchema,
  roleSchema,
  type RoleRan,
  roleRanSchema,
  type RoleRun,
  roleRunSchema,
  type RoleSummary,
  roleSummarySchema,
  type RoleTrial,
  roleTrialSchema,
  trialAnswerSchema,
} from '@moodline/sentiment/contract';
import {
  type Actor,
  Answers,
  AnswersStream,
  AtOnce,
  CurrentActor,
  EventStream,
  RequirePermission,
  ZodBody,
  ZodParam,
  ZodQuery,
} from '@moodline/shared/http';
import type { Response } from 'express';
import * as z from 'zod';
import { EvaluationChangesQuery } from './evaluation-changes.query';
import { RoleEditor } from './role-editor';
import { RoleRunner } from './role-runner';
import { RoleTrialRunner } from './role-trial';

@Controller('roles')
export class RolesController {
  /** The model answers one after the other; whoever asks more at once would keep the others waiting. */
  private readonly runs = new AtOnce(2);

  constructor(
    private readonly editor: RoleEditor,
    private readonly trials: RoleTrialRunner,
    private readonly runner: RoleRunner,
    private readonly changes: EvaluationChangesQuery,
  ) {}

  @Get()
  @Answers(z.array(roleSummarySchema))
  @RequirePermission('roles.read')
  list(@CurrentActor() actor: Actor): Promise<RoleSummary[]> {
    return this.editor.list(actor.workspaceId);
  }

  @Get(':name')
  @Answers(roleSchema)
  @RequirePermission('roles.read')
  role(@CurrentActor() actor: Actor, @ZodParam('name', roleNameParamSchema) name: string): Promise<Role> {
    return this.editor.role(actor.workspaceId, name);
  }

  /** How the labels of two evaluations on the same texts differ. */
  @Get(':name/changes')
  @Answers(evaluationChangesSchema)
  @RequirePermission('roles.read')
  changed(
    @CurrentActor() actor: Actor,
    @ZodQuery(evaluationPairSchema) { before, after }: EvaluationPair,
  ): Promise<EvaluationChanges> {
    return this.changes.between(actor.workspaceId, before, after);
  }

  /** Keeps a draft as a new version. */
  @Post(':name/versions')
  @Answers(addedVersionSchema)
  @RequirePermission('roles.write')
  addVersion(
    @CurrentActor() actor: Actor,
    @ZodParam('name', roleNameParamSchema) name: string,
    @ZodBody(roleDraftSchema) draft: RoleDraft,
  ): Promise<AddedVersion> {
    return this.editor.addVersion(actor, name, draft);
  }

  /** Puts a version in force. */
  @Post(':name/activate')
  @Answers(roleSchema)
  @HttpCode(200)
  @RequirePermission('roles.write')
  activate(
    @CurrentActor() actor: Actor,
    @ZodParam('name', roleNameParamSchema) name: string,
    @ZodBody(roleActivateSchema) wanted: RoleActivate,
  ): Promise<Role> {
    return this.editor.activate(actor, name, wanted);
  }

  /** Runs a role on texts, for programs: it writes, or chooses among given answers. Nothing is stored. Work stops when the client goes away. */
  @Post(':name/run')
  @Answers(roleRanSchema)
  @HttpCode(200)
  @RequirePermission('chat.ask')
  async run(
    @CurrentActor() actor: Actor,
    @ZodParam('name', roleNameParamSchema) name: string,
    @ZodBody(roleRunSchema) run: RoleRun,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RoleRan> {
    const gone = new AbortController();
    response.on('close', this.runs.begin(actor));
    response.on('close', () => gone.abort());
    return this.runner.run(actor.workspaceId, name, run, gone.signal);
  }

  /** Streams a text as it is written where the client accepts `text/event-stream`. Work stops when the client goes away. */
  @Post(':name/try')
  @AnswersStream('application/json', trialAnswerSchema)
  @HttpCode(200)
  @RequirePermission('roles.write')
  async try(
    @CurrentActor() actor: Actor,
    @ZodParam('name', roleNameParamSchema) name: string,
    @ZodBody(roleTrialSchema) trial: RoleTrial,
    @Res() response: Response,
  ): Promise<void> {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const streams = response.req.headers.accept?.includes('text/event-stream') ?? false;
    let stream: EventStream | null = null;
    const send = (type: string, data: unknown) =>
      (stream ??= new EventStream(response, actor.stillThere)).send(type, data);
    const answer = await this.trials.run(actor.workspaceId, name, trial, {
      signal: gone.signal,
      onPiece: (text) => streams && send('piece', { text }),
    });
    if (!streams) return void response.json(answer);
    send('done', answer);
    (stream as EventStream | null)?.end();
  }
}
