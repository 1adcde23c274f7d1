import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { FilterChoicesQuery } from './filter-choices.query';

describe('choices of the filter bar', () => {
  let test: TestDatabase;
  let choices: FilterChoicesQuery;

  beforeAll(async () => {
    test = await createTestDatabase('Asia/Shanghai');
    choices = new FilterChoicesQuery(test.database);
  });
  afterAll(() => test.close());

  it('are empty in an empty workspace', async () => {
    expect(await choices.read(test.workspaceId)).toEqual({
      sources: [],
      monitors: [],
      tags: [],
      stars: false,
      versions: [],
      first: null,
      last: null,
      undated: 0,
      added: null,
    });
  });

  it('name sources and monitors, and the days of the workspace that have comments', async () => {
    const { database, workspaceId } = test;
    const zoo = await test.source('Zoo');
    const alley = await test.source('alley');
    const rules = { any: { words: ['x'] } };
    const rival = await database.monitor.create({ data: { workspaceId, name: 'Rival', competitor: true, rules } });
    const own = await database.monitor.create({ data: { workspaceId, name: 'Own', rules } });
    await database.monitor.create({ data: { workspaceId, name: 'Gone', rules, removedAt: new Date() } });
    const comment = (externalId: string, publishedAt: string, dateUnknown = false) => ({
      workspaceId,
      ...zoo,
      externalId,
      text: 'text',
      textHash: externalId,
      language: 'en',
      publishedAt: new Date(publishedAt),
      dateUnknown,
    });
    await database.comment.createMany({
      data: [
        comment('first', '2026-01-31T16:30:00Z'),
        comment('last', '2026-03-01T02:00:00Z'),
        comment('some time', '2026-05-01T00:00:00Z', true),
      ],
    });
    const other = await database.workspace.create({ data: { name: 'Other', timeZone: 'UTC' } });

    expect(await choices.read(workspaceId)).toEqual({
      sources: [
        { id: alley.sourceId, name: 'alley' },
        { id: zoo.sourceId, name: 'Zoo' },
      ],
      monitors: [
        { id: own.id, name: 'Own', competitor: false },
        { id: rival.id, name: 'Rival', competitor: true },
      ],
      tags: [],
      stars: false,
      versions: [],
      first: '2026-02-01',
      last: '2026-03-01',
      undated: 1,
      added: { first: '2026-02-01', last: '2026-03-01', sourceFirst: '2026-02-01', sourceLast: '2026-03-01' },
    });
    expect(await choices.read(other.id)).toMatchObject({ sources: [], monitors: [], first: null });
  });

  it('tell the days of what was added last, beside those of its whole source, and nothing of a week ago', async () => {
    const { database } = test;
    const third = await database.workspace.create({ data: { name: 'Third', timeZone: 'Asia/Shanghai' } });
    const workspaceId = third.id;
    const source = await database.source.create({ data: { workspaceId, kind: 'file', name: 'Old' } });
    const comment = (id: number, publishedAt: string, fetchedAt = new Date()) => ({
      workspaceId,
      sourceId: source.id,
      runId: 1,
      externalId: `${id}`,
      text: 'text',
      textHash: `${id}`,
      language: 'en',
      publishedAt: new Date(publishedAt),
      fetchedAt,
    });
    const before = new Date(Date.now() - 8 * 86_400_000);
    await database.comment.createMany({ data: [comment(1, '2026-03-01T02:00:00Z', before)] });
    expect((await choices.read(workspaceId)).added).toBeNull();
    await database.comment.createMany({
      data: [comment(2, '2015-02-16T02:00:00Z'), comment(3, '2015-02-24T20:00:00Z')],
    });
    expect((await choices.read(workspaceId)).added).toEqual({
      first: '2015-02-16',
      last: '2015-02-25',
      sourceFirst: '2015-02-16',
      sourceLast: '2026-03-01',
    });
  });

  it('name every version of an app once, the highest first, and none of another workspace', async () => {
    const { database } = test;
    const fourth = await database.workspace.create({ data: { name: 'Fourth', timeZone: 'UTC' } });
    const source = await database.source.create({ data: { workspaceId: fourth.id, kind: 'file', name: 'App' } });
    const versions = ['2.9', '2.10', null, '2.9', '2.10.1', '1.0', null, '2.10'];
    await database.comment.createMany({
      data: versions.map((version, id) => ({
        ...{ workspaceId: fourth.id, sourceId: source.id, runId: 1, externalId: `${id}`, version },
        ...{ text: 'text', textHash: `${id}`, language: 'en', publishedAt: new Date('2026-03-01T00:00:00Z') },
      })),
    });
    expect((await choices.read(fourth.id)).versions).toEqual(['2.10.1', '2.10', '2.9', '1.0']);
    expect((await choices.read(test.workspaceId)).versions).toEqual([]);
  });

  it('list 500 versions at most', async () => {
    const { database } = test;
    const fifth = await database.workspace.create({ data: { name: 'Fifth', timeZone: 'UTC' } });
    const source = await database.source.create({ data: { workspaceId: fifth.id, kind: 'file', name: 'App' } });
    await database.comment.createMany({
      data: Array.from({ length: 510 }, (_, id) => ({
        ...{ workspaceId: fifth.id, sourceId: source.id, runId: 1, externalId: `${id}`, version: `9.${1000 + id}` },
        ...{ text: 'text', textHash: `${id}`, language: 'en', publishedAt: new Date('2026-03-01T00:00:00Z') },
      })),
    });
    const { versions } = await choices.read(fifth.id);
    expect([versions.length, versions[0], versions.at(-1)]).toEqual([500, '9.1509', '9.1010']);
  });
});
