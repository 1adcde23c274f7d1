import { Injectable } from '@nestjs/common';
import { dayOf } from '@moodline/comments/api';
import { Annotations, MoodFacts } from '@moodline/trends/api';
import { annotatedDay } from './annotated-day';
import { subjectOf } from './event-subject';
import { topicQuery } from './scope/topic';

/** Fewer comments in a day make no event. */
const LEAST_COMMENTS = 3;

/** Finds the day of something that happened: by what was written down of it, else by what comments say about it. */
@Injectable()
export class EventFinder {
  constructor(
    private readonly moods: MoodFacts,
    private readonly annotations: Annotations,
  ) {}

  /**
   * The day of the annotation that names it; without one, the first day on which at least half as many comments speak of it as on the day with the most; null where never three of a day
   * do. Words of a listed subject are looked for in all languages.
   */
  async dayOf(workspaceId: number, name: string): Promise<string | null> {
    const written = annotatedDay(name, await this.annotations.writtenDown(workspaceId));
    if (written) return written;
    const { points, timeZone } = await this.moods.series(workspaceId, { q: eventQuery(name), step: 'day' });
    const most = Math.max(0, ...points.map(({ n }) => n));
    const first = points.find(({ n }) => n >= LEAST_COMMENTS && n >= most / 2);
    return first ? dayOf(new Date(first.start), timeZone) : null;
  }
}

/** The words of a name, or all words of the subject that it belongs to. */
export function eventQuery(name: string): string {
  const subject = subjectOf(name);
  const own = topicQuery({ words: name, exact: false });
  if (!subject) return own;
  return subject.words
    .map((word) => (/\s/.test(word) ? `"${word}"` : word))
    .slice(0, 30)
    .join(' OR ');
}
