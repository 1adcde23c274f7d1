import { ContractBench, FAULTS, type ContractSubject, type FaultName, type Reading } from './contract-subject';

/**
 * What every connector promises, played from its recording. Call it in `<site>.connector.spec.ts`; what is special
 * about the site is tested beside it.
 */
export function connectorContract(subject: ContractSubject): void {
  const { kind } = subject.connector.description;
  const bench = new ContractBench(subject);

  describe(`the connector ${kind} keeps the contract: it`, () => {
    beforeAll(() => bench.server.start());
    afterAll(() => bench.close());

    readsPages(bench);
    goesOnFromItsCursor(bench);
    takesNoPageForTheEnd(bench);
    standsStrangeAnswers(bench);
    tellsFailures(bench);
    stops(bench);
  });
}

function readsPages(bench: ContractBench): void {
  const { expects, secrets = {} } = bench.subject;

  it('reads every page, and each comment once, with a time and an address', async () => {
    await bench.play();
    const { pages, comments, error } = await bench.read();
    expect([error, bench.server.unexpected]).toEqual([null, []]);
    expect(pages).toHaveLength(expects.pages);
    expect(ids(comments).size).toBe(expects.comments);
    expect(comments[0]).toMatchObject(expects.first);
    expect(pages.flatMap(({ rejected }) => rejected)).toHaveLength(expects.rejected ?? 0);
    expect(pages.flatMap(({ deletedIds }) => deletedIds)).toEqual(expects.deletedIds ?? []);
    for (const { permalink, text } of comments) {
      expect(text.trim()).not.toBe('');
      expect(permalink ?? 'https://').toMatch(/^https?:\/\//);
    }
  });

  it('tells by a check what it would bring', async () => {
    await bench.play();
    const { connector, config, context } = bench.open();
    const { preview, items } = await connector.check(config, context);
    expect(preview.length).toBeGreaterThan(0);
    expect(items ?? 1).toBeGreaterThan(0);
  });

  if (bench.subject.secretsInAddress) return;
  it('sends no secret in an address, where proxies and servers write it down', async () => {
    await bench.play();
    await bench.read();
    const addresses = bench.server.requests.map(({ path, query }) => decodeURIComponent(`${path}?${query}`)).join('\n');
    for (const secret of Object.values(secrets)) expect(addresses).not.toContain(secret);
  });
}

function goesOnFromItsCursor(bench: ContractBench): void {
  it('asks from its cursor the next time, or stops where it has been, and brings nothing that it had not', async () => {
    await bench.play();
    const first = await bench.read();
    const before = bench.server.requests.length;
    const second = await bench.read({ cursor: stored(first.cursor) });
    expect([second.error, bench.server.unexpected]).toEqual([null, []]);
    expect([...ids(second.comments)].filter((id) => !ids(first.comments).has(id))).toEqual([]);
    const asked = bench.server.requests
      .slice(before)
      .map(({ path, query, headers, body }) =>
        decodeURIComponent(`${path} ${query} ${JSON.stringify(headers)} ${body}`),
      );
    const marks = scalars(first.cursor)
      .map((mark) => JSON.stringify(mark).slice(1, -1))
      .flatMap((mark) => [mark, mark.replaceAll('\\"', '"')]);
    // Some sites cannot be asked from a point on. There the next reading ends sooner; where old entries may be pinned, at most a page later.
    const most = bench.subject.list !== undefined || bench.subject.endsLate ? before : before - 1;
    expect(asked.length <= most || marks.some((mark) => asked.some((request) => request.includes(mark)))).toBe(true);
  });

  it('loses nothing when it is killed after any page', async () => {
    await bench.play();
    const whole = await bench.read();
    for (const [index, { cursor }] of whole.pages.entries()) {
      const kept = whole.pages.slice(0, index + 1).flatMap(({ comments }) => comments);
      const rest = await bench.read({ cursor: stored(cursor) });
      expect(new Set([...ids(kept), ...ids(rest.comments)])).toEqual(ids(whole.comments));
    }
  });

  it('begins anew when the cursor is not one of its own', async () => {
    await bench.play();
    const { error, comments } = await bench.read({ cursor: { strange: ['cursor'] } });
    expect([error, ids(comments).size]).toEqual([null, bench.subject.expects.comments]);
  });
}

function takesNoPageForTheEnd(bench: ContractBench): void {
  const { list } = bench.subject;
  if (list === undefined) return;

  it('goes on behind an empty page while the site offers a next one', async () => {
    await bench.play();
    const whole = await bench.read();
    await bench.play();
    let emptied = false;
    bench.server.rewrite = onLists(list, (items) => {
      if (emptied || !items.length) return items;
      emptied = true;
      return [];
    });
    const { comments, error } = await bench.read();
    expect([error, emptied]).toEqual([null, true]);
    const behind = whole.pages.slice(1).flatMap((page) => page.comments.map(({ externalId }) => externalId));
    expect([...ids(comments)]).toEqual(expect.arrayContaining(behind));
  });

  it('goes on behind pages on which an old entry is pinned', async () => {
    await bench.play();
    const whole = await bench.read();
    await bench.play();
    let oldest: unknown;
    bench.server.rewrite = onLists(list, (items) => {
      oldest = items.at(-1) ?? oldest;
      return items;
    });
    await bench.read();
    await bench.play();
    bench.server.rewrite = onLists(list, (items) => (items.length ? [oldest, ...items] : items));
    // Reading begins just before the newest entry that stands behind the first page.
    const behind = whole.pages.slice(1).flatMap((page) => page.comments);
    const newest = Math.max(...behind.map(({ publishedAt }) => publishedAt.getTime()));
    const since = new Date(newest - 1000);
    const { comments, error } = await bench.read({ since });
    expect(error).toBeNull();
    const wanted = behind.filter(({ publishedAt }) => publishedAt >= since).map(({ externalId }) => externalId);
    expect([...ids(comments)]).toEqual(expect.arrayContaining(wanted));
  });
}

function standsStrangeAnswers(bench: ContractBench): void {
  it('takes a source in which there is nothing for what it is', async () => {
    await bench.play('empty.json');
    const { error, comments } = await bench.read();
    expect([error, comments, bench.server.unexpected]).toEqual([null, [], []]);
  });

  it('comes to an end when the site hands over the same page for ever', async () => {
    await bench.play('exchanges.json', 'same-page');
    const { pages, comments } = await bench.read();
    expect(pages.length).toBeLessThanOrEqual(4);
    expect(ids(comments).size).toBeGreaterThan(0);
  });

  it('counts comments ahead of the clock as written when they are seen, and loses none of them', async () => {
    await bench.play();
    const { comments } = await bench.read();
    const latest = Math.max(...comments.map(({ publishedAt }) => publishedAt.getTime()));
    for (const aheadMs of [3_600_000, 48 * 3_600_000]) {
      const now = new Date(latest - aheadMs);
      const skewed = await bench.read({ now });
      expect(ids(skewed.comments)).toEqual(ids(comments));
      expect(skewed.comments.filter(({ publishedAt }) => publishedAt > now)).toEqual([]);
    }
  });
}

function tellsFailures(bench: ContractBench): void {
  const { codes = {}, secrets = {}, expects } = bench.subject;
  const faults = Object.keys(FAULTS) as FaultName[];
  const code = (fault: FaultName) => codes[fault] ?? FAULTS[fault].code;
  const expectDiscreet = (error: unknown) => {
    for (const secret of Object.values(secrets)) expect((error as Error).message).not.toContain(secret);
  };

  it.each(faults)('tells %s, and keeps its secrets', async (fault) => {
    await bench.play('exchanges.json', FAULTS[fault].mood);
    const { error, pages } = await bench.read();
    expect(pages).toEqual([]);
    expect(error).toMatchObject({ code: code(fault), message: expect.stringMatching(/\.$/) });
    expectDiscreet(error);
    const { connector, config, context } = bench.open();
    await expect(connector.check(config, context)).rejects.toMatchObject({ code: code(fault) });
  });

  it('waits as long as it is told', async () => {
    await bench.play('exchanges.json', FAULTS[429].mood);
    const { retryAt } = (await bench.read()).error as { retryAt: Date };
    expect(Math.abs(retryAt.getTime() - Date.now() - 120_000)).toBeLessThan(10_000);
    expect(bench.server.requests).toHaveLength(1);
  });

  it('tries a server in trouble three times, and no more', async () => {
    await bench.play('exchanges.json', FAULTS[503].mood);
    await bench.read();
    expect(bench.server.requests).toHaveLength(3);
  });

  if (expects.pages < 2) return;
  it('keeps the pages before a failure', async () => {
    await bench.play();
    const { pages, error } = await bench.read({ onPage: () => (bench.server.mood = FAULTS[429].mood) });
    expect(pages).toHaveLength(1);
    expect(error).toMatchObject({ code: code(429) });
  });
}

function stops(bench: ContractBench): void {
  it('stops at once when it is told to', async () => {
    await bench.play('exchanges.json', 'silent');
    const stop = new AbortController();
    const reason = new Error('enough');
    bench.server.onRequest = () => stop.abort(reason);
    const { error, pages } = await bench.read({ signal: stop.signal });
    expect(error).toBe(reason);
    expect([pages.length, bench.server.requests.length]).toEqual([0, 1]);
  });
}

const ids = (comments: Reading['comments']) => new Set(comments.map(({ externalId }) => externalId));

/** A cursor as it comes back from the database. */
const stored = (cursor: unknown): unknown => JSON.parse(JSON.stringify(cursor ?? {}));

function scalars(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return String(value).length > 1 ? [String(value)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(scalars) : [];
}

/** Changes the list at a path (`data.items`, or '' for the whole) in every answer that has one there. */
function onLists(path: string, change: (items: unknown[]) => unknown[]): (json: unknown) => unknown {
  const names = path ? path.split('.') : [];
  const within = (json: unknown, [name, ...rest]: readonly string[]): unknown => {
    if (name === undefined) return Array.isArray(json) ? change(json) : json;
    if (typeof json !== 'object' || json === null || !(name in json)) return json;
    return { ...json, [name]: within((json as Record<string, unknown>)[name], rest) };
  };
  return (json) => within(json, names);
}
