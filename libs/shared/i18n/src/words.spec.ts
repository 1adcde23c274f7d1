import { addDays, dayIn } from './calendar-day';
import { mergeWords, wordKeys } from './merge-words';
import { pickLanguage } from './ui-language';

describe('pickLanguage', () => {
  it('takes the first known language of the browser', () => {
    expect(pickLanguage(['de-DE', 'zh-TW', 'en'])).toBe('zh');
    expect(pickLanguage(['en-US', 'zh'])).toBe('en');
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
