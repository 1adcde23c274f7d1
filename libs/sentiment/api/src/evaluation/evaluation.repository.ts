import { Injectable } from '@nestjs/common';
import {
  type Evaluation,
  type EvaluationProgress,
  type EvaluationResult,
  evaluationResultSchema,
} from '@moodline/sentiment/contract';
import type { Facet, Label } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';
import { ALL_WORKSPACES, Database, DatabaseLock, lock, Prisma, type Transaction } from '@moodline/shared/db';
import type { LabelDecision } from '../label-decision';
import type { EvaluatedRow } from './metrics';
import { namesOfPeople } from './names-of-people.query';

/** What an evaluation is about. */
export interface EvaluationPlan {
  readonly workspaceId: number;
  readonly set: Evaluation['set'];
  readonly role: string;
  readonly version: number;
  readonly model: string;
  readonly userId: number;
}

/** An evaluation that a worker holds. */
export interface OpenEvaluation extends Omit<EvaluationPlan, 'userId'> {
  readonly id: number;
}

/** A row to be judged. */
export interface GoldRow {
  readonly commentId: number | null;
  readonly gold: Label;
  readonly language: string;
  readonly source: string;
  /** What the machine said already; absent where it has to be asked. */
  readonly decision?: LabelDecision;
}

export interface JudgedRow {
  readonly position: number;
  readonly decision: LabelDecision;
}

interface StoredRow {
  readonly gold: string;
  readonly predicted: string | null;
  readonly positive: number | null;
  readonly neutral: number | null;
  readonly negative: number | null;
  readonly language: string;
  readonly source: string;
}

/** Evaluations in the list. */
const LISTED = 100;
/** How long a finished evaluation is news (s). */
const NEWS_SECONDS = 5;

/** Evaluations and what the machine said in them. */
@Injectable()
export class EvaluationRepository {
  constructor(private readonly database: Database) {}

  /** Writes down an evaluation with all of its rows. @returns its id */
  async plan({ set, ...plan }: EvaluationPlan, rows: readonly GoldRow[]): Promise<number> {
    return this.database.$transaction(async (transaction) => {
      const done = rows.filter(({ decision }) => decision).length;
      const { id } = await transaction.evaluation.create({
        data: { ...plan, setKind: set.kind, setId: set.id, setName: set.name, total: rows.length, done },
      });
      const said = rows.map(({ decision }) => (decision ? columns(decision) : null));
      await transaction.$executeRaw`
        INSERT INTO evaluation_row (workspace_id, evaluation_id, position, comment_id, gold, language, source, judged, predicted, positive, neutral, negative)
        SELECT ${plan.workspaceId}, ${id}, row_number() OVER (), v.* FROM unnest(
          ${rows.map(({ commentId }) => commentId)}::bigint[], ${rows.map(({ gold }) => gold)}::text[], ${rows.map(({ language }) => language)}::text[], ${rows.map(({ source }) => source)}::text[],
          ${said.map((row) => row !== null)}::boolean[], ${said.map((row) => row?.predicted ?? null)}::text[],
          ${said.map((row) => row?.positive ?? null)}::real[], ${said.map((row) => row?.neutral ?? null)}::real[], ${said.map((row) => row?.negative ?? null)}::real[]
        ) AS v`;
      return id;
    });
  }

  /** Takes the next evaluation, one at a time in a workspace; one whose worker died is taken up again. */
  async claim(leaseSeconds: number): Promise<OpenEvaluation | null> {
    return this.database.$transaction(async (transaction) => {
      // One claim at a time: two workers must not start two evaluations of a workspace.
      await lock(transaction, DatabaseLock.EvaluationClaim, ALL_WORKSPACES);
      const [taken] = await transaction.$queryRaw<
        (Omit<OpenEvaluation, 'set'> & { kind: Evaluation['set']['kind']; setId: number | null; name: string })[]
      >`
        UPDATE evaluation e SET state = 'running', started_at = coalesce(e.started_at, now()), lease_until = now() + make_interval(secs => ${leaseSeconds}::int)
        FROM (
          SELECT workspace_id, id FROM evaluation n
          WHERE (state = 'queued' OR (state = 'running' AND lease_until < now()))
            AND NOT EXISTS (SELECT FROM evaluation o WHERE o.workspace_id = n.workspace_id AND o.state = 'running' AND o.lease_until >= now())
          ORDER BY id LIMIT 1
        ) next WHERE e.workspace_id = next.workspace_id AND e.id = next.id
        RETURNING e.workspace_id AS "workspaceId", e.id, e.role, e.version, e.model, e.set_kind AS kind, e.set_id AS "setId", e.set_name AS name`;
      if (!taken) return null;
      const { kind, setId, name, ...open } = taken;
      return { ...open, set: { kind, id: setId, name } };
    });
  }

