import type { Answer, ChatEvent } from '@moodline/chat/contract';
import { WHOLE_SCOPE, type Fact, type FactOf } from '@moodline/narration/contract';

const PERIOD = { from: '2026-05-03', to: '2026-05-09' };

/** A fact with comments behind it. */
export const fact = (part: Partial<FactOf<'change'>> = {}): Fact => ({
  id: 'F1',
  kind: 'change',
  measure: 'net',
  label: null,
  value: -43,
  unit: 'points',
  before: 32,
  now: -11,
  nBefore: 398,
  n: 412,
  clear: true,
  margin: 9,
  period: PERIOD,
  compared: { from: '2026-04-26', to: '2026-05-02' },
  scope: WHOLE_SCOPE,
  direction: 'down',
  citations: { commentIds: [], filter: PERIOD },
  ...part,
});

/** A comment as a fact. */
export const quote = (text = 'the battery no longer lasts a day'): Fact => ({
  id: 'F2',
  kind: 'quote',
  commentId: 1182,
  text,
  label: 'negative',
  language: 'en',
  source: 'Forum',
  about: null,
  value: 3,
  unit: 'comments',
  n: 1,
  period: PERIOD,
  scope: WHOLE_SCOPE,
  direction: null,
  citations: { commentIds: [1182], filter: null },
});

/** An answered question. */
export const answer = (part: Partial<Answer> = {}): Answer => ({
  intent: 'trend',
  measure: 'change',
  scope: WHOLE_SCOPE,
  period: PERIOD,
  compared: null,
  by: null,
  order: null,
  number: null,
  event: null,
  language: 'en',
  facts: [fact(), quote()],
  exhibits: [],
  sentences: [{ text: 'Net mood fell from +32 to −11.', citations: ['F1'] }],
  quotes: [{ commentId: 1182, text: 'the battery no longer lasts a day' }],
  declined: false,
  asksBack: null,
  reason: null,
  reasonCode: null,
  suggestions: [],
  seal: 'made-here',
  ...part,
});

/** The events with which an answer comes. */
export function eventsOf(whole: Answer): ChatEvent[] {
  const facts: Partial<Answer> = { ...whole };
  delete facts.sentences;
  delete facts.seal;
  return [
    { type: 'facts', data: facts as Omit<Answer, 'sentences' | 'seal'> },
    { type: 'done', data: whole },
  ];
}
