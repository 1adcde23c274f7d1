import { DatabaseModule } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import type { ImportResult, SavedMapping } from '@moodline/sources/contract';
import { SpecApp } from '../spec/spec-app';

const COLUMNS = ['no', 'title', 'text', 'date'];
const FILE = `${COLUMNS.join(',')}\n1,Short one,Long text here,2026-05-03\n2,Other,More text here,2026-05-04\n`;

describe('saved mappings', () => {
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
  beforeEach(() => db.database.importMapping.deleteMany());

  const save = (columns: readonly string[], mapping: object) =>
    spec.request<SavedMapping & { code: string }>('PUT', '/imports/mappings', { columns, mapping });
  const all = async () => (await spec.request<SavedMapping[]>('GET', '/imports/mappings')).body;
  const dryRun = async (file: string, mapping?: object) =>
    (
      await spec.request<ImportResult>(
        'POST',
        `/imports?${new URLSearchParams({ name: 'a.csv', dryRun: 'true', ...(mapping && { mapping: JSON.stringify(mapping) }) }).toString()}`,
        file,
      )
    ).body;

  it('are used for a file with the same header, and the answer says so', async () => {
    const { body: saved } = await save(COLUMNS, { text: 'title', externalId: 'no', engagement: '' });
    const result = await dryRun(FILE);
    expect(result).toMatchObject({ saved: true, signature: saved.signature, template: null });
    expect(result.recognised).toEqual(
      expect.arrayContaining([
        { column: 'title', field: 'text', why: 'saved' },
        { column: 'no', field: 'externalId', why: 'saved' },
        { column: 'date', field: 'publishedAt', why: 'header' },
      ]),
    );
    expect(result.preview.map(({ text, externalId }) => [text, externalId])).toEqual([
      ['Short one', '1'],
      ['Other', '2'],
    ]);
  });

  it('yield to what is chosen for one import', async () => {
    await save(COLUMNS, { text: 'title' });
    expect((await dryRun(FILE, { text: 'text' })).recognised).toContainEqual({
      column: 'text',
      field: 'text',
      why: 'chosen',
    });
  });

  it('do not touch a file with another header', async () => {
    await save(COLUMNS, { text: 'title' });
    const result = await dryRun(FILE.replace('no,', 'number,'));
    expect(result.saved).toBe(false);
    expect(result.recognised).toContainEqual({ column: 'text', field: 'text', why: 'header' });
  });

  it('are replaced, listed and forgotten', async () => {
    await save(COLUMNS, { text: 'title' });
    const { body: saved } = await save(COLUMNS, { text: 'text' });
    expect(await all()).toEqual([{ ...saved, columns: COLUMNS, mapping: { text: 'text' } }]);
    expect((await spec.request('DELETE', `/imports/mappings/${saved.signature}`)).status).toBe(204);
    expect(await all()).toEqual([]);
    expect((await dryRun(FILE)).saved).toBe(false);
  });

  it('cannot name a column the file does not have', async () => {
    const { status, body } = await save(COLUMNS, { text: 'body' });
    expect([status, body.code]).toEqual([400, 'unknown-column']);
  });
});