  /** @returns false when the evaluation is not at work any more: it was cancelled or removed */
  async renew({ workspaceId, id }: OpenEvaluation, leaseSeconds: number): Promise<boolean> {
    const count = await this.database.$executeRaw`
      UPDATE evaluation SET lease_until = now() + make_interval(secs => ${leaseSeconds}::int) WHERE workspace_id = ${workspaceId} AND id = ${id} AND state = 'running'`;
    return count > 0;
  }

  /** Gives an evaluation back, for another worker to go on at once. */
  async release({ workspaceId, id }: OpenEvaluation): Promise<void> {
    await this.database
      .$executeRaw`UPDATE evaluation SET lease_until = now() - interval '1 second' WHERE workspace_id = ${workspaceId} AND id = ${id} AND state = 'running'`;
  }

  /** Positions and languages of the next rows that the machine has to judge. */
  async openRows(
    { workspaceId, id }: OpenEvaluation,
    limit: number,
  ): Promise<{ position: number; language: Language }[]> {
    const rows = await this.database.evaluationRow.findMany({
      where: { workspaceId, evaluationId: id, judged: false },
      select: { position: true, language: true },
      orderBy: { position: 'asc' },
      take: limit,
    });
    return rows.map(({ position, language }) => ({ position, language: language as Language }));
  }

  /** Keeps what the machine said of some rows; a row that is judged already stays. @returns false as {@link renew} */
  async judge({ workspaceId, id }: OpenEvaluation, rows: readonly JudgedRow[]): Promise<boolean> {
    const said = rows.map(({ decision }) => columns(decision));
    return this.database.$transaction(async (transaction) => {
      const [held] = await transaction.$queryRaw<
        unknown[]
      >`SELECT id FROM evaluation WHERE workspace_id = ${workspaceId} AND id = ${id} AND state = 'running' FOR UPDATE`;
      if (!held) return false;
      const judged = await transaction.$executeRaw`
        UPDATE evaluation_row r SET judged = true, predicted = v.predicted, positive = v.positive, neutral = v.neutral, negative = v.negative,
          emotion = v.emotion, kind = v.kind
        FROM unnest(
          ${rows.map(({ position }) => position)}::int[], ${said.map(({ predicted }) => predicted)}::text[],
          ${said.map(({ positive }) => positive)}::real[], ${said.map(({ neutral }) => neutral)}::real[], ${said.map(({ negative }) => negative)}::real[],
          ${rows.map(({ decision }) => besides(decision, 'emotion'))}::text[], ${rows.map(({ decision }) => besides(decision, 'kind'))}::text[]
        ) AS v (position, predicted, positive, neutral, negative, emotion, kind)
        WHERE r.workspace_id = ${workspaceId} AND r.evaluation_id = ${id} AND r.position = v.position AND NOT r.judged`;
      await transaction.evaluation.updateMany({ where: { workspaceId, id }, data: { done: { increment: judged } } });
      return true;
    });
  }

  /** All rows as the scores take them. */
  async rows(workspaceId: number, id: number): Promise<EvaluatedRow[]> {
    const rows = await this.database.evaluationRow.findMany({ where: { workspaceId, evaluationId: id, judged: true } });
    return rows.map(toEvaluated);
  }

  /** What the heads beside the mood said, by position; rows without an answer are missing. */
  async besides(
    workspaceId: number,
    id: number,
  ): Promise<{ position: number; language: string; emotion: string | null; kind: string | null }[]> {
    return this.database.evaluationRow.findMany({
      where: { workspaceId, evaluationId: id, OR: [{ emotion: { not: null } }, { kind: { not: null } }] },
      select: { position: true, language: true, emotion: true, kind: true },
    });
  }

