import { addDays, dayIn } from './calendar-day';
import { mergeWords, wordKeys, wordShapes } from './merge-words';
import { pickLanguage } from './ui-language';

describe('pickLanguage', () => {
  it('takes the first known language of the browser', () => {
    expect(pickLanguage(['de-DE', 'zh-TW', 'en'])).toBe('zh');
    expect(pickLanguage(['en-US', 'zh'])).toBe('en');
    expect(pickLanguage(['ja-JP', 'en'])).toBe('ja');
  });

  it('falls back to English', () => {
    expect(pickLanguage(['fr'])).toBe('en');
    expect(pickLanguage([])).toBe('en');
  });
});

describe('mergeWords', () => {
  it('joins the trees of domains that share a root key', () => {
    const merged = mergeWords([
      { en: { errors: { a: 'A' } }, zh: { errors: { a: '甲' } } },
      { en: { errors: { b: 'B' } }, zh: { errors: { b: '乙' } } },
    ]);
    expect(merged.zh).toEqual({ errors: { a: '甲', b: '乙' } });
    expect(wordKeys(merged.en)).toEqual(['errors.a', 'errors.b']);
  });
});

describe('wordShapes', () => {
  it('names each key with the placeholders of its text, whatever their order and spaces', () => {
    const shapes = wordShapes({ a: { b: 'from {{ low }} to {{high}}, {{low}}' }, c: 'plain' });
    expect(shapes).toEqual(['a.b {{high}} {{low}}', 'c']);
    expect(wordShapes({ a: { b: '{{high}}以下、{{ low }}以上' }, c: 'そのまま' })).toEqual(shapes);
  });
});

describe('calendar days', () => {
  it('crosses months and leap days', () => {
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('knows that it is already tomorrow in Shanghai', () => {
    expect(dayIn('Asia/Shanghai', '2026-05-03T16:30:00Z')).toBe('2026-05-04');
    expect(dayIn('America/New_York', '2026-05-03T03:30:00Z')).toBe('2026-05-02');
  });
});
