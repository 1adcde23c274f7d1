import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { LanguageModel, RolePrompts, type WriteRequest, type Written } from '@moodline/language-model/api';
import { SettingsModule, type Settings } from '@moodline/shared/config';
import { DatabaseModule } from '@moodline/shared/db';
import { HttpModule } from '@moodline/shared/http';
import { createTestDatabase, storeLabelled, type LabelledText, type TestDatabase } from '@moodline/shared/testing';
import { ReportsModule } from './reports.module';
import { SummaryWriter } from './summary-writer';

/** Answers what the spec wants and remembers what it was asked. */
class ScriptedModel extends LanguageModel {
  readonly asked: WriteRequest[] = [];
  mood = 'Net mood fell from +50 to -50 [F1]. Negative share is 75% [F2].';
  theme = 'Battery drains';

  choose(): never {
    throw new Error('A summary chooses nothing.');
  }

  async write(request: WriteRequest): Promise<Written> {
    this.asked.push(request);
    return { text: request.role.name.startsWith('themes') ? this.theme : this.mood, finish: 'stop' };
  }

  status() {
    return { state: 'ready' as const, model: 'scripted', pid: null, problem: null };
  }
}

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
const alive = () => new AbortController().signal;

describe('SummaryWriter', () => {
  let test: TestDatabase;
  let app: TestingModule;
  let writer: SummaryWriter;
  let dataDir: string;
  const model = new ScriptedModel();

  beforeAll(async () => {
    test = await createTestDatabase('UTC');
    dataDir = await mkdtemp(join(tmpdir(), 'moodline-summary-'));
    await storeLabelled(test, COMMENTS);
    @Global()
    @Module({
      providers: [{ provide: LanguageModel, useValue: model }, RolePrompts],
      exports: [LanguageModel, RolePrompts],
    })
    class ModelModule {}
    app = await Test.createTestingModule({
      imports: [
        SettingsModule.forRoot({ dataDir, MOODLINE_ROLES: ['api'] } as unknown as Settings),
        DatabaseModule.forRoot(test.url),
        HttpModule,
        ModelModule,
        ReportsModule,
      ],
    }).compile();
    writer = app.get(SummaryWriter);
  });
  beforeEach(() => {
    model.asked.length = 0;
  });
  afterAll(async () => {
    await app.close();
    await test.close();
    await rm(dataDir, { recursive: true });
  });

  it('refuses a summary when fewer than 20 comments match, and does not ask the model', async () => {
    const summary = await writer.summarise(test.workspaceId, { ...CRISIS, label: ['negative'], locale: 'en' }, alive());
    expect(summary).toMatchObject({ sentences: [], n: 15, reason: 'not enough data (n = 15)' });
    expect(model.asked).toEqual([]);
  });

  it('leads with the mood and tells each theme with its numbers and comments', async () => {
    const { sentences, n, reason, dropped } = await writer.summarise(
      test.workspaceId,
      { ...CRISIS, locale: 'en' },
      alive(),
    );
    expect(sentences.map(({ text }) => text)).toEqual([
      'Net mood fell from +50 to -50.',
      'Battery life: 15 comments, 100% of them negative.',
      'Looks and colour: 5 comments, 100% of them positive.',
    ]);
    expect({ n, reason, dropped }).toEqual({ n: 20, reason: null, dropped: 0 });
    const cited = await test.database.comment.findMany({ where: { id: { in: sentences[1]?.citations ?? [] } } });
    expect(cited).toHaveLength(4);
    expect(cited.every(({ text }) => text.startsWith('battery'))).toBe(true);
  });

  it('lets the narrator read facts in the format it was tuned with', async () => {
    await writer.summarise(test.workspaceId, { ...CRISIS, locale: 'zh' }, alive());
    expect(model.asked[0]?.input).toBe(
      [
        '这段时间口碑怎么样？',
        'FACTS',
        'F1 | net mood | 2026-05-01..2026-05-08 | -50 | down from +50 | n=20',
        'F2 | negative share | 2026-05-01..2026-05-08 | 75% | up from 25% | n=20',
      ].join('\n'),
    );
  });

  it('answers the same question from what it kept, until a label changes', async () => {
    const wanted = { ...CRISIS, language: ['en' as const], locale: 'en' as const };
    const first = await writer.summarise(test.workspaceId, wanted, alive());
    const calls = model.asked.length;
    expect(await writer.summarise(test.workspaceId, wanted, alive())).toEqual(first);
    expect(model.asked).toHaveLength(calls);
    // Somebody corrects a label: its buckets are written with it.
    await test.database
      .$executeRaw`UPDATE mood_bucket SET positive = positive - 1, negative = negative + 1 WHERE language = 'en' AND positive > 0`;
    await writer.summarise(test.workspaceId, wanted, alive());
    expect(model.asked.length).toBeGreaterThan(calls);
  });

  it('drops a mood sentence that turns a direction, and counts it', async () => {
    model.mood = 'Net mood rose from +50 to -50 [F1]. Everybody loves it.';
    const { sentences, dropped } = await writer.summarise(
      test.workspaceId,
      { ...CRISIS, source: ['Forum'], locale: 'en' },
      alive(),
    );
    expect(sentences[0]?.text).toContain('Battery');
    expect(dropped).toBe(2);
  });

  it('keeps the plain name of a theme where the written one is about something else', async () => {
    model.theme = 'Rude customer service';
    const { sentences } = await writer.summarise(
      test.workspaceId,
      { ...CRISIS, label: ['negative', 'positive'], locale: 'en' },
      alive(),
    );
    expect(sentences.map(({ text }) => text)).toContain('Battery life: 15 comments, 100% of them negative.');
  });

  it('stops writing when nobody waits any more, and keeps nothing', async () => {
    const before = await test.database.summary.count();
    await writer.summarise(test.workspaceId, { ...CRISIS, q: ' ', locale: 'en' }, AbortSignal.abort());
    expect(model.asked.every(({ signal }) => signal?.aborted)).toBe(true);
    expect(await test.database.summary.count()).toBe(before);
  });

  it('asks one model from beginning to end, although another takes its place meanwhile', async () => {
    const held = new ScriptedModel();
    const inForce = jest.spyOn(model, 'inForce').mockReturnValueOnce(held);
    await writer.summarise(test.workspaceId, { ...CRISIS, language: ['en'], source: ['Forum'], locale: 'ja' }, alive());
    inForce.mockRestore();
    expect(held.asked.length).toBeGreaterThan(0);
    expect(model.asked).toEqual([]);
  });

  it('keeps the sentence on the mood where no theme stands out, with the loudest comments', async () => {
    model.mood = 'Net mood is +100 [F1].';
    const texts = numbered(30, (index) => String.fromCodePoint(0x4e00 + 97 * index, 0x4e00 + 131 * index + 7));
    await storeLabelled(
      test,
      at('2026-06-04', 'positive', texts).map((comment) => ({ ...comment, source: 'Elsewhere' })),
    );
    const { sentences, dropped } = await writer.summarise(
      test.workspaceId,
      { from: '2026-06-04', to: '2026-06-04', locale: 'en' },
      alive(),
    );
    const loudest = await test.database.comment.findMany({
      orderBy: [{ engagement: 'desc' }, { id: 'desc' }],
      take: 2,
    });
    expect(sentences).toEqual([{ text: 'Net mood is +100.', citations: loudest.map((comment) => Number(comment.id)) }]);
    expect(dropped).toBe(0);
  });
});
