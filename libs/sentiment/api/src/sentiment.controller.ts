import { Controller, Get } from '@nestjs/common';
import type { LabellingStatus } from '@moodline/sentiment/contract';
import { CurrentActor, RequirePermission, type Actor } from '@moodline/shared/http';
import { LabellingProgress } from './labelling-progress';

@Controller('labelling')
export class SentimentController {
  constructor(private readonly progress: LabellingProgress) {}

  @Get()
  @RequirePermission('labelling.read')
  status(@CurrentActor() actor: Actor): Promise<LabellingStatus> {
    return this.progress.status(actor.workspaceId);
  }
}
