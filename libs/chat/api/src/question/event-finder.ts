import { Injectable } from '@nestjs/common';
import { dayOf } from '@moodline/comments/api';
import { Annotations, MoodFacts } from '@moodline/trends/api';
import { annotatedDay } from './annotated-day';
import { subjectOf } from './event-subject';
import { topicQuery } from './scope/topic';

/** Fewer comments in a day make no event. */
const LEAST_COMMENTS = 3;
const PATCH = /补丁|热修|修正アップデート|\b(?:hot ?)?fix\b|\bpatch\b/iu;
const PATCH_WORDS = '补丁 OR 热修 OR hotfix OR "hot fix" OR patch OR 修正アップデート OR パッチ';
const VERSION = /\d+(?:\.\d+)+/u;

/** Finds the day of something that happened: by what was written down of it, else by what comments say about it. */
@Injectable()
export class EventFinder {
  constructor(
    private readonly moods: MoodFacts,
    private readonly annotations: Annotations,
  ) {}

  /**
   * The day of the annotation that names it; without one, the first day on which at least half as many comments speak of it as on
   * the day with the most; null where never three of a day do. Words of a listed subject are looked for in all languages.
   */
  async dayOf(workspaceId: number, name: string): Promise<string | null> {
    const written = annotatedDay(name, await this.annotations.writtenDown(workspaceId));
    if (written) return written;
    for (const q of eventQueries(name)) {
      const { points, timeZone } = await this.moods.series(workspaceId, { q, step: 'day' });
      const most = Math.max(0, ...points.map(({ n }) => n));
      const first = points.find(({ n }) => n >= LEAST_COMMENTS && n >= most / 2);
      if (first) return dayOf(new Date(first.start), timeZone);
    }
    return null;
  }
}

/**
 * Searches for an event, of which the first one that finds a day counts: a number of a version says exactly which update is meant; a name
 * that is mostly the word of a listed subject means all words of it ("the apology letter"); others stand for themselves.
 */
export function eventQueries(name: string): string[] {
  const version = VERSION.exec(name)?.[0];
  if (version) return [`"${version}"`];
  // A fix that came behind the update is not the update.
  if (PATCH.test(name)) return [PATCH_WORDS];
  const lower = name.toLowerCase();
  const named = (word: string) => lower.includes(word) && word.length > (/[a-z]/.test(word) ? 3 : 1);
  const subject = subjectOf(name);
  const own = topicQuery({ words: name, exact: false });
  if (!subject) return [own];
  const all = subject.words
    .map((word) => (/\s/.test(word) ? `"${word}"` : word))
    .slice(0, 30)
    .join(' OR ');
  const isMostly = subject.words.some((word) => named(word) && 2 * word.length >= lower.length);
  return isMostly ? [all] : [own, all];
}
