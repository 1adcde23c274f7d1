import { Controller, Get } from '@nestjs/common';
import { auditPageSchema, auditQuerySchema, type AuditPage, type AuditQuery } from '@moodline/accounts/contract';
import { type Actor, Answers, CurrentActor, RequirePermission, ZodQuery } from '@moodline/shared/http';
import { AuditRepository } from './audit.repository';

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
}
