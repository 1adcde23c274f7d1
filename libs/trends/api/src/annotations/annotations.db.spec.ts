import { CommentRepository, FilterResolver, ThemeWordsQuery } from '@moodline/comments/api';
import { NotFoundError, type Actor } from '@moodline/shared/http';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { isWritten } from '@moodline/trends/contract';
import { AuthorNameQuery } from '../queries/author-name.query';
import { KnownEventsQuery } from '../queries/known-events.query';
import { AnnotationRepository } from './annotation.repository';
import { Annotations } from './annotations';

describe('what happened when', () => {
  let test: TestDatabase;
  let written: AnnotationRepository;
  let annotations: Annotations;
  let actor: Actor;

  beforeAll(async () => {
    test = await createTestDatabase('Asia/Shanghai');
    const { database, workspaceId } = test;
    const { id: userId } = await database.user.create({ data: { workspaceId, name: 'Lin', role: 'analyst' } });
    actor = { workspaceId, userId, role: 'analyst', by: 'session' };
    written = new AnnotationRepository(database);
    const filters = new FilterResolver(new CommentRepository(database), new ThemeWordsQuery(database));
    annotations = new Annotations(filters, written, new KnownEventsQuery(database), new AuthorNameQuery(database));
  });
  afterAll(() => test?.close());
  beforeEach(() => test.database.annotation.deleteMany());

  const texts = async (period: { from?: string; to?: string }) =>
    (await annotations.list(test.workspaceId, period)).map(({ text }) => text);
  const note = (at: string, text: string) => annotations.add(actor, { at, text, kind: 'note' });

  it('keeps a day as a day of the zone, and an instant as an instant', async () => {
    await note('2026-05-04', 'the day');
    await note('2026-05-03T15:59:59Z', 'the last second of the third in Shanghai');
    await note('2026-05-03T16:00:00Z', 'the first second of the fourth in Shanghai');
    expect(await texts({ from: '2026-05-04', to: '2026-05-04' })).toEqual([
      'the day',
      'the first second of the fourth in Shanghai',
    ]);
    expect(await texts({ to: '2026-05-03' })).toEqual(['the last second of the third in Shanghai']);
    expect(await texts({ from: '2026-05-05' })).toEqual([]);
    expect(await texts({ from: '2026-05-03T16:00:00.000Z', to: '2026-05-04T16:00:00.000Z' })).toHaveLength(2);
  });

  it('tells what was written down of all times with its day in the zone, the latest first', async () => {
    await note('2026-05-03T16:00:00Z', 'instant');
    await note('2026-06-04', 'later');
    expect(await annotations.writtenDown(test.workspaceId)).toEqual([
      { text: 'later', day: '2026-06-04' },
      { text: 'instant', day: '2026-05-04' },
    ]);
  });

  it('says who wrote it, also after another changed it', async () => {
    const { id } = await annotations.add(actor, { at: '2026-05-04', text: 'Update', kind: 'release' });
    await written.save(test.workspaceId, id, { at: '2026-05-05', text: 'Update 2.4', kind: 'release' });
    expect(await annotations.list(test.workspaceId, {})).toEqual([
      { kind: 'release', id, at: '2026-05-05', text: 'Update 2.4', by: 'Lin', comments: null },
    ]);
    const byKey = await annotations.add(
      { ...actor, by: 'key', key: 'build' },
      { at: '2026-05-04', text: 'x', kind: 'note' },
    );
    expect(byKey.by).toBe('build');
  });

  it('says when there is none to change or to remove', async () => {
    const { id } = await note('2026-05-04', 'gone');
    await written.remove(test.workspaceId, id);
    await expect(written.remove(test.workspaceId, id)).rejects.toThrow(NotFoundError);
    await expect(written.save(test.workspaceId, id, { at: '2026-05-04', text: 'x', kind: 'note' })).rejects.toThrow(
      NotFoundError,
    );
    // Another workspace's cannot be reached either.
    const { id: own } = await note('2026-05-04', 'own');
    const other = await test.database.workspace.create({ data: { name: 'Other', timeZone: 'UTC' } });
    await expect(written.remove(other.id, own)).rejects.toThrow(NotFoundError);
    expect(await annotations.list(other.id, {})).toEqual([]);
  });

  it('knows alerts, versions of the labels, sources and files without anybody writing them down', async () => {
    const { database, workspaceId } = test;
    const at = (hour: number) => new Date(Date.UTC(2026, 6, 1, hour));
    const rule = await database.alertRule.create({
      data: {
        workspaceId,
        name: 'Too negative',
        measure: 'negative-share',
        scope: {},
        detection: {},
        channels: [],
        language: 'en',
      },
    });
    const seen = { watch: {}, first: {}, peak: {} };
    await database.alertEvent.create({ data: { workspaceId, ruleId: rule.id, since: at(1), firedAt: at(3), ...seen } });
    await database.roleActivation.createMany({
      data: ['label', 'narrator'].map((role, index) => ({
        ...{
          workspaceId,
          role,
          version: 4 + index,
          previous: 1,
          userId: actor.userId,
          evaluated: true,
          createdAt: at(2),
        },
      })),
    });
    const sources = await Promise.all(
      ['file', 'demo'].map((kind) =>
        database.source.create({ data: { workspaceId, kind, name: `By ${kind}`, createdAt: at(3) } }),
      ),
    );
    const run = { workspaceId, sourceId: sources[0]?.id ?? 0, trigger: 'import', status: 'done', startedAt: at(4) };
    await database.crawlRun.createMany({
      data: [
        { ...run, fileName: 'reviews.csv', imported: 500, takenBack: 20 },
        { ...run, fileName: 'small.csv', imported: 99 },
        { ...run, fileName: 'undone.csv', imported: 500, takenBack: 500 },
        { ...run, fileName: null, imported: 500 },
      ],
    });
    const known = await annotations.list(workspaceId, { from: '2026-07-01', to: '2026-07-01' });
    expect(known.map(({ kind, text, comments }) => [kind, text, comments])).toEqual([
      ['alert', 'Too negative', null],
      ['labels', '4', null],
      ['source', 'By file', null],
      ['import', 'reviews.csv', 480],
    ]);
    expect(known.some(isWritten)).toBe(false);
    expect(await texts({ from: '2026-07-02', to: '2026-07-02' })).toEqual([]);
  });
});
