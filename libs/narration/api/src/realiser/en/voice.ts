import type { Voice } from '../forms';
import { MOOD } from './mood';
import { THEMES } from './themes';
import { TIMES } from './times';
import { when, where } from './words';

export const EN: Voice = {
  forms: { ...MOOD, ...THEMES, ...TIMES },
  where,
  when,
  lead: (place, time) =>
    [place, time]
      .filter(Boolean)
      .join(' ')
      .concat(place || time ? ', ' : ''),
  finish: (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`,
};
