import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Res } from '@nestjs/common';
import {
  auditEventSchema,
  auditExportQuerySchema,
  auditPageSchema,
  auditQuerySchema,
  type AuditExportQuery,
  type AuditPage,
  type AuditQuery,
} from '@moodline/accounts/contract';
import { type Actor, Answers, AnswersStream, CurrentActor, RequirePermission, ZodQuery } from '@moodline/shared/http';
import type { Response } from 'express';
import { auditLines } from './audit-lines';
import { AuditRepository } from './audit.repository';

const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson' } as const;

/** Who did what. */
@Controller('audit')
export class AuditController {
  constructor(private readonly events: AuditRepository) {}

  @Get()
  @Answers(auditPageSchema)
  @RequirePermission('audit.read')
  page(@CurrentActor() actor: Actor, @ZodQuery(auditQuerySchema) query: AuditQuery): Promise<AuditPage> {
    return this.events.page(actor.workspaceId, query);
  }

  /** All that matches, as a file; that it was taken out stands in it first. */
  @Get('export')
  @AnswersStream('application/x-ndjson', auditEventSchema)
  @RequirePermission('audit.read')
  async export(
    @CurrentActor() { workspaceId }: Actor,
    @ZodQuery(auditExportQuerySchema) { format, ...query }: AuditExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const name = `moodline-audit-${new Date().toISOString().slice(0, 10)}.${format}`;
    response.set({ 'Content-Type': TYPES[format], 'Content-Disposition': `attachment; filename="${name}"` });
    await pipeline(Readable.from(auditLines(this.events.all(workspaceId, query), format)), response);
  }
}
