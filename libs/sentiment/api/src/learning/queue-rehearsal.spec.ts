import { chanceOf } from '../testing/chance';
import { rehearseQueue } from './queue-rehearsal';

const waiting = Array.from({ length: 200 }, (_, place) => ({
  text: `${String.fromCodePoint(0x4e00 + place * 37, 0x4e00 + place * 41, 0x4e00 + place * 43)}`,
  margin: place / 200,
}));

describe('judging what the queue shows', () => {
  const taken = rehearseQueue(waiting, 40, { judged: [], chance: chanceOf(1) });

  it('comes to the least certain first, and to some of all', () => {
    expect(taken).toHaveLength(40);
    expect(new Set(taken).size).toBe(40);
    expect(taken.filter(({ margin }) => margin < 0.25).length).toBeGreaterThanOrEqual(30);
    expect(taken.filter(({ margin }) => margin > 0.4).length).toBeGreaterThanOrEqual(3);
  });

  it('ends when all are judged', () =>
    expect(rehearseQueue(waiting.slice(0, 7), 40, { judged: [], chance: chanceOf(1) })).toHaveLength(7));
});
