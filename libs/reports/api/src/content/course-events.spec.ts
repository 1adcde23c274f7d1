import type { Annotation } from '@moodline/trends/contract';
import { courseEvents, MOST_EVENTS } from './course-events';

const SHANGHAI = 'Asia/Shanghai';
/** Days of Shanghai from 8 November on. */
const days = Array.from({ length: 7 }, (_, day) => ({
  start: new Date(Date.UTC(2026, 10, 7 + day, 16)).toISOString(),
}));
const noted = (at: string, more: Partial<Annotation> = {}): Annotation => ({
  ...{ kind: 'note', id: 1, at, text: 'Apology', by: 'Anna', comments: null },
  ...more,
});

describe('what happened at the points of a line', () => {
  it('stands at its day of the zone, or where its instant lies', () => {
    const events = [noted('2026-11-10'), noted('2026-11-11T15:59:00Z'), noted('2026-11-11T16:00:00Z')];
    expect(courseEvents(days, events, SHANGHAI).map(({ point }) => point)).toEqual([2, 3, 4]);
  });

  it('stands at the first point of its day where the points are hours', () => {
    const hours = Array.from({ length: 24 }, (_, hour) => ({
      start: new Date(Date.UTC(2026, 10, 9, 10 + hour)).toISOString(),
    }));
    expect(courseEvents(hours, [noted('2026-11-10')], SHANGHAI)[0]?.point).toBe(6);
    expect(courseEvents(hours, [noted('2026-11-09')], SHANGHAI)[0]?.point).toBe(0);
  });

  it('says what, and not who wrote it', () => {
    const file = noted('2026-11-09', { kind: 'import', text: 'reviews.csv', comments: 1200 });
    expect(courseEvents(days, [file], SHANGHAI)).toEqual([
      { point: 1, kind: 'import', text: 'reviews.csv', comments: 1200 },
    ]);
  });

  it('leaves out what was before the line, and of many keeps the last', () => {
    expect(courseEvents(days, [noted('2026-11-01')], SHANGHAI)).toEqual([]);
    const many = Array.from({ length: 9 }, (_, n) => noted('2026-11-12', { text: `Note ${n}` }));
    const kept = courseEvents(days, many, SHANGHAI);
    expect(kept).toHaveLength(MOST_EVENTS);
    expect(kept.at(-1)?.text).toBe('Note 8');
  });
});
