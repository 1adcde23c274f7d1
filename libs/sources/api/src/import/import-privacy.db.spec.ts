import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseModule, Prisma } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import type { ImportResult } from '@moodline/sources/contract';
import { SpecApp } from '../spec/spec-app';

/** Nothing that stands in these columns or patterns may be found anywhere afterwards. */
const SECRETS = [
  '张大伟',
  'BigWei2026',
  'avatars.example.com',
  '114.88.23.7',
  '广东深圳',
  '13812345678',
  'dawei@example.com',
  'weibo.com/u/',
  '6222021234567890128',
  'dawei_88',
  'Li Xiaoming',
];
const FILE = [
  'id,content,created_at,nickname,screen_name,avatar,ip,ip_location,gender,profile_url,url',
  '1,"电池鼓包，打我电话 13812345678 或 dawei@example.com",2026-05-03 10:00,张大伟,BigWei2026,https://avatars.example.com/1.png,114.88.23.7,广东深圳,m,https://weibo.com/u/1234567890,https://weibo.com/u/1234567890',
  '2,"加我微信 dawei_88，卡号 6222021234567890128，看 https://weibo.com/u/1234567890",2026-05-03 11:00,张大伟,BigWei2026,https://avatars.example.com/1.png,114.88.23.7,广东深圳,m,https://weibo.com/u/1234567890,https://example.com/c/2',
  '3,"@张大伟 说得对，IP 114.88.23.7",张大伟 13812345678,Li Xiaoming,x,https://avatars.example.com/2.png,114.88.23.7,广东深圳,f,,',
  '4,,2026-05-03 11:00,Li Xiaoming,x,https://avatars.example.com/2.png,114.88.23.7,广东深圳,f,,',
].join('\n');

describe('an import', () => {
  let test: TestDatabase;
  let spec: SpecApp;

  beforeAll(async () => {
    test = await createTestDatabase();
    spec = await SpecApp.start(DatabaseModule.forRoot(test.url), test.workspaceId);
  });
  afterAll(async () => {
    await spec.close();
    await test.close();
  });

  it('leaves no name, picture, address, place or profile in any table, neither of good rows nor of rejected ones', async () => {
    const { body } = await spec.request<ImportResult>('POST', '/imports?source=Forum&name=comments.csv', FILE);
    expect(body).toMatchObject({ rows: 4, imported: 2, rejectedCount: 2 });
    // Who imports the file sees what was wrong with it.
    expect(body.rejected[0]?.reason).toContain('张大伟');
    const tables = await test.database.$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
    expect(tables.length).toBeGreaterThan(10);
    let seen = 0;
    for (const { name } of tables) {
      const rows = await test.database.$queryRaw<{ row: string }[]>(
        Prisma.sql`SELECT to_jsonb(t)::text AS row FROM ${Prisma.raw(`"${name}"`)} t`,
      );
      seen += rows.length;
      for (const { row } of rows) for (const secret of SECRETS) expect(`${name}: ${row}`).not.toContain(secret);
    }
    expect(seen).toBeGreaterThan(4);
    const [run] = await test.database.crawlRun.findMany();
    expect(run?.rejectedRows).toMatchObject([
      { line: 4, code: 'unreadable-time' },
      { line: 5, code: 'empty-text' },
    ]);
  });
});

describe('connectors and importers', () => {
  /** The words by which exports and sites name such fields: there to find the author, who is hashed. */
  const ALLOWED = ['import/column-names.ts', 'connectors/discourse/discourse-posts.ts'];
  const FIELDS =
    /\b(?:avatar\w*|nick_?name|screen_?name|user_?name|display_?name|real_?name|ip_?(?:address|location|label)|profile_?(?:url|link|image)\w*|head_?image|followers?_?count|gender|birthday)\b\s*[:,}]/i;

  it('write no field that tells who an author is', () => {
    const root = join(__dirname, '..');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.includes('fixtures'),
    );
    expect(files.length).toBeGreaterThan(30);
    const found = files
      .filter((file) => !ALLOWED.includes(file))
      .flatMap((file) =>
        readFileSync(join(root, file), 'utf8')
          .split('\n')
          .flatMap((line, index) => (FIELDS.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
      );
    expect(found).toEqual([]);
  });
});
