import type { Voice } from '../forms';
import { MOOD } from './mood';
import { THEMES } from './themes';
import { TIMES } from './times';
import { counted, when, where } from './words';

export const EN: Voice = {
  forms: { ...MOOD, ...THEMES, ...TIMES },
  where,
  counted,
  when,
  lead: (place, time) =>
    [place, time]
      .filter(Boolean)
      .join(' ')
      .concat(place || time ? ', ' : ''),
  // Words that end with a stop of their own need no other.
  finish: (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?…]”$/u.test(text) ? '' : '.'}`,
};
