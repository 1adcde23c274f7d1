import { Controller, Get, Res } from '@nestjs/common';
import { summaryQuerySchema, type Summary, type SummaryQuery } from '@moodline/reports/contract';
import { CurrentActor, RequirePermission, ZodQuery, type Actor } from '@moodline/shared/http';
import type { Response } from 'express';
import { SummaryWriter } from './summary-writer';

@Controller('summary')
export class ReportsController {
  constructor(private readonly writer: SummaryWriter) {}

  /** Writing stops when the client goes away. */
  @Get()
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
