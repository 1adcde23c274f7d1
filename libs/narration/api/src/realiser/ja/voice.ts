import type { Voice } from '../forms';
import { MOOD } from './mood';
import { THEMES } from './themes';
import { TIMES } from './times';
import { counted, when, where } from './words';

export const JA: Voice = {
  forms: { ...MOOD, ...THEMES, ...TIMES },
  where,
  counted,
  when,
  lead: (place, time) =>
    [time, place]
      .filter(Boolean)
      .join('、')
      .concat(place || time ? '、' : ''),
  finish: (text) => (text.endsWith('」') && text.includes('。「') ? text : `${text}。`),
};
