import { Injectable } from '@nestjs/common';
import type { ProposedChange } from '@moodline/sentiment/contract';
import { Database } from '@moodline/shared/db';

/** The comments that a proposal would label otherwise, with their texts. */
@Injectable()
export class ProposedChanges {
  constructor(private readonly database: Database) {}

  /** The surest changes first. */
  async of(workspaceId: number, proposalId: number): Promise<ProposedChange[]> {
    const rows = await this.database.$queryRaw<(Omit<ProposedChange, 'publishedAt'> & { publishedAt: Date })[]>`
      SELECT p.comment_id AS "commentId", c.text, s.name AS source, c.published_at AS "publishedAt", p.before, p.after, p.probability
      FROM head_proposal_change p
      JOIN comment c ON c.workspace_id = p.workspace_id AND c.id = p.comment_id AND c.erased_at IS NULL
      JOIN source s ON s.workspace_id = c.workspace_id AND s.id = c.source_id
      WHERE p.workspace_id = ${workspaceId} AND p.proposal_id = ${proposalId}
      ORDER BY p.probability DESC, p.comment_id`;
    return rows.map(({ publishedAt, ...row }) => ({ ...row, publishedAt: publishedAt.toISOString() }));
  }
}
