import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import {
  startEvaluationSchema,
  type Evaluation,
  type EvaluationChoices,
  type EvaluationDetail,
  type StartEvaluation,
} from '@moodline/sentiment/contract';
import { type Actor, CurrentActor, IdParam, RequirePermission, ZodBody } from '@moodline/shared/http';
import { Evaluator } from './evaluator';

@Controller('evaluations')
export class EvaluationsController {
  constructor(private readonly evaluator: Evaluator) {}

  @Post()
  @RequirePermission('evaluations.write')
  start(@CurrentActor() actor: Actor, @ZodBody(startEvaluationSchema) plan: StartEvaluation): Promise<Evaluation> {
    return this.evaluator.start(actor, plan);
  }

  @Get()
  @RequirePermission('labelling.read')
  list(@CurrentActor() actor: Actor): Promise<Evaluation[]> {
    return this.evaluator.list(actor.workspaceId);
  }

  /** What can be evaluated on what. */
  @Get('choices')
  @RequirePermission('labelling.read')
  choices(@CurrentActor() actor: Actor): Promise<EvaluationChoices> {
    return this.evaluator.choices(actor.workspaceId);
  }

  @Get(':id')
  @RequirePermission('labelling.read')
  one(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<EvaluationDetail> {
    return this.evaluator.detail(actor.workspaceId, id);
  }

  /** Cancels one that waits or works, removes one that has ended. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('evaluations.write')
  end(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<void> {
    return this.evaluator.end(actor.workspaceId, id);
  }
}
