import { bucketSpans } from './bucket-spans';

const at = (text: string) => new Date(text);

describe('spans of buckets', () => {
  it('are the nearest days of UTC, and the hours between them and the ends', () => {
    // A week in Shanghai.
    const period = { from: at('2026-03-01T16:00:00Z'), to: at('2026-03-08T16:00:00Z') };
    expect(bucketSpans(period, [period.from])).toEqual({
      hours: [
        { adds: 0, takes: null, from: period.from, to: at('2026-03-02T00:00:00Z') },
        { adds: null, takes: 0, from: period.to, to: at('2026-03-09T00:00:00Z') },
      ],
      days: [{ slot: 0, from: at('2026-03-02T00:00:00Z'), to: at('2026-03-09T00:00:00Z') }],
    });
  });

  it('read the hours between two days of a zone once for both', () => {
    const period = { from: at('2026-03-01T05:00:00Z'), to: at('2026-03-03T05:00:00Z') };
    expect(bucketSpans(period, [period.from, at('2026-03-02T05:00:00Z')])).toEqual({
      hours: [
        { adds: null, takes: 0, from: at('2026-03-01T00:00:00Z'), to: period.from },
        { adds: 0, takes: 1, from: at('2026-03-02T00:00:00Z'), to: at('2026-03-02T05:00:00Z') },
        { adds: 1, takes: null, from: at('2026-03-03T00:00:00Z'), to: period.to },
      ],
      days: [
        { slot: 0, from: at('2026-03-01T00:00:00Z'), to: at('2026-03-02T00:00:00Z') },
        { slot: 1, from: at('2026-03-02T00:00:00Z'), to: at('2026-03-03T00:00:00Z') },
      ],
    });
  });

  it('cover each hour of an interval exactly once', () => {
    const hour = 3_600_000;
    const begins = Date.UTC(2026, 2, 1);
    for (const offset of [0, 1, 5.5, 8, 12, 13, 23])
      for (const length of [1, 7, 24, 25, 36, 47, 48, 168]) {
        const starts = Array.from({ length: 4 }, (_, slot) => new Date(begins + (offset + slot * length) * hour));
        const period = {
          from: new Date(begins + (offset + 0.5 * length) * hour),
          to: new Date(begins + (offset + 3.5 * length) * hour),
        };
        const { hours, days } = bucketSpans(period, starts);
        for (let half = -100; half < 1500; half++) {
          const time = begins + (half * hour) / 2;
          const holds = (span: { from: Date; to: Date }) => time >= span.from.getTime() && time < span.to.getTime();
          const counts = starts.map(
            (_, slot) =>
              days.filter((day) => day.slot === slot && holds(day)).length +
              hours.filter((span) => span.adds === slot && holds(span)).length -
              hours.filter((span) => span.takes === slot && holds(span)).length,
          );
          const inside = holds(period);
          const expected = starts.map((start, slot) => {
            const end = starts[slot + 1]?.getTime() ?? Infinity;
            return inside && time >= start.getTime() && time < end ? 1 : 0;
          });
          if (JSON.stringify(counts) !== JSON.stringify(expected))
            expect({ offset, length, half, counts }).toEqual({ offset, length, half, counts: expected });
        }
      }
  });

  it('begin with the period where the first interval begins before it, and leave out what ends before', () => {
    const period = { from: at('2026-03-05T00:00:00Z'), to: at('2026-03-05T02:00:00Z') };
    expect(
      bucketSpans(period, [at('2026-03-01T00:00:00Z'), at('2026-03-05T01:00:00Z'), at('2026-03-06T00:00:00Z')]),
    ).toEqual({
      hours: [
        { adds: 0, takes: null, from: period.from, to: at('2026-03-05T01:00:00Z') },
        { adds: 1, takes: null, from: at('2026-03-05T01:00:00Z'), to: period.to },
      ],
      days: [],
    });
  });
});
