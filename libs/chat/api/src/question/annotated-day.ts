import type { WrittenDown } from '@moodline/trends/api';
import { subjectOf } from './event-subject';

/** Words that name nothing. */
const EMPTY = /^(?:the|a|an|our|your|last|latest|new|of|and|on|to|for|in)$/;

/**
 * The day of what was written down under a name: all words of the name stand in it, or, where none does so, both are of the same listed
 * subject (so that "the update" finds 固件2.4发布); a number is a version, and has to be named. Of several, the latest; `written` has the latest first. Null: nothing was written down.
 */
export function annotatedDay(name: string, written: readonly WrittenDown[]): string | null {
  const words = wordsOf(name);
  if (!words.length) return null;
  const named = written.find(({ text }) => {
    const inText = text.toLowerCase();
    const own = new Set(wordsOf(text));
    return words.every((word) => (/^[a-z0-9.]+$/.test(word) ? own.has(word) : inText.includes(word)));
  });
  if (named) return named.day;
  const subject = /\d/.test(name) ? undefined : subjectOf(name);
  return (subject && written.find(({ text }) => subjectOf(text) === subject)?.day) ?? null;
}

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z0-9]+(?:\.[0-9]+)*|[^\s\p{P}a-z0-9]+/gu) ?? []).filter((word) => !EMPTY.test(word));
