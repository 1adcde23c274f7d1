import { eventData } from './event-data';
import { namedOption } from './named-option';
import { RequestSlots } from './request-slots';
import { retryAfterMs, retryDelay } from './retry-delay';
import { ThoughtFilter } from './thought-filter';

describe('eventData', () => {
  it('is the same however the bytes are cut', async () => {
    const bytes = new TextEncoder().encode(
      ': hello\r\n\r\ndata: {"a":"好"}\r\n\r\nevent: x\ndata: 1\ndata: 2\n\ndata: [DONE]',
    );
    for (let size = 1; size < bytes.length; size++) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      const found: string[] = [];
      for await (const data of eventData(
        (async function* () {
          yield* chunks;
        })(),
      ))
        found.push(data);
      expect(found).toEqual(['{"a":"好"}', '1\n2', '[DONE]']);
    }
  });
});

describe('namedOption', () => {
  const options = ['NEGATIVE', 'NEGATIVE OR WORSE', 'POSITIVE'];

  it.each([
    ['{"answer": "POSITIVE"}', 2],
    ['"positive"', 2],
    ['The mood is negative or worse.', 1],
    ['NEGATIVE.', 0],
  ])('finds the option in %s', (answer, index) => {
    expect(namedOption(options, answer)?.[index]).toBeCloseTo(0.9);
    expect(namedOption(options, answer)?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });

  it.each(['', 'I cannot say', 'POSITIVE and NEGATIVE', '{"answer": 3}', 'POSITIVELY'])('is null for %j', (answer) => {
    expect(namedOption(options, answer)).toBeNull();
  });
});

describe('ThoughtFilter', () => {
  const through = (...pieces: string[]) => {
    const filter = new ThoughtFilter();
    return pieces.map((piece) => filter.push(piece)).join('') + filter.end();
  };

  it('leaves out a thought at the beginning, however it is cut', () => {
    const text = '<think>\nhm < 3\n</think>\n\nMood fell.';
    for (let size = 1; size < text.length; size++)
      expect(through(...(text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []))).toBe('Mood fell.');
  });

  it('leaves other texts alone, also ones that begin alike', () => {
    expect(through('<th', 'e mood>')).toBe('<the mood>');
    expect(through('Mood <think>')).toBe('Mood <think>');
    expect(through('<thi')).toBe('<thi');
  });
});

describe('retryDelay', () => {
  const patience = { retries: 5, firstDelayMs: 100, longestDelayMs: 1_000 };

  it('grows, varies, and ends at its limit', () => {
    const delays = [0, 1, 2, 9].map((attempt) => retryDelay(attempt, patience));
    [
      [50, 100],
      [100, 200],
      [200, 400],
      [500, 1_000],
    ].forEach(([least, most], index) => {
      expect(delays[index]).toBeGreaterThanOrEqual(least ?? NaN);
      expect(delays[index]).toBeLessThanOrEqual(most ?? NaN);
    });
    expect(new Set(Array.from({ length: 20 }, () => retryDelay(0, patience))).size).toBeGreaterThan(1);
  });

  it('is never shorter than the server asks', () =>
    expect(retryDelay(0, patience, 2_000)).toBeGreaterThanOrEqual(2_050));

  it('reads seconds and dates', () => {
    expect(retryAfterMs('2')).toBe(2_000);
    expect(retryAfterMs('Wed, 21 Oct 2026 07:28:10 GMT', Date.parse('2026-10-21T07:28:00Z'))).toBe(10_000);
    expect(retryAfterMs('soon')).toBeNull();
    expect(retryAfterMs(null)).toBeNull();
  });
});

describe('RequestSlots', () => {
  it('lets interactive requests go first', async () => {
    const slots = new RequestSlots(1);
    const order: string[] = [];
    const release = await slots.take('batch');
    const enter = async (name: string, priority: 'batch' | 'interactive') => {
      const done = await slots.take(priority);
      order.push(name);
      done();
    };
    const all = [enter('batch 1', 'batch'), enter('batch 2', 'batch'), enter('person', 'interactive')];
    release();
    await Promise.all(all);
    expect(order).toEqual(['person', 'batch 1', 'batch 2']);
  });

  it('lets somebody leave the queue', async () => {
    const slots = new RequestSlots(1);
    const release = await slots.take('batch');
    const abort = new AbortController();
    const leaving = slots.take('batch', abort.signal);
    abort.abort(new Error('gone'));
    await expect(leaving).rejects.toThrow('gone');
    release();
    (await slots.take('batch'))();
  });
});
