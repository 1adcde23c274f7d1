import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseModule } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import type { Source } from '@moodline/sources/contract';
import { SpecApp } from '../spec/spec-app';
import { InboxImporter } from './inbox-importer';

describe('files dropped into the inbox', () => {
  let db: TestDatabase;
  let spec: SpecApp;
  let inbox: InboxImporter;

  beforeAll(async () => {
    db = await createTestDatabase();
    spec = await SpecApp.start(DatabaseModule.forRoot(db.url), db.workspaceId);
    inbox = spec.app.get(InboxImporter);
    await inbox.folder.prepare();
  });

  afterAll(async () => {
    await spec?.close();
    await db?.close();
  });

  const drop = (name: string, text: string) => {
    mkdirSync(join(inbox.folder.path, name, '..'), { recursive: true });
    writeFileSync(join(inbox.folder.path, name), text);
  };
  const rounds = async () => {
    for (let round = 0; round < 2; round++) await inbox.round(new AbortController().signal);
  };

  it('wait for an owner, and are then comments of their source, with a run in its history', async () => {
    await db.database.user.deleteMany({ where: { role: 'owner' } });
    drop('Shop A/may.csv', 'id,date,text\n1,2026-05-03 08:00,Great sound\n2,someday,Too vague\n');
    drop('prose.txt', 'Dear all,\nthis is no table\nat all.\n');
    await rounds();
    expect(await db.database.comment.count()).toBe(0);
    await db.database.user.create({ data: { workspaceId: db.workspaceId, name: 'Owner', role: 'owner' } });
    await rounds();
    const { body } = await spec.request<Source[]>('GET', '/sources');
    expect(body).toEqual([expect.objectContaining({ name: 'Shop A', kind: 'file', comments: 1 })]);
    expect(body[0]?.lastRun).toMatchObject({
      trigger: 'import',
      status: 'done',
      fileName: 'may.csv',
      imported: 1,
      rejected: 1,
    });
    expect(['done', 'failed', 'working'].map((folder) => readdirSync(join(inbox.folder.path, folder)).sort())).toEqual([
      ['may.csv.imported.txt'],
      ['prose.txt', 'prose.txt.reason.txt'],
      [],
    ]);
  });
});
