import type { Voice } from '../forms';
import { MOOD } from './mood';
import { THEMES } from './themes';
import { TIMES } from './times';
import { counted, when, where } from './words';

export const ZH: Voice = {
  forms: { ...MOOD, ...THEMES, ...TIMES },
  where,
  counted,
  when,
  lead: (place, time) =>
    [time, place]
      .filter(Boolean)
      .join('，')
      .concat(place || time ? '，' : ''),
  // 引文自带句末标点时不再加句号。
  finish: (text) => (/[。！？!?…]”$/u.test(text) ? text : `${text}。`),
};
