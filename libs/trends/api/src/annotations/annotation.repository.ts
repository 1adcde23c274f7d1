import { Injectable } from '@nestjs/common';
import { Database } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import { WRITTEN_KINDS, type Annotation, type SaveAnnotation, type WrittenKind } from '@moodline/trends/contract';

/** Between which moments: instants, and the days that they touch. An open end is null. */
export interface AnnotatedSpan {
  readonly from: Date | null;
  readonly to: Date | null;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** Who writes. */
export interface Author {
  readonly userId: number;
  readonly byName: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
type Row = Awaited<ReturnType<Database['annotation']['findFirstOrThrow']>>;

/** What people wrote down. */
@Injectable()
export class AnnotationRepository {
  constructor(private readonly database: Database) {}

  /** The newest `limit` of a span, newest first. */
  async list(workspaceId: number, span: AnnotatedSpan, limit: number): Promise<Annotation[]> {
    const { from, to, firstDay, lastDay } = span;
    const rows = await this.database.annotation.findMany({
      where: {
        workspaceId,
        OR: [
          { day: { not: null, gte: toDate(firstDay), lte: toDate(lastDay) } },
          { instant: { not: null, gte: from ?? undefined, lt: to ?? undefined } },
        ],
      },
      orderBy: { id: 'desc' },
      take: limit,
    });
    return rows.map(toAnnotation);
  }

  async add(workspaceId: number, annotation: SaveAnnotation, author: Author): Promise<Annotation> {
    const data = { workspaceId, ...author, ...columnsOf(annotation) };
    return toAnnotation(await this.database.annotation.create({ data }));
  }

  /** Whoever changes it, its author stays. @throws NotFoundError */
  async save(workspaceId: number, id: number, annotation: SaveAnnotation): Promise<void> {
    const { count } = await this.database.annotation.updateMany({
      where: { workspaceId, id },
      data: columnsOf(annotation),
    });
    if (!count) throw new NotFoundError('annotation', id);
  }

  /** @throws NotFoundError */
  async remove(workspaceId: number, id: number): Promise<void> {
    const { count } = await this.database.annotation.deleteMany({ where: { workspaceId, id } });
    if (!count) throw new NotFoundError('annotation', id);
  }
}

const toDate = (day: string | null): Date | undefined => (day === null ? undefined : new Date(day));

function columnsOf({ at, text, kind }: SaveAnnotation) {
  const isDay = DAY.test(at);
  return { text, kind, day: isDay ? new Date(at) : null, instant: isDay ? null : new Date(at) };
}

function toAnnotation({ id, kind, day, instant, text, byName }: Row): Annotation {
  return {
    kind: WRITTEN_KINDS.find((known) => known === kind) ?? ('note' satisfies WrittenKind),
    id,
    at: day ? day.toISOString().slice(0, 10) : (instant?.toISOString() ?? ''),
    text,
    by: byName,
    comments: null,
  };
}
