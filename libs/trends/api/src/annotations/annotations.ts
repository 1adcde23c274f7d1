import { Injectable } from '@nestjs/common';
import { dayOf, FilterResolver, startOfDay } from '@moodline/comments/api';
import type { Actor } from '@moodline/shared/http';
import type { Annotation, AnnotationsQuery, SaveAnnotation } from '@moodline/trends/contract';
import { AuthorNameQuery } from '../queries/author-name.query';
import { KnownEventsQuery } from '../queries/known-events.query';
import { AnnotationRepository } from './annotation.repository';

/** Most of a kind that a chart is given: more marks than these are not told apart. */
const MOST = 200;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What a person wrote down, and of which day. */
export interface WrittenDown {
  readonly text: string;
  readonly day: string;
}

/** What happened when: what people wrote down, and what is known anyway. */
@Injectable()
export class Annotations {
  constructor(
    private readonly filters: FilterResolver,
    private readonly written: AnnotationRepository,
    private readonly known: KnownEventsQuery,
    private readonly names: AuthorNameQuery,
  ) {}

  /** Of a period, in the order in which it happened. */
  async list(workspaceId: number, { from, to }: AnnotationsQuery): Promise<Annotation[]> {
    const { timeZone, ...span } = await this.filters.resolve(workspaceId, { from, to });
    const lastDay = span.to && dayOf(new Date(span.to.getTime() - 1), timeZone);
    const days = { firstDay: span.from && dayOf(span.from, timeZone), lastDay };
    const [written, known] = await Promise.all([
      this.written.list(workspaceId, { ...span, ...days }, MOST),
      this.known.list(workspaceId, span, MOST),
    ]);
    const timeOf = ({ at }: Annotation) => (DAY.test(at) ? startOfDay(at, timeZone) : new Date(at)).getTime();
    return [...written, ...known].sort((a, b) => timeOf(a) - timeOf(b) || a.id - b.id);
  }

  async add({ workspaceId, userId, key }: Actor, annotation: SaveAnnotation): Promise<Annotation> {
    const byName = key ?? (await this.names.read(workspaceId, userId));
    return this.written.add(workspaceId, annotation, { userId, byName });
  }

  /** What people wrote down, of all times, with its day in the zone; the latest day first. */
  async writtenDown(workspaceId: number): Promise<WrittenDown[]> {
    const always = { from: null, to: null, firstDay: null, lastDay: null };
    const [{ timeZone }, written] = await Promise.all([
      this.filters.resolve(workspaceId, {}),
      this.written.list(workspaceId, always, MOST),
    ]);
    return written
      .map(({ at, text }) => ({ text, day: DAY.test(at) ? at : dayOf(new Date(at), timeZone) }))
      .sort((a, b) => b.day.localeCompare(a.day));
  }
}
