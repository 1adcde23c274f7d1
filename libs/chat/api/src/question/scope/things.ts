import { completed } from '../intent-decision';
import type { Wanted } from '../wanted';
import type { Understanding } from '../understanding';
import { topicRow } from './topic-words';

/** Listed topics that happen on a day; the other ones are there all the time. */
const HAPPENS: ReadonlySet<string> = new Set(
  'update|firmware|apology|price|price cut|discount|refund|returns|replacement|repair|warranty|compensation|advertising|customer service|packaging|subscription|delay|cancellation'.split(
    '|',
  ),
);

/** "The battery got better": a thing has no day of its own, so that its mood is told, and not what came after it. */
export function withoutEffectOfThing(read: Understanding, wanted: Wanted): Wanted {
  if (wanted.intent !== 'effect' || read.event || !read.topics.length) return wanted;
  const isThing = read.topics.every(({ words }) => {
    const row = topicRow(words);
    return row !== null && !HAPPENS.has(row.en[0] ?? '');
  });
  return isThing ? completed('trend', read) : wanted;
}
