import { Controller, Get, Res } from '@nestjs/common';
import { type Summary, type SummaryQuery, summaryQuerySchema, summarySchema } from '@moodline/reports/contract';
import { type Actor, Answers, CurrentActor, RequirePermission, ZodQuery } from '@moodline/shared/http';
import type { Response } from 'express';
import { SummaryWriter } from './summary-writer';

@Controller('summary')
export class ReportsController {
  constructor(private readonly writer: SummaryWriter) {}

  /** Writing stops when the client goes away. */
  @Get()
  @Answers(summarySchema)
  @RequirePermission('reports.read')
  summary(
    @CurrentActor() actor: Actor,
    @ZodQuery(summaryQuerySchema) query: SummaryQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Summary> {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    return this.writer.summarise(actor.workspaceId, query, gone.signal);
  }
}
