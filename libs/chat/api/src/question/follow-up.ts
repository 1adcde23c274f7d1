import type { TypedQuestion } from '@moodline/chat/contract';
import type { Wanted } from './intent-decision';
import { LEXICONS, type Understanding } from './understanding';

/** Whether a question goes on from the one before: it says so, or says nothing of what it wants. */
export function goesOn(read: Understanding, wanted: Wanted | null): boolean {
  return wanted === null || LEXICONS[read.language].followUp.test(read.text);
}

/** What a follow-up wants: its own intent, or that of the question before with the label and number that it changes. */
export function inherited(read: Understanding, wanted: Wanted | null, before: TypedQuestion): Wanted {
  // "What about YouTube?" has a word of a topic and no topic.
  const empty =
    wanted &&
    ['topic', 'summary'].includes(wanted.intent) &&
    !read.topics.length &&
    read.intents.every((intent) => intent === 'topic');
  if (wanted && !empty) return wanted;
  const labels = read.labels.length
    ? read.labels
    : before.scope.labels.filter((label) => label === 'positive' || label === 'negative' || label === 'neutral');
  const { intent, measure, by, order, number } = before;
  const turned = turnedBy(intent, read);
  // Of a comparison only one side is left.
  const single = intent === 'compare' && read.sources.length === 1 && !read.periods.length;
  return {
    intent: single ? 'trend' : turned,
    measure: single && measure === 'share' ? 'net' : measure,
    by: single ? null : by,
    order: read.order ?? order,
    number: read.number ?? number,
    labels: turned === 'praise' ? ['positive'] : turned === 'complaints' ? ['negative'] : labels,
  };
}

function turnedBy(intent: TypedQuestion['intent'], { labels }: Understanding): TypedQuestion['intent'] {
  if (intent === 'complaints' && labels.includes('positive')) return 'praise';
  return intent === 'praise' && labels.includes('negative') ? 'complaints' : intent;
}
