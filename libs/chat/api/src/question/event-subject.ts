import { SUBJECTS } from '@moodline/trends/api';

/** The listed subject that a name belongs to, by one of its words in any language. */
export function subjectOf(name: string): (typeof SUBJECTS)[number] | undefined {
  const lower = name.toLowerCase();
  return SUBJECTS.find(({ words }) =>
    words.some((word) => lower.includes(word) && word.length > (/[a-z]/.test(word) ? 3 : 1)),
  );
}
