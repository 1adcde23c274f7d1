import type { Label, Language } from '@moodline/shared/contract';
import { groupByTheme, type ThemeComment } from './theme-groups';
import { themePattern } from './theme-words';

let id = 0;
const comment = (text: string, label: Label, language: Language = 'en', engagement = 0): ThemeComment => ({
  id: ++id,
  text,
  textHash: text.toLowerCase(),
  language,
  label,
  engagement,
});

const BATTERY = [
  'battery died at lunch',
  'the battery is empty after an hour',
  'my battery drains while idle',
  '续航只有四十分钟',
  '午休就没电了',
  '早上满电中午没电',
];
const PARKING = [
  'the parking lot was flooded',
  'nobody cleans the parking lot',
  'parking lot gate stuck again',
  'parking lot lights are out',
];
const POSITIVE = [
  'great colour',
  'lovely mint case',
  'sounds fine to me',
  'works with my phone',
  'very light',
  'nice box',
  'my mum is happy',
  'fast shipping',
];

const negative = [...BATTERY, ...PARKING].map((text) =>
  comment(text, 'negative', /\p{Script=Han}/u.test(text) ? 'zh' : 'en'),
);
const positive = POSITIVE.map((text) => comment(text, 'positive'));

describe('groupByTheme', () => {
  it('puts one complaint told in two languages into one group', () => {
    const [battery] = groupByTheme(negative, positive, { limit: 3 });
    expect(battery?.names.zh).toBe('续航与电量');
    const pattern = new RegExp(themePattern(battery?.words ?? []), 'iu');
    expect(BATTERY.filter((text) => pattern.test(text))).toEqual(BATTERY);
  });

  it('finds a subject that no list knows by its own words', () => {
    const groups = groupByTheme(negative, positive, { limit: 3 });
    expect(groups.map(({ words }) => words.join())).toContainEqual(expect.stringContaining('parking'));
  });

  it('shows examples in the wanted language', () => {
    const [battery] = groupByTheme(negative, positive, { limit: 1, language: 'zh' });
    expect(battery?.examples.map(({ language }) => language)).toEqual(['zh', 'zh', 'zh']);
  });

  it('counts copies of one text once', () => {
    const copies = Array.from({ length: 9 }, () => ({ ...comment('battery is dead', 'negative'), textHash: 'same' }));
    expect(groupByTheme(copies, positive, { limit: 3 })).toEqual([]);
  });

  it('prefers the louder of two comments', () => {
    const loud = comment('battery died at lunch today', 'negative', 'en', 900);
    const [battery] = groupByTheme([...negative, loud], positive, { limit: 1, language: 'en' });
    expect(battery?.examples[0]?.id).toBe(loud.id);
  });

  it('finds nothing where nothing is shared', () => {
    expect(groupByTheme(positive, negative, { limit: 3 })).toEqual([]);
  });
});
