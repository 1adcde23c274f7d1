import type { BoardTheme } from '@moodline/trends/api';
import { leftOutOf } from '../question/topic-query';

/** "Not about the update": comments may belong to its theme without the word, so that the theme itself is left out, too. */
export function withoutLeftOut(themes: readonly BoardTheme[], topic: string | null): BoardTheme[] {
  const words = topic ? leftOutOf(topic).map((word) => word.toLowerCase()) : [];
  return themes.filter(({ theme }) => !namesOf(theme).some((name) => words.some((word) => holds(name, word))));
}

const namesOf = ({ names }: BoardTheme['theme']): string[] => Object.values(names).map((name) => name.toLowerCase());

/** Whether a name has a word: a whole one where words stand apart. */
const holds = (name: string, word: string): boolean =>
  /^[\p{Script=Latin}\p{N} .'-]+$/u.test(word) ? ` ${name} `.includes(` ${word} `) : name.includes(word);
