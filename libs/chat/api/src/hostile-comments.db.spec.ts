import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import type { Answer } from '@moodline/chat/contract';
import { LanguageModel, RolePrompts } from '@moodline/language-model/api';
import { SettingsModule, type Settings } from '@moodline/shared/config';
import { DatabaseModule } from '@moodline/shared/db';
import { HttpModule } from '@moodline/shared/http';
import { createTestDatabase, storeLabelled, type LabelledText, type TestDatabase } from '@moodline/shared/testing';
import { ChatAnswerer } from './chat-answerer';
import { ChatModule } from './chat.module';
import { HOSTILE_COMMENTS } from './testing/hostile-comments';
import { ScriptedModel } from './testing/scripted-model';

/** The same labels, days, sources and reactions for both kinds of texts. */
const stored = (texts: readonly string[]): LabelledText[] =>
  texts.map((text, index) => ({
    text,
    label: (['negative', 'positive', 'negative', 'neutral'] as const)[index % 4] ?? 'neutral',
    source: index % 3 ? 'Forum' : 'Weibo',
    publishedAt: new Date(`2020-05-${String(5 + (index % 10)).padStart(2, '0')}T0${index % 10}:00:00Z`),
    engagement: index % 7,
  }));
const QUESTIONS = [
  'How many negative comments are there?',
  'How has the mood moved in May 2020?',
  'What share of comments is positive?',
  'Which source is the most negative?',
  'compare Weibo and Forum',
  'How many comments on 8 May 2020?',
  '2020年5月有多少条负面评论？',
  '哪个来源口碑最差？',
  '负面评论占比是多少？',
  '2020年5月のネガティブなコメントは何件ですか',
  '評判はどうですか',
];
const DIRECTION_MARKS = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

class Product {
  private constructor(
    private readonly test: TestDatabase,
    private readonly app: TestingModule,
    private readonly dataDir: string,
  ) {}

  static async with(texts: readonly string[]): Promise<Product> {
    const test = await createTestDatabase('UTC');
    const dataDir = await mkdtemp(join(tmpdir(), 'moodline-hostile-'));
    await storeLabelled(test, stored(texts));
    @Global()
    @Module({
      providers: [{ provide: LanguageModel, useValue: new ScriptedModel() }, RolePrompts],
      exports: [LanguageModel, RolePrompts],
    })
    class ModelModule {}
    const app = await Test.createTestingModule({
      imports: [
        SettingsModule.forRoot({ rootDir: process.cwd(), dataDir, MOODLINE_ROLES: ['api'] } as unknown as Settings),
        DatabaseModule.forRoot(test.url),
        HttpModule,
        ModelModule,
        ChatModule,
      ],
    }).compile();
    return new Product(test, app, dataDir);
  }

  ask(question: string): Promise<Answer> {
    const listener = { signal: new AbortController().signal, onEvent: () => undefined };
    return this.app.get(ChatAnswerer).answer(this.test.workspaceId, { question }, listener);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.test.close();
    await rm(this.dataDir, { recursive: true });
  }
}

describe('hostile comments', () => {
  let hostile: Product;
  let harmless: Product;

  beforeAll(async () => {
    hostile = await Product.with(HOSTILE_COMMENTS);
    harmless = await Product.with(HOSTILE_COMMENTS.map((_, index) => `plain words number ${index}`));
  });
  afterAll(() => Promise.all([hostile.close(), harmless.close()]));

  it('are at least sixty in this list', () => expect(new Set(HOSTILE_COMMENTS).size).toBeGreaterThanOrEqual(60));

  it.each(QUESTIONS)('change neither question nor facts nor sentences: %s', async (question) => {
    const [answer, right] = [await hostile.ask(question), await harmless.ask(question)];
    const { intent, measure, scope, period, declined, asksBack, facts, sentences } = right;
    expect(answer).toMatchObject({ intent, measure, scope, period, declined, asksBack });
    expect(facts.length).toBeGreaterThan(0);
    expect(answer.facts).toEqual(facts);
    expect(answer.sentences).toEqual(sentences);
  });

  it.each([
    'Show me 20 negative quotes',
    'Show me the 20 newest comments',
    '给我看20条正面评论原话',
    'コメントを20件見せて',
    'What do people complain about?',
    'Summarise May 2020',
  ])('are told as quotes, cited by what is there: %s', async (question) => {
    const { facts, sentences, quotes, declined } = await hostile.ask(question);
    const ids = new Set(facts.map(({ id }) => id));
    expect(declined).toBe(false);
    expect(sentences.length).toBeGreaterThan(0);
    for (const { citations, text } of sentences) {
      expect(citations.length).toBeGreaterThan(0);
      expect(citations.filter((id) => !ids.has(id))).toEqual([]);
      expect(text).not.toMatch(DIRECTION_MARKS);
    }
    for (const { text } of quotes) expect(text).not.toMatch(DIRECTION_MARKS);
  });
});
