import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';

/** Names of columns that would hold what must never be stored of who wrote a comment. */
const FORBIDDEN =
  /(^|_)(author|author_?name|author_?id|user_?name|nick_?name|screen_?name|display_?name|real_?name|full_?name|u_?name|avatar|portrait|photo|picture|head_?image|ip|ip_?addr(ess)?|ip_?location|location|geo|latitude|longitude|province|city|gender|sex|age|birth(day|_?date)?|profile|profile_?(url|link|id)|home_?page|phone|mobile|tel|e?mail|we_?chat|qq|id_?card|bank_?card|user_?agent|follower(s|_?count)?)($|_)/;

/** Columns that bear such a name for a reason. Whoever adds one says here whose data it is. */
const ALLOWED: Readonly<Record<string, string>> = {
  'comment.author_hash': 'a keyed hash: it tells authors apart and names none',
  'user.email': 'people who sign in to Moodline, who gave it for that',
};

describe('the schema', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.close());

  it.each([
    ['user', 'role', 'admin'],
    ['user', 'language', 'fr'],
    ['access_token', 'kind', 'cookie'],
    ['audit_event', 'action', 'read'],
    ['audit_event', 'by', 'cookie'],
    ['access_token', 'role', 'admin'],
    ['access_token', 'language', 'fr'],
    ['forgotten', 'kind', 'source'],
    ['label', 'label', 'Positive'],
    ['human_label', 'label', 'mixed'],
    ['human_label', 'asked', 'shown'],
    ['head_proposal', 'state', 'done'],
    ['tag', 'color', 'pink'],
    ['labelled_example', 'label', ''],
    ['relabelling', 'state', 'done'],
    ['evaluation', 'state', 'ready'],
    ['crawl_run', 'trigger', 'cron'],
    ['crawl_run', 'status', 'cut-off'],
    ['backfill', 'status', 'failed'],
    ['alert_rule', 'measure', 'anger'],
    ['channel', 'kind', 'fax'],
    ['delivery', 'state', 'done'],
  ])('refuses in %s.%s a word that no code knows: %s', async (table, column, word) => {
    const [constraint] = await test.database.$queryRaw<{ definition: string }[]>`
      SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint
      WHERE contype = 'c' AND conname = ${`${table}_${column}_known`}`;
    const known = [...(constraint?.definition ?? '').matchAll(/'([^']*)'/g)].map((match) => match[1]);
    expect(known.length).toBeGreaterThan(1);
    expect(known).not.toContain(word);
  });

  it('refuses a run with a status of which nobody has heard', async () => {
    const { sourceId } = await test.source('Words');
    const run = { workspaceId: test.workspaceId, sourceId, trigger: 'import', status: 'almost-done' };
    await expect(test.database.crawlRun.create({ data: run })).rejects.toThrow('crawl_run_status_known');
    await test.database.crawlRun.create({ data: { ...run, status: 'queued' } });
  });

  it('carries workspace_id in every table', async () => {
    const rows = await test.database.$queryRaw<{ table: string }[]>`
      SELECT t.table_name AS table FROM information_schema.tables t
      WHERE t.table_schema = 'public' AND t.table_name NOT LIKE '\_prisma%' AND NOT EXISTS (
        SELECT 1 FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.table_name = t.table_name AND c.column_name = 'workspace_id')`;
    expect(rows.map(({ table }) => table)).toEqual([]);
  });

  it('begins every unique key with workspace_id', async () => {
    const rows = await test.database.$queryRaw<{ index: string; first: string }[]>`
      SELECT i.indexrelid::regclass::text AS index, a.attname AS first
      FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      WHERE n.nspname = 'public' AND i.indisunique AND c.relname NOT LIKE '\_prisma%'`;
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter(({ first }) => first !== 'workspace_id')).toEqual([]);
  });

  it('has no column for what identifies an author', async () => {
    const rows = await test.database.$queryRaw<{ column: string }[]>`
      SELECT table_name || '.' || column_name AS column FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_prisma%'`;
    expect(rows.length).toBeGreaterThan(50);
    const suspicious = rows.map(({ column }) => column).filter((column) => FORBIDDEN.test(column.split('.')[1] ?? ''));
    expect(suspicious.sort()).toEqual(Object.keys(ALLOWED).sort());
  });

  it.each([
    'author',
    'author_name',
    'nickname',
    'avatar',
    'avatar_url',
    'ip',
    'ip_location',
    'location',
    'profile_url',
    'user_name',
    'phone',
    'wechat',
    'birthday',
    'gender',
  ])('would notice a column %s', (column) => expect(column).toMatch(FORBIDDEN));
});
