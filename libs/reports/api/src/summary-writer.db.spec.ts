import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { CommentTotalQuery, FilterResolver } from '@moodline/comments/api';
import { RolePrompts } from '@moodline/language-model/api';
import type { SummaryQuery } from '@moodline/reports/contract';
import { SettingsModule, type Settings } from '@moodline/shared/config';
import { DatabaseModule } from '@moodline/shared/db';
import { HttpModule } from '@moodline/shared/http';
import { createTestDatabase, storeLabelled, type LabelledText, type TestDatabase } from '@moodline/shared/testing';
import { ThemeBoard, ThemePages } from '@moodline/trends/api';
import { ReportsModule } from './reports.module';
import { SummaryWriter } from './summary-writer';

const at = (day: string, label: 'positive' | 'negative', texts: string[]): LabelledText[] =>
  texts.map((text, index) => ({
    text,
    label,
    publishedAt: new Date(`${day}T0${index % 10}:00:00Z`),
    engagement: index,
  }));
const numbered = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index));

const COMMENTS = [
  ...at(
    '2026-04-28',
    'positive',
    numbered(15, (index) => `such a light pair ${index}`),
  ),
  ...at(
    '2026-04-28',
    'negative',
    numbered(5, (index) => `it squeaks ${index}`),
  ),
  ...at(
    '2026-05-04',
    'negative',
    numbered(15, (index) => `battery drains on day ${index} already`),
  ),
  ...at(
    '2026-05-05',
    'positive',
    numbered(5, (index) => `lovely mint colour ${index}`),
  ),
];
const CRISIS = { from: '2026-05-01', to: '2026-05-08' };

