import { Controller, Get } from '@nestjs/common';
import { type Summary, type SummaryQuery, summaryQuerySchema, summarySchema } from '@moodline/reports/contract';
import { type Actor, Answers, CurrentActor, RequirePermission, ZodQuery } from '@moodline/shared/http';
import { SummaryWriter } from './summary-writer';

@Controller('summary')
export class SummaryController {
  constructor(private readonly writer: SummaryWriter) {}

  @Get()
  @Answers(summarySchema)
  @RequirePermission('reports.read')
  summary(@CurrentActor() actor: Actor, @ZodQuery(summaryQuerySchema) query: SummaryQuery): Promise<Summary> {
    return this.writer.summarise(actor.workspaceId, query);
  }
}