  async finish(
    { workspaceId, id }: OpenEvaluation,
    outcome: { result: EvaluationResult } | { problem: string },
  ): Promise<void> {
    const end =
      'result' in outcome
        ? { state: 'done', result: outcome.result as Prisma.InputJsonValue }
        : { state: 'failed', problem: outcome.problem };
    await this.database.evaluation.updateMany({
      where: { workspaceId, id, state: 'running' },
      data: { ...end, finishedAt: new Date() },
    });
  }

  /** Ends an evaluation that waits or works. @returns false when it does neither */
  async cancel(workspaceId: number, id: number): Promise<boolean> {
    const { count } = await this.database.evaluation.updateMany({
      where: { workspaceId, id, state: { in: ['queued', 'running'] } },
      data: { state: 'cancelled', finishedAt: new Date() },
    });
    return count > 0;
  }

  /** Takes the rows of comments that are about to be removed out of all evaluations; scores that stand stay. */
  async forget(transaction: Transaction, workspaceId: number, commentIds: readonly number[]): Promise<void> {
    await transaction.$executeRaw`
      WITH gone AS (DELETE FROM evaluation_row WHERE workspace_id = ${workspaceId} AND comment_id = ANY(${[...commentIds]}::bigint[]) RETURNING evaluation_id, judged),
        lost AS (SELECT evaluation_id, count(*)::int AS rows, (count(*) FILTER (WHERE judged))::int AS judged FROM gone GROUP BY 1)
      UPDATE evaluation e SET total = e.total - lost.rows, done = e.done - lost.judged
      FROM lost WHERE e.workspace_id = ${workspaceId} AND e.id = lost.evaluation_id AND e.state IN ('queued', 'running')`;
  }

  /** Newest first, also those that were removed and can be brought back. */
  list(workspaceId: number): Promise<Evaluation[]> {
    return this.find({ workspaceId });
  }

  async one(workspaceId: number, id: number): Promise<Evaluation | null> {
    return (await this.find({ workspaceId, id }))[0] ?? null;
  }

  private async find(where: { workspaceId: number; id?: number }): Promise<Evaluation[]> {
    const { workspaceId } = where;
    const rows = await this.database.evaluation.findMany({
      where: { ...where, OR: [{ removeAt: null }, { removeAt: { gt: new Date() } }] },
      orderBy: { id: 'desc' },
      take: LISTED,
    });
    const userIds = rows.map(({ userId }) => userId);
    const names = await namesOfPeople(this.database, workspaceId, userIds);
    return rows.map((row) => toEvaluation(row, names.get(row.userId) ?? ''));
  }

  /** Evaluations that wait, work, or have ended just now, in all workspaces. */
  news(): Promise<(EvaluationProgress & { workspaceId: number })[]> {
    return this.database.$queryRaw`
      SELECT workspace_id AS "workspaceId", id, state, done, total FROM evaluation
      WHERE state IN ('queued', 'running') OR finished_at > now() - make_interval(secs => ${NEWS_SECONDS}::int)`;
  }
}

function toEvaluation(row: Prisma.EvaluationGetPayload<object>, by: string): Evaluation {
  const { id, done, total, role, version, model, problem } = row;
  return {
    ...{ id, done, total, role, version, model, problem, by },
    state: row.state as Evaluation['state'],
    set: { kind: row.setKind as Evaluation['set']['kind'], id: row.setId, name: row.setName },
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    removeAt: row.removeAt?.toISOString() ?? null,
    result: row.result === null ? null : evaluationResultSchema.parse(row.result),
  };
}

const besides = (decision: LabelDecision, head: Facet) => ('label' in decision ? (decision[head]?.is ?? null) : null);

function columns(decision: LabelDecision): Pick<StoredRow, 'predicted' | Label> {
  return 'label' in decision
    ? { predicted: decision.label, ...decision.probabilities }
    : { predicted: null, positive: null, neutral: null, negative: null };
}

function toEvaluated({ gold, predicted, positive, neutral, negative, language, source }: StoredRow): EvaluatedRow {
  const probabilities =
    positive === null || neutral === null || negative === null ? null : { positive, neutral, negative };
  return { gold: gold as Label, predicted: predicted as Label | null, probabilities, language, source };
}
