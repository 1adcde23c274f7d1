import { commentRow, CommentIntake } from '@moodline/comments/api';
import { EXPORT_FORMATS, isPlaceholder } from '@moodline/comments/contract';
import { DatabaseModule } from '@moodline/shared/db';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import type { ImportResult } from '@moodline/sources/contract';
import { SpecApp } from '../spec/spec-app';

const COMMENTS = 150;
/** What files, spreadsheets and readers of feeds take for something else. */
const PIECES = [
  ...["'", "''", '=', '+', '-', '@', '"', '""', ',', ';', '\t', '\n', ' ', '|', '\\', '/', '#', '%', '&', '<', '>'],
  ...['=SUM(A1)', "'=1", "'-5 degrees'", '@…', '-1', '+1', '_x000D_', '_x0041_', '&amp;', '&#39;', '<br>', '<b>x</b>'],
  ...['nan', 'null', 'TRUE', '0', '1.5', '1e5', '2026-05-03', '10:00', '[deleted] they said', 'kept:', 'sep=;'],
  ...['电池', 'バッテリー', 'café', '👍🏽', '👨‍👩‍👧', '𝒳', 'عربي', 'word', "don't", '…', '\u200b', '\u00a0', '＝'],
];

/** A generator with a seed (mulberry32, public domain): the same comments in each run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('any comments, exported and imported again', () => {
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

  const empty = async () => {
    await db.database.comment.deleteMany();
    await db.database.crawlRun.deleteMany();
    await db.database.source.deleteMany();
  };

  async function fill(chance: () => number): Promise<void> {
    const pick = <T>(values: readonly T[]): T => values[Math.floor(chance() * values.length)] as T;
    const written = (most: number) =>
      Array.from({ length: 1 + Math.floor(chance() * most) }, () => pick(PIECES))
        .join(pick(['', ' ']))
        .trim();
    const maybe = <T>(value: T): T | null => (chance() < 0.5 ? value : null);
    const { hashKey } = spec.app.get(CommentIntake);
    const sources = await Promise.all(['=Shop', "'quoted' shop", '微博'].map((name) => db.source(name)));
    for (let number = 0; number < COMMENTS; number++) {
      const stars = maybe(pick([1, 2.5, 3, 4.5, 5]));
      const text = stars && chance() < 0.2 ? '' : written(12) || 'text';
      // As it is stored: masked, and in the one form of its signs.
      const row = commentRow(hashKey, { externalId: `${number}`, text, publishedAt: new Date(0) });
      await db.database.comment.create({
        data: {
          workspaceId: db.workspaceId,
          ...pick(sources),
          externalId: pick(['', '-', '=', "'", '00', '9007199254740993']) + number,
          text: text && (isPlaceholder(row.text) ? 'text' : row.text || 'text'),
          textHash: row.hash,
          language: pick(['en', 'zh', 'ja', 'und']),
          publishedAt: new Date(Date.UTC(2026, Math.floor(chance() * 10), 1, 0, 0, 0, Math.floor(chance() * 1e9))),
          dateUnknown: chance() < 0.1,
          fetchedAt: new Date(Date.UTC(2026, 10, 2, 0, 0, 0, number)),
          engagement: Math.floor(chance() ** 4 * 2 ** 31),
          permalink: maybe(`https://example.com/${encodeURIComponent(written(2))}?a=b&c=d`),
          parentId: maybe(written(1) || null),
          stars,
          recommended: maybe(chance() < 0.5),
          version: maybe(pick(['2.4.1', '1.10', '3', '2024.11 (4312)', 'Android 2.4-beta+7', '1e5', '10/2'])),
          leftOut: chance() < 0.1 ? pick(['own-account', 'staff', 'bot']) : null,
        },
      });
    }
  }

  const exported = async (format: string) =>
    new Uint8Array(await (await fetch(`${spec.url}/comments/export?format=${format}`)).arrayBuffer());
  const lines = async () =>
    new TextDecoder()
      .decode(await exported('jsonl'))
      .trim()
      .split('\n')
      // Comments that come again get another number.
      .map((line): Record<string, unknown> => ({ ...(JSON.parse(line) as Record<string, unknown>), moodline_id: null }))
      .sort((a, b) => (`${a['source']} ${a['id']}` < `${b['source']} ${b['id']}` ? -1 : 1));

  it.each(EXPORT_FORMATS.map((format, place) => ({ format, seed: 1 + place })))(
    'are the same in every field: $format (seed $seed)',
    async ({ format, seed }) => {
      await empty();
      await fill(generator(seed));
      const before = await lines();
      expect(before).toHaveLength(COMMENTS);
      const file = await exported(format);
      const again = await spec.request<ImportResult>('POST', `/imports?name=backup.${format}`, file);
      expect(again.body).toMatchObject({ rows: COMMENTS, imported: 0, duplicates: COMMENTS, rejected: [] });
      expect(await lines()).toEqual(before);
      await empty();
      const fresh = await spec.request<ImportResult>('POST', `/imports?name=backup.${format}`, file);
      expect(fresh.body).toMatchObject({ imported: COMMENTS, rejected: [] });
      expect(await lines()).toEqual(before);
    },
  );
});
