import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { CommentTotalQuery, FilterResolver } from '@moodline/comments/api';
import type { CommentFilter } from '@moodline/comments/contract';
import { SettingsModule, type Settings } from '@moodline/shared/config';
import { DatabaseModule } from '@moodline/shared/db';
import { HttpModule } from '@moodline/shared/http';
import { createTestDatabase, storeLabelled, type LabelledText, type TestDatabase } from '@moodline/shared/testing';
import { TrendsModule } from '../trends.module';
import { ThemePages } from './theme-pages';

const at = (day: string, label: 'positive' | 'negative', texts: string[]): LabelledText[] =>
  texts.map((text, index) => ({
    text,
    label,
    publishedAt: new Date(`${day}T0${index % 10}:00:00Z`),
    engagement: index,
  }));
const numbered = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index));
const WEEK = { from: '2026-05-08', to: '2026-05-14' } satisfies CommentFilter;

describe('ThemeBoard and ThemePages', () => {
  let test: TestDatabase;
  let app: TestingModule;
  let pages: ThemePages;
  let dataDir: string;
  const list = () => pages.list(test.workspaceId, { ...WEEK, locale: 'en' });
  const one = async (name: string) => {
    const theme = (await list()).themes.find((found) => found.name === name);
    if (!theme) throw new Error(`No theme ${name}`);
    return theme;
  };
  const totalOf = async (filter: CommentFilter) => {
    const resolved = await app.get(FilterResolver, { strict: false }).resolve(test.workspaceId, filter);
    return (await app.get(CommentTotalQuery, { strict: false }).count(resolved)).total;
  };

  beforeAll(async () => {
    test = await createTestDatabase('UTC');
    dataDir = await mkdtemp(join(tmpdir(), 'moodline-themes-'));
    await storeLabelled(test, [
      ...at(
        '2026-05-02',
        'positive',
        numbered(20, (index) => `such a light pair ${index}`),
      ),
      ...at(
        '2026-05-03',
        'negative',
        numbered(5, (index) => `battery was weak once ${index}`),
      ),
      ...at(
        '2026-05-09',
        'negative',
        numbered(9, (index) => `battery drains overnight in the case, day ${index}`),
      ),
      ...at(
        '2026-05-10',
        'negative',
        numbered(6, (index) => `续航太短了，第${index}次没电`),
      ),
      ...at(
        '2026-05-10',
        'negative',
        numbered(7, (index) => `the charger gets lost ${index}, charging takes ages`),
      ),
      ...at(
        '2026-05-11',
        'positive',
        numbered(8, (index) => `lovely mint colour ${index}`),
      ),
    ]);
    app = await Test.createTestingModule({
      imports: [
        SettingsModule.forRoot({ dataDir, MOODLINE_ROLES: ['api'] } as unknown as Settings),
        DatabaseModule.forRoot(test.url),
        HttpModule,
        TrendsModule,
      ],
    }).compile();
    pages = app.get(ThemePages);
  });
  afterAll(async () => {
    await app.close();
    await test.close();
    await rm(dataDir, { recursive: true });
  });

  it('gives a theme the number of comments that its filter opens, in all languages, and keeps its id', async () => {
    const theme = await one('battery life');
    expect(theme.total.n + theme.total.unlabelled).toBe(15);
    expect(await totalOf({ ...WEEK, theme: theme.id })).toBe(15);
    expect((await one('battery life')).id).toBe(theme.id);
  });

  it('explains the change by parts that add up', async () => {
    const { themes, change, rest } = await list();
    expect(change).not.toBeNull();
    expect(themes.reduce((sum, { points }) => sum + (points ?? 0), 0) + (rest ?? 0)).toBe(change);
  });

  it('tells a theme with its line, its sources, and claims whose numbers open as many comments', async () => {
    const { id } = await one('battery life');
    const detail = await pages.detail(test.workspaceId, id, { ...WEEK, locale: 'en' });
    expect(detail.line.reduce((sum, { n }) => sum + n, 0)).toBe(15);
    expect(detail.sources.reduce((sum, { total }) => sum + total.n, 0)).toBe(15);
    expect(detail.claims.length).toBeGreaterThan(0);
    for (const claim of detail.claims) expect(await totalOf(claim.filter)).toBe(claim.n);
    expect(detail.period.from).toBe('2026-05-08T00:00:00.000Z');
  });

  it('counts what is merged into a theme there, finds it there, and gives it back', async () => {
    const [battery, charging] = [await one('battery life'), await one('charging')];
    await pages.change(test.workspaceId, charging.id, { mergedInto: battery.id });
    const merged = await one('battery life');
    expect(merged.total.n).toBe(22);
    expect(merged.merged).toEqual([{ id: charging.id, name: 'charging' }]);
    expect((await list()).themes.map(({ id }) => id)).not.toContain(charging.id);
    const asked = await pages.detail(test.workspaceId, charging.id, { ...WEEK, locale: 'en' });
    expect(asked.id).toBe(battery.id);
    await pages.change(test.workspaceId, charging.id, { mergedInto: null });
    expect((await one('battery life')).total.n).toBe(15);
    expect((await one('charging')).id).toBe(charging.id);
  });

  it('lists a hidden theme as hidden only, and still tells it to whoever opens it', async () => {
    const { id } = await one('charging');
    await pages.change(test.workspaceId, id, { hidden: true });
    const { themes, hidden } = await list();
    expect(themes.map((theme) => theme.id)).not.toContain(id);
    expect(hidden).toEqual([{ id, name: 'charging' }]);
    const detail = await pages.detail(test.workspaceId, id, { ...WEEK, locale: 'en' });
    expect(detail).toMatchObject({ id, hidden: true, total: { n: 7 } });
    await pages.change(test.workspaceId, id, { hidden: false });
  });

  it('calls a theme by the name that a person gave it, in every language, until the name is taken back', async () => {
    const { id } = await one('charging');
    await pages.change(test.workspaceId, id, { name: 'Power' });
    const zh = await pages.list(test.workspaceId, { ...WEEK, locale: 'zh' });
    expect(zh.themes.find((theme) => theme.id === id)).toMatchObject({ name: 'Power', named: true });
    await pages.change(test.workspaceId, id, { name: null });
    expect((await one('charging')).id).toBe(id);
  });

  it('gives a theme of a listed subject the words that are listed now', async () => {
    const { id, words } = await one('charging');
    await test.database.theme.updateMany({ where: { id }, data: { words: ['charge'] } });
    expect((await one('charging')).words).toEqual(words);
  });

  it('refuses to change a theme that is not there', async () => {
    await expect(pages.change(test.workspaceId, 999_999, { hidden: true })).rejects.toThrow('There is no theme 999999');
  });

  it('explains no change that is within chance, and says that it compared', async () => {
    await storeLabelled(
      test,
      ['2026-03-02', '2026-03-09'].flatMap((day, week) =>
        [
          ...at(
            day,
            'positive',
            numbered(20 + week, (index) => `battery lasts and lasts ${day} ${index}`),
          ),
          ...at(
            day,
            'negative',
            numbered(16, (index) => `battery drains overnight ${day} ${index}`),
          ),
        ].map((comment) => ({ ...comment, source: 'Elsewhere' })),
      ),
    );
    const found = await pages.list(test.workspaceId, { from: '2026-03-08', to: '2026-03-14', locale: 'en' });
    expect(found).toMatchObject({ change: null, rest: null, compared: true });
    expect(found.themes.length).toBeGreaterThan(0);
    expect(found.themes.map(({ points }) => points)).toEqual(found.themes.map(() => null));
    const alone = await pages.list(test.workspaceId, { from: '2026-03-01', to: '2026-03-07', locale: 'en' });
    expect(alone).toMatchObject({ change: null, compared: false });
  });
});
