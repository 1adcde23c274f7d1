import { Injectable } from '@nestjs/common';
import { dayOf } from '@moodline/comments/api';
import { MoodFacts, SUBJECTS } from '@moodline/trends/api';
import { topicQuery } from './scope/topic';

/** Fewer comments in a day make no event. */
const LEAST_COMMENTS = 3;

/** Finds the day of something that happened by what people wrote about it. */
@Injectable()
export class EventFinder {
  constructor(private readonly moods: MoodFacts) {}

  /**
   * The first day on which at least half as many comments speak of it as on the day with the most; null where never three of a day
   * do. Words of a listed subject are looked for in all languages.
   */
  async dayOf(workspaceId: number, name: string): Promise<string | null> {
    const { points, timeZone } = await this.moods.series(workspaceId, { q: eventQuery(name), step: 'day' });
    const most = Math.max(0, ...points.map(({ n }) => n));
    const first = points.find(({ n }) => n >= LEAST_COMMENTS && n >= most / 2);
    return first ? dayOf(new Date(first.start), timeZone) : null;
  }
}

/** The words of a name, or all words of the subject that it belongs to. */
export function eventQuery(name: string): string {
  const lower = name.toLowerCase();
  const subject = SUBJECTS.find(({ words }) =>
    words.some((word) => lower.includes(word) && word.length > (/[a-z]/.test(word) ? 3 : 1)),
  );
  const own = topicQuery({ words: name, exact: false });
  if (!subject) return own;
  return subject.words
    .map((word) => (/\s/.test(word) ? `"${word}"` : word))
    .slice(0, 30)
    .join(' OR ');
}
