import { CommentIntake, type GivenVerdict } from '@moodline/comments/api';
import { EXPORT_FORMATS } from '@moodline/comments/contract';
import { DatabaseModule } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import type { ImportResult } from '@moodline/sources/contract';
import { SpecApp } from '../spec/spec-app';

const FORMATS = EXPORT_FORMATS;
type Line = Record<string, unknown>;

describe('importing an export of Moodline', () => {
  let db: TestDatabase;
  let spec: SpecApp;
  let verdicts: GivenVerdict[];

  beforeAll(async () => {
    db = await createTestDatabase();
    spec = await SpecApp.start(DatabaseModule.forRoot(db.url), db.workspaceId);
    spec.app.get(CommentIntake).verdictHook = (_transaction, _workspaceId, given) => {
      verdicts.push(...given);
      return Promise.resolve();
    };
  });
  afterAll(async () => {
    await spec?.close();
    await db?.close();
  });
  beforeEach(async () => {
    verdicts = [];
    await db.database.humanLabel.deleteMany();
    await db.database.humanFacet.deleteMany();
    await db.database.comment.deleteMany();
    await db.database.crawlRun.deleteMany();
    await db.database.source.deleteMany();
    await fill();
  });

  async function fill(): Promise<void> {
    const [forum, store] = [await db.source('Forum'), await db.source('App Store')];
    const { workspaceId, database } = db;
    const base = { workspaceId, textHash: 'x', language: 'en', publishedAt: new Date('2026-11-01T10:00:00.123Z') };
    await database.comment.create({
      data: {
        ...base,
        ...forum,
        externalId: 'f-1',
        text: '=1+1 "quoted", <b>tag</b> &amp; line\nbreak',
        engagement: 42,
        permalink: 'https://example.com/1?a=b&c=d',
        parentId: 'f-0',
        stars: 3.5,
        recommended: false,
        leftOut: 'staff',
        fetchedAt: new Date('2026-11-02T00:00:00Z'),
      },
    });
    await database.comment.create({
      data: {
        ...base,
        ...store,
        externalId: '#keyed-by-this-installation',
        text: '电池很差',
        language: 'zh',
        stars: 1,
      },
    });
    const { id } = await database.comment.create({
      data: { ...base, ...store, externalId: 's-2', text: "'-5 degrees and it died", language: 'en' },
    });
    const user = await database.user.findFirst({ where: { workspaceId, name: 'Ann' } });
    const { id: userId } =
      user ?? (await database.user.create({ data: { workspaceId, name: 'Ann', role: 'analyst' } }));
    await database.humanLabel.create({
      data: {
        workspaceId,
        commentId: id,
        label: 'negative',
        userId,
        reason: 'cold',
        createdAt: new Date('2026-11-03T00:00:00Z'),
      },
    });
    await database.commentTag.deleteMany();
    await database.tag.deleteMany();
    const [late, other] = await Promise.all([
      database.tag.create({ data: { workspaceId, name: '=Late; "very"', color: 'red' } }),
      database.tag.create({ data: { workspaceId, name: '电池', color: 'green' } }),
    ]);
    const saidTag = { workspaceId, commentId: id, userId, saidAt: new Date('2026-11-05T00:00:00.125Z') };
    await database.commentTag.createMany({
      data: [
        { ...saidTag, tagId: late.id, said: true },
        { ...saidTag, tagId: other.id, said: false, drawn: true },
      ],
    });
    const facet = { workspaceId, commentId: id, userId, createdAt: new Date('2026-11-04T00:00:00Z') };
    await database.humanFacet.createMany({
      data: [
        { ...facet, facet: 'emotion', value: 'anger' },
        { ...facet, facet: 'kind', value: 'opinion' },
      ],
    });
  }

  const exported = async (format: string) =>
    new Uint8Array(await (await fetch(`${spec.url}/comments/export?format=${format}`)).arrayBuffer());
  const lines = async (): Promise<Line[]> =>
    new TextDecoder()
      .decode(await exported('jsonl'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line)
      .sort((a, b) => String(a['id']).localeCompare(String(b['id'])));
  const importFile = async (body: Uint8Array, format: string) =>
    (await spec.request<ImportResult>('POST', `/imports?name=backup.${format}`, body)).body;

  it.each(FORMATS)('adds nothing to the installation it comes from: %s', async (format) => {
    const before = await lines();
    const { rows, imported, duplicates, rejectedCount } = await importFile(await exported(format), format);
    expect({ rows, imported, duplicates, rejectedCount }).toEqual({
      rows: 3,
      imported: 0,
      duplicates: 3,
      rejectedCount: 0,
    });
    expect(await lines()).toEqual(before);
  });

  it.each(FORMATS)('brings every field back into a fresh one: %s', async (format) => {
    const before = await lines();
    const file = await exported(format);
    await db.database.humanLabel.deleteMany();
    await db.database.humanFacet.deleteMany();
    await db.database.commentTag.deleteMany();
    await db.database.tag.deleteMany();
    await db.database.comment.deleteMany();
    await db.database.source.deleteMany();
    expect(await importFile(file, format)).toMatchObject({ imported: 3, rejectedCount: 0 });
    const ignored = [
      'moodline_id',
      'person_label',
      'person_label_by',
      'person_label_at',
      'person_label_reason',
      'label',
      ...[
        'person_emotion',
        'person_emotion_by',
        'person_emotion_at',
        'person_kind',
        'person_kind_by',
        'person_kind_at',
      ],
    ];
    const without = (line: Line) => Object.fromEntries(Object.entries(line).filter(([key]) => !ignored.includes(key)));
    expect((await lines()).map(without)).toEqual(before.map(without));
    expect(verdicts.map(({ verdict }) => verdict)).toEqual([
      { label: 'negative', by: 'Ann', at: new Date('2026-11-03T00:00:00Z'), reason: 'cold' },
    ]);
    const said = { by: 'Ann', at: new Date('2026-11-04T00:00:00Z') };
    expect(verdicts.map(({ facets }) => facets)).toEqual([
      [
        { facet: 'emotion', value: 'anger', ...said },
        { facet: 'kind', value: 'opinion', ...said },
      ],
    ]);
  });
});
