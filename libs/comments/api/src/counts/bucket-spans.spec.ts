import { bucketSpans } from './bucket-spans';

const at = (text: string) => new Date(text);

describe('spans of buckets', () => {
  it('are whole days of UTC and the hours beside them', () => {
    // A week in Shanghai.
    const period = { from: at('2026-03-01T16:00:00Z'), to: at('2026-03-08T16:00:00Z') };
    expect(bucketSpans(period, [period.from])).toEqual({
      hours: [
        { slot: 0, from: period.from, to: at('2026-03-02T00:00:00Z') },
        { slot: 0, from: at('2026-03-08T00:00:00Z'), to: period.to },
      ],
      days: [{ slot: 0, from: at('2026-03-02T00:00:00Z'), to: at('2026-03-08T00:00:00Z') }],
    });
  });

  it('are hours alone for days of a zone', () => {
    const period = { from: at('2026-03-01T16:00:00Z'), to: at('2026-03-03T16:00:00Z') };
    expect(bucketSpans(period, [period.from, at('2026-03-02T16:00:00Z')])).toEqual({
      hours: [
        { slot: 0, from: period.from, to: at('2026-03-02T16:00:00Z') },
        { slot: 1, from: at('2026-03-02T16:00:00Z'), to: period.to },
      ],
      days: [],
    });
  });

  it('begin with the period where the first interval begins before it, and leave out what ends before', () => {
    const period = { from: at('2026-03-05T00:00:00Z'), to: at('2026-03-05T02:00:00Z') };
    expect(
      bucketSpans(period, [at('2026-03-01T00:00:00Z'), at('2026-03-05T01:00:00Z'), at('2026-03-06T00:00:00Z')]),
    ).toEqual({
      hours: [
        { slot: 0, from: period.from, to: at('2026-03-05T01:00:00Z') },
        { slot: 1, from: at('2026-03-05T01:00:00Z'), to: period.to },
      ],
      days: [],
    });
  });
});
