import { randomBytes } from 'node:crypto';
import { LabelWriters } from '@moodline/sentiment/api';
import { AskedProduct, type Headers } from './testing/asked-product';

const ZONES = ['Asia/Kathmandu', 'America/Havana'] as const;
/** Around an end of summer time, after which midnight comes twice in Havana. */
const FROM = '2026-10-20';
const TO = '2026-11-12';
const FILTERS = [
  'source=Forum,Weibo',
  'label=negative',
  'emotion=none,joy',
  'kind=question',
  'kind=opinion&source=Forum',
  'kind=news',
  'stars=4,5',
  'kind=wish&monitor=1',
];
const PATHS = ['mood', 'mood/sources', 'mood/monitors', 'mood/facets'];

/** A comment that is found by what it says is counted by itself: the filter with this word reads every comment. */
const EVERY_COMMENT = 'q=words';

describe.each(ZONES)('the mood under a filter in %s', (timeZone) => {
  let product: AskedProduct;
  let owner: Headers;
  let writers: LabelWriters;

  beforeAll(async () => {
    product = await AskedProduct.start();
    owner = await product.signedIn('owner');
    const { database, workspaceId } = product.test;
    writers = new LabelWriters(database);
    await database.workspace.update({ where: { id: workspaceId }, data: { timeZone } });
    await database.leavingOut.create({ data: { workspaceId, kinds: ['news'] } });
    const places = [await product.test.source('Forum'), await product.test.source('Weibo')];
    const rules = { any: { words: ['words'] } };
    await database.monitor.create({ data: { workspaceId, name: 'Brand', rules } });
    for (const { sourceId, runId } of places)
      await database.$executeRaw`
        INSERT INTO comment (workspace_id, source_id, run_id, external_id, text, text_hash, language, published_at, stars)
        SELECT ${workspaceId}, ${sourceId}, ${runId}, i::text, 'words ' || i, ${randomBytes(4).toString('hex')} || i, 'en',
          ${FROM}::timestamptz + random() * interval '25 days', CASE WHEN random() < 0.5 THEN round((1 + 4 * random())::numeric, 1) END
        FROM generate_series(1, 700) i`;
    await database.$executeRaw`
      INSERT INTO label (workspace_id, comment_id, role_version, model, label, positive, neutral, negative, unsure, emotion, emotion_unsure, kind, kind_unsure)
      SELECT workspace_id, id, 1, 'spec', (ARRAY['positive', 'neutral', 'negative'])[1 + floor(random() * 3)], random(), random(), random(), random() < 0.2,
        (ARRAY['joy', 'anger', 'sadness', 'none'])[1 + floor(random() * 4)], random() < 0.3,
        (ARRAY['opinion', 'question', 'wish', 'news'])[1 + floor(random() * 4)], random() < 0.2
      FROM comment WHERE id % 10 > 0`;
    await database.$executeRaw`
      INSERT INTO label_task (workspace_id, comment_id, published_at) SELECT workspace_id, id, published_at FROM comment WHERE id % 10 = 0`;
    await database.$executeRaw`
      INSERT INTO comment_monitor (workspace_id, comment_id, monitor_id, words)
      SELECT c.workspace_id, c.id, m.id, ARRAY['words'] FROM comment c JOIN monitor m ON m.workspace_id = c.workspace_id WHERE c.id % 3 = 0`;
    await database.$executeRaw`ANALYZE`;
    const ids = await database.comment.findMany({ where: { workspaceId }, select: { id: true } });
    await database.$transaction((one) =>
      writers.buckets.after(
        one,
        workspaceId,
        ids.map(({ id }) => Number(id)),
        [],
      ),
    );
    await database.$transaction((one) => writers.zone.changing(one, workspaceId));
  }, 60_000);
  afterAll(() => product?.stop());

  const answer = async (path: string): Promise<unknown> => {
    const { status, text } = await product.ask('get', `/api/${path}`, owner);
    expect([path, status]).toEqual([path, 200]);
    return JSON.parse(text) as unknown;
  };
  /** What is counted beforehand is all that changes: the answer is to be the same. */
  const compared = async (period: string) => {
    for (const path of PATHS)
      for (const filter of FILTERS) {
        const asked = `${path}?${period}&${filter}`;
        expect([asked, await answer(asked)]).toEqual([asked, await answer(`${asked}&${EVERY_COMMENT}`)]);
      }
  };
  const PERIODS = [
    `from=${FROM}&to=${TO}`,
    `from=${FROM}&to=${TO}&step=week`,
    'from=2026-10-25T07:30:00Z&to=2026-11-05T21:10:00Z&step=day',
    'from=2026-11-01&to=2026-11-01',
    `from=2026-06-01&to=${TO}`,
  ] as const;

  it('is the same before days are counted, when they are, and when some have changed since', async () => {
    const { database, workspaceId } = product.test;
    await compared(PERIODS[0]);
    while (await writers.facetDays.advance(0));
    expect(await database.moodFacetDay.count({ where: { workspaceId } })).toBeGreaterThan(500);
    for (const period of PERIODS) await compared(period);
    const some = await database.comment.findMany({ where: { workspaceId }, select: { id: true }, take: 3 });
    for (const { id } of some) await writers.store.correct(workspaceId, Number(id), { label: 'negative', userId: 1 });
    expect(await database.moodFacetStale.count({ where: { workspaceId } })).toBeGreaterThan(0);
    await compared(PERIODS[0]);
  }, 120_000);

  it('does not read the comments of days that are counted', async () => {
    const { database, workspaceId } = product.test;
    while (await writers.facetDays.advance(0));
    await database.$executeRaw`UPDATE mood_facet_day SET positive = positive + 1000 WHERE workspace_id = ${workspaceId}`;
    const { total } = (await answer(`mood?from=${FROM}&to=${TO}&kind=question`)) as { total: { positive: number } };
    expect(total.positive).toBeGreaterThan(20_000);
    const long = (await answer(`mood?from=2026-06-01&to=${TO}`)) as { total: { positive: number } };
    expect(long.total.positive).toBeGreaterThan(20_000);
  });
});
