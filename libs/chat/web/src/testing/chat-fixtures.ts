import type { Answer, ChatEvent, Fact } from '@moodline/chat/contract';

/** A fact with comments behind it. */
export const fact = (part: Partial<Fact> = {}): Fact => ({
  id: 'F1',
  kind: 'net mood',
  line: 'F1 | net mood | 2026-05-03..2026-05-09 | -11 | down from +32 | n=412',
  commentIds: [],
  filter: { from: '2026-05-03', to: '2026-05-09' },
  ...part,
});

/** An answered question. */
export const answer = (part: Partial<Answer> = {}): Answer => ({
  intent: 'trend',
  language: 'en',
  period: { from: '2026-05-03T00:00:00Z', to: '2026-05-10T00:00:00Z' },
  facts: [
    fact(),
    fact({
      id: 'F2',
      kind: 'quote',
      line: 'F2 | quote | #1182 | "the battery no longer lasts a day"',
      commentIds: [1182],
      filter: null,
    }),
  ],
  exhibits: [],
  sentences: [{ text: 'Net mood fell from +32 to -11.', citations: ['F1'] }],
  declined: false,
  reason: null,
  suggestions: [],
  ...part,
});

/** The events with which an answer comes. */
export function eventsOf(whole: Answer): ChatEvent[] {
  const { sentences, ...facts } = whole;
  return [
    { type: 'facts', data: facts },
    ...sentences.flatMap((sentence): ChatEvent[] => [
      { type: 'draft', data: { text: sentence.text.slice(0, 8) } },
      { type: 'sentence', data: sentence },
    ]),
    { type: 'done', data: whole },
  ];
}
