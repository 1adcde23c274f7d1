import { Injectable } from '@nestjs/common';
import type { SupportAnswer } from '@moodline/assistants/contract';
import { Database, Prisma } from '@moodline/shared/db';

interface Row {
  readonly id: number;
  readonly text: string;
  readonly origin: SupportAnswer['from'];
  readonly approvedBy: string | null;
  readonly approvedAt: Date;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  readonly sendingAt: Date | null;
  readonly sentThrough: string | null;
  readonly sentLink: string | null;
}

/** Answers with the names of who approved and gave them. */
@Injectable()
export class SupportAnswersQuery {
  constructor(private readonly database: Database) {}

  /** Of these comments, by their id. */
  async of(workspaceId: number, commentIds: readonly number[]): Promise<Map<number, SupportAnswer>> {
    const these = Prisma.sql`AND a.comment_id = ANY(${[...commentIds]}::bigint[])`;
    return new Map(await this.read(workspaceId, these));
  }

  /** Those that were given last, the newest first. */
  latest(workspaceId: number, limit: number): Promise<[number, SupportAnswer][]> {
    const newest = Prisma.sql`AND a.answered_at IS NOT NULL ORDER BY a.answered_at DESC, a.comment_id LIMIT ${limit}`;
    return this.read(workspaceId, newest);
  }

  private async read(workspaceId: number, which: Prisma.Sql): Promise<[number, SupportAnswer][]> {
    const rows = await this.database.$queryRaw<Row[]>`
      SELECT a.comment_id AS id, a.text, a.origin, p.name AS "approvedBy", a.approved_at AS "approvedAt", g.name AS "answeredBy",
        a.answered_at AS "answeredAt", a.sending_at AS "sendingAt", a.sent_through AS "sentThrough", a.sent_link AS "sentLink"
      FROM support_answer a
      LEFT JOIN "user" p ON p.workspace_id = a.workspace_id AND p.id = a.approved_by
      LEFT JOIN "user" g ON g.workspace_id = a.workspace_id AND g.id = a.answered_by
      WHERE a.workspace_id = ${workspaceId} ${which}`;
    return rows.map((row) => [row.id, answerOf(row)]);
  }
}

function answerOf({ text, origin, approvedBy, approvedAt, answeredBy, answeredAt, ...sending }: Row): SupportAnswer {
  const { sendingAt, sentThrough, sentLink } = sending;
  return {
    ...{ text, from: origin, approvedBy: approvedBy ?? '', approvedAt: approvedAt.toISOString() },
    answeredBy: answeredAt ? (answeredBy ?? '') : null,
    answeredAt: answeredAt?.toISOString() ?? null,
    sent: sentThrough ? { through: sentThrough, link: sentLink } : null,
    unclear: sendingAt?.toISOString() ?? null,
  };
}
