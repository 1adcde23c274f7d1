import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import {
  type Evaluation,
  type EvaluationChoices,
  evaluationChoicesSchema,
  type EvaluationDetail,
  evaluationDetailSchema,
  evaluationSchema,
  type StartEvaluation,
  startEvaluationSchema,
} from '@moodline/sentiment/contract';
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
import { EvaluationEnding } from './evaluation-ending';
import { Evaluator } from './evaluator';

@Controller('evaluations')
export class EvaluationsController {
  constructor(
    private readonly evaluator: Evaluator,
    private readonly ending: EvaluationEnding,
  ) {}

  @Post()
  @Answers(evaluationSchema)
  @RequirePermission('evaluations.write')
  start(@CurrentActor() actor: Actor, @ZodBody(startEvaluationSchema) plan: StartEvaluation): Promise<Evaluation> {
    return this.evaluator.start(actor, plan);
  }

  @Get()
  @Answers(z.array(evaluationSchema))
  @RequirePermission('labelling.read')
  list(@CurrentActor() actor: Actor): Promise<Evaluation[]> {
    return this.evaluator.list(actor.workspaceId);
  }

  /** What can be evaluated on what. */
  @Get('choices')
  @Answers(evaluationChoicesSchema)
  @RequirePermission('labelling.read')
  choices(@CurrentActor() actor: Actor): Promise<EvaluationChoices> {
    return this.evaluator.choices(actor.workspaceId);
  }

  @Get(':id')
  @Answers(evaluationDetailSchema)
  @RequirePermission('labelling.read')
  one(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<EvaluationDetail> {
    return this.evaluator.detail(actor.workspaceId, id);
  }

  /** Cancels one that waits or works, removes one that has ended, which can be brought back for ten minutes. */
  @Delete(':id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('evaluations.write')
  end(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<void> {
    return this.ending.end(actor.workspaceId, id);
  }

  /** Brings one back that was removed less than ten minutes ago. */
  @Post(':id/keep')
  @Answers(evaluationSchema)
  @HttpCode(200)
  @RequirePermission('evaluations.write')
  keep(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<Evaluation> {
    return this.ending.keep(actor.workspaceId, id);
  }
}