/** A summary that needs no model: none is provided. */
describe('SummaryWriter', () => {
  let test: TestDatabase;
  let app: TestingModule;
  let writer: SummaryWriter;
  let dataDir: string;
  const summarise = (query: Partial<SummaryQuery> = {}) =>
    writer.summarise(test.workspaceId, { ...CRISIS, locale: 'en', ...query });

  beforeAll(async () => {
    test = await createTestDatabase('UTC');
    dataDir = await mkdtemp(join(tmpdir(), 'moodline-summary-'));
    await storeLabelled(test, COMMENTS);
    @Global()
    @Module({ providers: [RolePrompts], exports: [RolePrompts] })
    class RolesModule {}
    app = await Test.createTestingModule({
      imports: [
        SettingsModule.forRoot({ dataDir, MOODLINE_ROLES: ['api'] } as unknown as Settings),
        DatabaseModule.forRoot(test.url),
        HttpModule,
        RolesModule,
        ReportsModule,
      ],
    }).compile();
    writer = app.get(SummaryWriter);
  });
  afterAll(async () => {
    await app.close();
    await test.close();
    await rm(dataDir, { recursive: true });
  });

  it('refuses a summary when fewer than 20 comments match', async () => {
    const summary = await summarise({ label: ['negative'] });
    expect(summary).toMatchObject({ sentences: [], n: 15, reason: 'not enough data (n = 15)' });
    expect(summary.facts).toMatchObject([{ kind: 'coverage', reason: 'too-few', value: 15, limit: 20 }]);
  });

  it('tells what happened, what drove it in whose words, and what got better', async () => {
    const { sentences, facts, n, reason, model } = await summarise();
    expect({ n, reason, model }).toEqual({ n: 20, reason: null, model: null });
    expect(facts).toContainEqual(expect.objectContaining({ kind: 'net', value: -50 }));
    expect(facts).toContainEqual(expect.objectContaining({ kind: 'change', measure: 'net', before: 50, now: -50 }));
    const told = sentences.map(({ part }) => part).filter((part) => part !== 'unknown');
    expect(told).toEqual(['happened', 'happened', 'drove', 'drove', 'better', 'better']);
    expect(sentences[2]?.text).toMatch(/battery life/i);
    expect(sentences[2]?.text).toContain('15');
    expect(sentences[3]?.text).toMatch(/“battery drains on day \d+ already”/);
    expect(sentences[5]?.text).toMatch(/“lovely mint colour \d”/);
  });

  it('cites comments that are there with each sentence, and opens all of a theme', async () => {
    const { sentences, facts } = await summarise();
    for (const { citations } of sentences) {
      const found = await test.database.comment.count({ where: { id: { in: citations } } });
      expect(found).toBe(citations.length);
      expect(found).toBeGreaterThan(0);
    }
    const theme = facts.find(({ kind }) => kind === 'theme');
    const filter = await app.get(FilterResolver).resolve(test.workspaceId, theme?.citations.filter ?? {});
    const { total } = await app.get(CommentTotalQuery, { strict: false }).count(filter);
    expect({ kind: theme?.kind, total }).toEqual({ kind: 'theme', total: theme?.value });
  });

  it('has every number of its sentences from a fact that the sentence tells', async () => {
    for (const locale of ['zh', 'en', 'ja'] as const) {
      const { sentences, facts } = await summarise({ locale });
      for (const { text, facts: ids } of sentences) {
        const told = JSON.stringify(facts.filter(({ id }) => ids.includes(id)));
        for (const [digits] of text.matchAll(/\d+/g))
          expect({ text, told: told.includes(digits) }).toEqual({ text, told: true });
      }
    }
  });

  it('adds up: the points of the themes and of the rest are those of the change', async () => {
    const board = await app.get(ThemeBoard).read(test.workspaceId, CRISIS);
    const points = board.themes.reduce((sum, theme) => sum + (theme.points ?? 0), 0) + (board.rest ?? 0);
    expect({ change: board.change, points }).toEqual({ change: -100, points: -100 });
  });

  it('answers the same question from what it kept, until a label changes or a theme is renamed', async () => {
    const wanted = { language: ['en' as const] };
    const first = await summarise(wanted);
    expect(await summarise(wanted)).toEqual(first);
    const theme = first.facts.find(({ kind }) => kind === 'theme');
    const id = theme?.kind === 'theme' ? (theme.themeId ?? 0) : 0;
    await app.get(ThemePages).change(test.workspaceId, id, { name: 'Akku' });
    const renamed = await summarise(wanted);
    expect(renamed.sentences.map(({ text }) => text).join(' ')).toContain('Akku');
    // Somebody corrects a label: its buckets are written with it.
    await test.database
      .$executeRaw`UPDATE mood_bucket SET positive = positive - 1, negative = negative + 1 WHERE language = 'en' AND positive > 0`;
    expect((await summarise(wanted)).createdAt).not.toBe(renamed.createdAt);
  });

  it('is written anew when a label of the time that it compares with changes', async () => {
    const kept = await summarise();
    expect((await summarise()).createdAt).toBe(kept.createdAt);
    await test.database.$executeRaw`UPDATE mood_bucket SET unsure = unsure + 1 WHERE hour < ${new Date(CRISIS.from)}`;
    expect((await summarise()).createdAt).not.toBe(kept.createdAt);
  });

  it('tells of no theme that somebody hid', async () => {
    const { facts } = await summarise({ source: ['Forum'] });
    const theme = facts.find(({ kind }) => kind === 'theme');
    const id = theme?.kind === 'theme' ? (theme.themeId ?? 0) : 0;
    await app.get(ThemePages).change(test.workspaceId, id, { hidden: true });
    const after = await summarise({ source: ['Forum'] });
    expect(after.facts.filter((fact) => fact.kind === 'theme' && fact.themeId === id)).toEqual([]);
    await app.get(ThemePages).change(test.workspaceId, id, { hidden: false });
  });

  it('keeps the sentences on the mood where no theme stands out', async () => {
    const texts = numbered(30, (index) => String.fromCodePoint(0x4e00 + 97 * index, 0x4e00 + 131 * index + 7));
    await storeLabelled(
      test,
      at('2026-06-04', 'positive', texts).map((comment) => ({ ...comment, source: 'Elsewhere' })),
    );
    const { sentences } = await summarise({ from: '2026-06-04', to: '2026-06-04' });
    expect(sentences[0]?.text).toContain('+100');
    expect(sentences.every(({ citations }) => citations.length > 0)).toBe(true);
    expect(sentences.at(-1)?.part).toBe('unknown');
  });

  it('tells the mood before and after what somebody wrote down, as soon as it stands there', async () => {
    const period = { from: '2026-04-27', to: '2026-05-08' };
    const plain = await summarise(period);
    expect(plain.sentences.some(({ text }) => text.includes('Update 2.4'))).toBe(false);
    const { id: userId } = await test.database.user.create({
      data: { workspaceId: test.workspaceId, name: 'Lin', role: 'analyst' },
    });
    await test.database.annotation.create({
      data: {
        ...{ workspaceId: test.workspaceId, kind: 'release', day: new Date('2026-05-03'), text: 'Update 2.4' },
        ...{ userId, byName: 'Lin' },
      },
    });
    const told = await summarise(period);
    const sentence = told.sentences.find(({ text }) => text.includes('“Update 2.4”'))?.text;
    expect([sentence?.includes('+50'), sentence?.includes('−50')]).toEqual([true, true]);
    await test.database.annotation.deleteMany();
    expect((await summarise(period)).createdAt).toBe(plain.createdAt);
  });
});
