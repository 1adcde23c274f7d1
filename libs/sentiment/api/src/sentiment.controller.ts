import { Controller, Get } from '@nestjs/common';
import { type LabellingStatus, labellingStatusSchema } from '@moodline/sentiment/contract';
import { type Actor, Answers, CurrentActor, RequirePermission } from '@moodline/shared/http';
import { LabellingProgress } from './labelling-progress';

@Controller('labelling')
export class SentimentController {
  constructor(private readonly progress: LabellingProgress) {}

  /** How far labelling is. */
  @Get()
  @Answers(labellingStatusSchema)
  @RequirePermission('labelling.read')
  status(@CurrentActor() actor: Actor): Promise<LabellingStatus> {
    return this.progress.status(actor.workspaceId);
  }
}
