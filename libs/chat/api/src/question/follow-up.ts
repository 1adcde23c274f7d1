import type { TypedQuestion } from '@moodline/chat/contract';
import type { Wanted } from './intent-decision';
import { LEXICONS, type Understanding } from './understanding';

/** Whether a question goes on from the one before: it says so, or says nothing of what it wants. */
export function goesOn(read: Understanding, wanted: Wanted | null): boolean {
  if (wanted === null || LEXICONS[read.language].followUp.test(read.text)) return true;
  // "Why?", "Show me two quotes": of what was said before.
  return (wanted.intent === 'why' || wanted.intent === 'quotes') && !namesAnything(read);
}

const namesAnything = ({
  sources,
  monitors,
  languages,
  labels,
  stars,
  topics,
  periods,
  event,
  vague,
}: Understanding): boolean =>
  [sources, monitors, languages, labels, stars, topics, periods].some(({ length }) => length > 0) ||
  event !== null ||
  vague;

/** What a follow-up wants: its own intent, or that of the question before with the label and number that it changes. */
export function inherited(read: Understanding, wanted: Wanted | null, before: TypedQuestion): Wanted {
  const kept = before.scope.labels.filter(
    (label) => label === 'positive' || label === 'negative' || label === 'neutral',
  );
  const labels = read.labels.length ? read.labels : kept;
  // "What about YouTube?" has a word of a topic and no topic.
  const empty = read.intents.every((intent) => intent === 'topic') && !read.topics.length;
  if (wanted && !empty)
    return { ...wanted, labels: wanted.labels.length || wanted.intent === 'fix' ? wanted.labels : labels };
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
