import {
  CommentMatching,
  CommentRepository,
  FacetDaysQuery,
  FilterResolver,
  ThemeWordsQuery,
  MonitorRematchRepository,
  MonitorRepository,
  CommentIntake,
} from '@moodline/comments/api';
import { monitorRulesSchema } from '@moodline/comments/contract';
import { LabelWriters } from '@moodline/sentiment/api';
import { createTestDatabase, storeLabelled, type TestDatabase } from '@moodline/shared/testing';
import { DataRangeQuery } from '../queries/data-range.query';
import { MoodFromBucketsQuery } from '../queries/mood-from-buckets.query';
import { MoodFromCommentsQuery } from '../queries/mood-from-comments.query';
import { MoodOfMonitorsQuery } from '../queries/mood-of-monitors.query';
import { SourceNamesQuery } from '../queries/source-names.query';
import { MonitorMoods } from './monitor-moods';
import { MoodCounter } from './mood-counter';
import { MoodFacts } from './mood-facts';
import { MoodWays } from './mood-ways';

const at = (day: number) => new Date(Date.UTC(2026, 4, day, 4));

describe('MonitorMoods', () => {
  let test: TestDatabase;
  let moods: MonitorMoods;

  beforeAll(async () => {
    test = await createTestDatabase();
    const { database, workspaceId } = test;
    const counter = new MoodCounter(
      new MoodFromBucketsQuery(database),
      new MoodFromCommentsQuery(database),
      new MoodWays(new FacetDaysQuery(database)),
    );
    const facts = new MoodFacts(
      new FilterResolver(new CommentRepository(database), new ThemeWordsQuery(database)),
      counter,
      new DataRangeQuery(database),
      new SourceNamesQuery(database),
    );
    moods = new MonitorMoods(facts, new MoodOfMonitorsQuery(database), new MoodWays(new FacetDaysQuery(database)));
    await storeLabelled(test, [
      { text: 'acme is great', label: 'positive', publishedAt: at(3) },
      { text: 'acme and globex', label: 'neutral', publishedAt: at(3), source: 'Shop' },
      { text: 'acme broke', label: 'negative', publishedAt: at(4) },
      { text: 'globex broke', label: 'negative', publishedAt: at(5), source: 'Shop' },
      { text: 'initech is fine', label: 'positive', publishedAt: at(5) },
    ]);
    const monitors = new MonitorRepository(database);
    const rematch = new MonitorRematchRepository(database);
    new LabelWriters(database).joins(new CommentIntake(Buffer.from('key')), rematch);
    for (const [name, competitor] of [
      ['Globex', true],
      ['Initech', true],
      ['Acme', false],
      ['Umbrella', false],
    ] as const) {
      await monitors.create(workspaceId, {
        name,
        competitor,
        rules: monitorRulesSchema.parse({ any: { words: [name] } }),
      });
    }
    while (await rematch.advance(workspaceId));
  });
  afterAll(() => test.close());

  const shown = async (filter: Parameters<MonitorMoods['all']>[1] = {}) =>
    (await moods.all(test.workspaceId, filter)).map(
      ({ monitor, total }) =>
        `${monitor.name} ${total.n} ${total.net}${total.unlabelled ? ` +${total.unlabelled}` : ''}`,
    );

  it('counts each monitor, own ones first and the loudest of each side in front', async () => {
    expect(await shown()).toEqual(['Acme 3 0', 'Umbrella 0 null', 'Globex 2 -50', 'Initech 1 100']);
  });

  it('narrows by period, source and language', async () => {
    expect(await shown({ from: '2026-05-04', to: '2026-05-05' })).toEqual([
      'Acme 1 -100',
      'Umbrella 0 null',
      'Globex 1 -100',
      'Initech 1 100',
    ]);
    expect(await shown({ source: ['Shop'] })).toEqual([
      'Acme 1 0',
      'Umbrella 0 null',
      'Globex 2 -50',
      'Initech 0 null',
    ]);
    expect(await shown({ language: ['zh'] })).toEqual([
      'Acme 0 null',
      'Umbrella 0 null',
      'Globex 0 null',
      'Initech 0 null',
    ]);
  });

  it('counts the same from the comments where the filter names words', async () => {
    expect(await shown({ q: 'e' })).toEqual(await shown());
    expect(await shown({ q: 'broke' })).toEqual(['Acme 1 -100', 'Umbrella 0 null', 'Globex 1 -100', 'Initech 0 null']);
  });

  it('counts comments that wait for their label, and gives a series that adds up', async () => {
    const { sourceId, runId } = await test.source('Forum 2');
    const { database, workspaceId } = test;
    const { id } = await database.comment.create({
      data: {
        workspaceId,
        sourceId,
        runId,
        externalId: 'new',
        text: 'new acme',
        textHash: 'x',
        language: 'en',
        publishedAt: at(5),
      },
    });
    await database.$transaction(async (transaction) => {
      await new CommentMatching().matchNew(transaction, workspaceId, [Number(id)]);
      const writers = new LabelWriters(database);
      await writers.queue.enqueue(transaction, workspaceId, [Number(id)]);
      // Intake counts what it stored when all that hangs on it is there.
      await writers.buckets.after(transaction, workspaceId, [Number(id)], []);
    });
    expect((await shown())[0]).toBe('Acme 3 0 +1');
    const [acme] = await moods.all(workspaceId, { step: 'day' });
    expect(acme?.points.map(({ n }) => n)).toEqual([2, 1, 0]);
  });
});
