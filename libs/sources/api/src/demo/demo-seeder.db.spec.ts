import { join } from 'node:path';
import { DatabaseModule } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import type { Source } from '@moodline/sources/contract';
import { SpecApp } from '../spec/spec-app';
import { readDemoComments } from './demo-comments';
import { DemoSeeder } from './demo-seeder';

const FOLDER = join(__dirname, '../../../../../prisma/seed/demo');

describe('the demo', () => {
  let db: TestDatabase;
  let spec: SpecApp;

  beforeAll(async () => {
    db = await createTestDatabase();
    spec = await SpecApp.start(DatabaseModule.forRoot(db.url), db.workspaceId);
  });

  afterAll(async () => {
    await spec?.close();
    await db?.close();
  });

  /** With how many comments each took as they were stored. */
  async function monitors() {
    const rows = await db.database.monitor.findMany({ where: { removedAt: null } });
    const taken = await db.database.commentMonitor.groupBy({ by: ['monitorId'], _count: true });
    const kinds = ['brand', 'topic', 'competitor'];
    return rows
      .map(({ id, name, kind }) => ({
        ...{ id, name, kind },
        comments: taken.find(({ monitorId }) => monitorId === id)?._count ?? 0,
      }))
      .sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || one.id - other.id);
  }

  it('spans the sixty days before now in the zone of the workspace, and nothing of it lies in the future', () => {
    const now = new Date('2026-11-24T04:00:00Z');
    const times = [...readDemoComments(FOLDER, 'Asia/Shanghai', now).values()]
      .flat()
      .map(({ publishedAt }) => publishedAt.toISOString())
      .sort();
    expect(times.length).toBeGreaterThan(1500);
    expect(times[0]?.slice(0, 10)).toBe('2026-09-26');
    expect(times.at(-1)?.slice(0, 10)).toBe('2026-11-24');
    expect(times.every((time) => time < now.toISOString())).toBe(true);
  });

  it('comes once, beside nothing else, and goes with one call for good', async () => {
    const seeder = spec.app.get(DemoSeeder);
    await seeder.seed(db.workspaceId);
    const { body: sources } = await spec.request<Source[]>('GET', '/sources');
    expect(sources.map(({ name, kind, schedule }) => [name, kind, schedule])).toEqual(
      ['App Store', 'Forum', 'Weibo', 'YouTube'].map((name) => [name, 'demo', null]),
    );
    expect(sources.reduce((sum, { comments }) => sum + comments, 0)).toBeGreaterThan(1500);
    for (const { comments, lastRun } of sources)
      expect(lastRun).toMatchObject({ trigger: 'demo', status: 'done', imported: comments });

    await seeder.seed(db.workspaceId);
    expect(await db.database.source.count()).toBe(4);
    const watched = await monitors();
    expect(watched.map(({ kind, name }) => [kind, name])).toEqual([
      ['brand', 'Pebblo'],
      ['topic', 'Battery life'],
      ['topic', 'Firmware 2.4'],
      ['competitor', 'Nubira'],
    ]);
    expect(watched.filter(({ comments }) => comments < 30)).toEqual([]);

    await db.source('Mine');
    const comments = await db.database.comment.count();
    expect((await spec.request('GET', '/demo')).body).toEqual({ sources: 4, comments, worked: 0 });
    // What people did with its comments does not come back with it; the machine's tags do.
    const [first, second, third] = await db.database.comment.findMany({ orderBy: { id: 'asc' }, take: 3 });
    const of = (comment: { id: bigint } | undefined) => ({
      workspaceId: db.workspaceId,
      commentId: comment?.id ?? 0n,
    });
    await db.database.humanLabel.create({ data: { ...of(first), label: 'neutral', byName: 'Ann' } });
    await db.database.commentNote.create({ data: { ...of(first), text: 'Ask them', userId: 1 } });
    await db.database.commentWork.create({ data: { ...of(second), state: 'open', changedBy: 1 } });
    await db.database.commentTag.create({ data: { ...of(third), tagId: 1, probability: 0.9, given: 'new' } });
    expect((await spec.request('GET', '/demo')).body).toEqual({ sources: 4, comments, worked: 2 });
    // One that somebody changed is theirs.
    const [brand] = watched;
    await db.database.monitor.updateMany({ where: { id: brand?.id }, data: { name: 'Ours' } });
    expect((await spec.request('DELETE', '/demo')).status).toBe(204);
    expect((await monitors()).map(({ name }) => name)).toEqual(['Ours']);
    expect((await db.database.source.findMany({ select: { name: true } })).map(({ name }) => name)).toEqual(['Mine']);
    expect(await db.database.comment.count()).toBe(0);
    // A demo that was removed stays away until it is asked for, and takes no name from a source of the person's own.
    await db.source('Weibo');
    expect((await spec.request('POST', '/demo')).status).toBe(204);
    expect((await spec.request('POST', '/demo')).status).toBe(204);
    const back = await db.database.source.findMany({ where: { kind: 'demo' }, orderBy: { name: 'asc' } });
    expect(back.map(({ name }) => name)).toEqual(['App Store', 'Forum', 'Weibo (2)', 'YouTube']);
    expect((await monitors()).map(({ name }) => name)).toEqual([
      'Ours',
      'Pebblo',
      'Battery life',
      'Firmware 2.4',
      'Nubira',
    ]);
    await spec.request('DELETE', '/demo');
    await db.database.source.deleteMany();
    await seeder.seed(db.workspaceId);
    expect(await db.database.source.count()).toBe(0);
  });
});
