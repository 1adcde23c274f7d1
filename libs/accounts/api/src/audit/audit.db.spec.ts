import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { PeopleBench } from '../testing/people-bench';
import { auditLines } from './audit-lines';
import { deedOf } from './audit.interceptor';

const { visitor } = PeopleBench;
const ADA = { name: 'Ada', email: 'ada@example.com', password: 'long enough 1' };
const ALL = { limit: 50 };

describe('the audit trail', () => {
  let test: TestDatabase;
  let bench: PeopleBench;

  beforeEach(async () => {
    test = await createTestDatabase();
    bench = new PeopleBench(test);
  });
  afterEach(() => test.close());

  const page = (query: object = {}) => bench.events.page(test.workspaceId, { ...ALL, ...query });

  it('holds who signed in, how and from where, and wrong passwords of people who exist', async () => {
    await bench.account.update(await bench.owner(), ADA);
    await expect(bench.byPassword(ADA.email, 'wrong', visitor)).rejects.toThrow();
    await expect(bench.byPassword('nobody@example.com', 'wrong', visitor)).rejects.toThrow();
    await bench.byPassword(ADA.email, ADA.password, visitor);
    expect((await page()).items).toMatchObject([
      { action: 'sign-in', object: 'password', who: ADA.email, by: 'session', address: visitor.address },
      { action: 'sign-in-failed', who: ADA.email, by: 'nobody', address: visitor.address },
      { action: 'sign-in', object: 'link', who: 'Owner' },
    ]);
  });

  it('can be added to and never be changed, by whatever way', async () => {
    await bench.owner();
    const stays = 'can only be added to';
    await expect(test.database.auditEvent.updateMany({ data: { who: 'x' } })).rejects.toThrow(stays);
    await expect(test.database.auditEvent.deleteMany()).rejects.toThrow(stays);
    await expect(test.database.$executeRaw`TRUNCATE audit_event`).rejects.toThrow(stays);
    expect((await page()).items).toHaveLength(1);
  });

  it('is searched by name, thing and address, by action, and leafed through', async () => {
    const owner = await bench.owner();
    for (let id = 1; id <= 3; id++)
      await bench.trail.add(owner, visitor, { action: 'remove', object: `sources/${id}`, details: {} });
    expect((await page({ q: 'SOURCES/2' })).items).toMatchObject([{ object: 'sources/2', who: 'Owner' }]);
    expect((await page({ q: visitor.address })).items).toHaveLength(4);
    expect((await page({ q: '%' })).items).toEqual([]);
    expect((await page({ action: 'remove', limit: 2 })).more).toBe(true);
    const first = await page({ limit: 2 });
    const rest = await page({ limit: 2, before: first.items.at(-1)?.id });
    expect([...first.items, ...rest.items].map(({ object }) => object)).toEqual([
      'sources/3',
      'sources/2',
      'sources/1',
      'link',
    ]);
    expect((await bench.events.page(test.workspaceId + 1, ALL)).items).toEqual([]);
  });

  it('is taken out whole, of one workspace, as a table in which nothing is a formula, or as JSON a line', async () => {
    const { userId } = await bench.owner();
    const deed = { action: 'remove', details: { role: 'owner' }, who: '=cmd(),x', by: 'session', address: '' } as const;
    for (let id = 1; id <= 1201; id++)
      await bench.events.add({ ...deed, workspaceId: test.workspaceId, userId, object: `sources/${id}` });
    const lines = async (format: 'csv' | 'jsonl', query: object = {}) => {
      let text = '';
      for await (const line of auditLines(bench.events.all(test.workspaceId, query), format)) text += line;
      return text.trimEnd().split(/\r?\n/);
    };
    const csv = await lines('csv');
    expect(csv).toHaveLength(1 + 1202);
    expect(csv[0]).toBe('\uFEFFat,who,by,address,action,object,details');
    expect(csv[1]?.split(',').slice(1)).toEqual([
      `"'=cmd()`,
      'x"',
      'session',
      '',
      'remove',
      'sources/1201',
      '"{""role"":""owner""}"',
    ]);
    expect(new Set(csv).size).toBe(csv.length);
    const json = (await lines('jsonl', { q: 'sources/120' })).map((line) => JSON.parse(line) as { object: string });
    expect(json.map(({ object }) => object)).toEqual(['sources/1201', 'sources/1200', 'sources/120']);
    for await (const event of bench.events.all(test.workspaceId + 1, {})) throw new Error(event.object);
  });

  it.each([
    ['GET', '/api/audit/export', 'export'],
    ['POST', '/api/backups/export', 'export'],
    ['GET', '/api/backups/moodline-20260501-030000.backup/export', 'export'],
    ['DELETE', '/api/session', 'sign-out'],
    ['GET', '/api/comments/export', 'export'],
    ['PATCH', '/api/sources/7', 'change'],
    ['POST', '/api/comments/7/forget', 'add'],
    ['DELETE', '/api/members/2', 'remove'],
    ['GET', '/api/comments', undefined],
    ['POST', '/api/chat', undefined],
    ['POST', '/api/sources/check', undefined],
    ['POST', '/api/monitors/preview', undefined],
  ])('of %s %s holds: %s', (method, path, action) => {
    expect(deedOf({ method, path, body: undefined })?.action).toBe(action);
  });
});
