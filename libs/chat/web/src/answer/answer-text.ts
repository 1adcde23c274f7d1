import type { Answer } from '@moodline/chat/contract';

/** A question and its answer as plain text, for the clipboard: sentences, then quotes with their numbers. */
export function answerText(question: string, { sentences, reason, asksBack, period }: Answer): string {
  const told = sentences.length ? sentences.map(({ text }) => text) : [asksBack?.text ?? reason ?? ''];
  return [question, '', ...told, '', `${period.from} – ${period.to}`].join('\n').trim();
}
