import { annotatedDay } from './annotated-day';

describe('annotatedDay', () => {
  const written = [
    { text: 'Firmware 2.5 is out', day: '2026-11-20' },
    { text: 'Apology letter of the CEO', day: '2026-11-06' },
    { text: '发布致歉信', day: '2026-11-05' },
    { text: 'Update 2.4', day: '2026-10-31' },
  ];

  it.each([
    ['the update', '2026-10-31'],
    ['update 2.4', '2026-10-31'],
    ['our apology letter', '2026-11-06'],
    ['致歉信', '2026-11-05'],
    ['firmware', '2026-11-20'],
  ])('finds %s by the words that were written down', (name, day) => {
    expect(annotatedDay(name, written)).toBe(day);
  });

  it('finds another word, or another language, of the same listed subject', () => {
    expect(annotatedDay('the update', [{ text: '固件2.4发布', day: '2026-10-31' }])).toBe('2026-10-31');
    expect(annotatedDay('更新', [{ text: 'Firmware 2.4', day: '2026-10-31' }])).toBe('2026-10-31');
  });

  it('takes the latest of several', () => {
    expect(annotatedDay('update', [{ text: 'update two', day: '2026-11-09' }, ...written])).toBe('2026-11-09');
  });

  it('finds nothing where nothing was written down about it', () => {
    expect(annotatedDay('the recall', written)).toBeNull();
    // Another version, and a part of a word.
    expect(annotatedDay('update 2.6', written)).toBeNull();
    expect(annotatedDay('log', written)).toBeNull();
    expect(annotatedDay('the', written)).toBeNull();
  });
});
