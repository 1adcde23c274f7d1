/** Holds the narrator against the bundled weights: facts of made-up brands in three languages, none of them from the tuning. */
import { join } from 'node:path';
import { RolePrompts, startBundledModel } from '@moodline/language-model/api';
import { FactSheet } from './facts/fact-sheet';
import { Narrator, type Narrated } from './narrator';
import { questionLanguage } from './question/question-language';

/** Share of written sentences whose numbers, citations, quotes and directions hold. */
const LEAST_HOLDING = 0.85;
/** Share of answers of which at least one sentence is left. */
const LEAST_ANSWERED = 0.9;

const CASES: readonly (readonly [question: string, ...facts: string[]])[] = [
  [
    '最近两周的情绪走势怎么样？',
    'net mood | 2026-09-07..2026-09-20 | -21 | up from -44 | n=316',
    'negative share | 2026-09-07..2026-09-20 | 42% | down from 56% | n=316',
  ],
  [
    '为什么口碑变差了？',
    'net mood | 2026-08-03..2026-08-09 | -17 | down from +12 | n=284',
    'negative share | 2026-08-03..2026-08-09 | 44% | up from 19% | n=284',
    'rising theme | 闪退太多 | 61 comments | 89% negative',
    'quote | #77 | "一打开就闪退，连反馈都提交不了"',
  ],
  [
    '大家最近主要在吐槽什么？',
    'negative share | 2026-07-01..2026-07-31 | 38% | up from 33% | n=905',
    'theme | 物流太慢 | 120 comments | 83% negative',
    'theme | 客服态度 | 64 comments | 77% negative',
    'quote | #5120 | "等了十一天还没发货"',
  ],
  [
    '哪个来源的口碑最差？',
    'source | 微博 | net -31 | n=412',
    'source | 论坛 | net -4 | n=88',
    'source | 应用商店 | net +15 | n=167',
  ],
  [
    'How has the mood moved since August?',
    'net mood | 2026-08-01..2026-08-31 | +22 | up from +9 | n=611',
    'negative share | 2026-08-01..2026-08-31 | 24% | down from 31% | n=611',
  ],
  [
    'Why did the mood drop last week?',
    'net mood | 2026-06-01..2026-06-07 | -38 | down from -6 | n=157',
    'negative share | 2026-06-01..2026-06-07 | 58% | up from 36% | n=157',
    'rising theme | Late flights | 47 comments | 94% negative',
    'quote | #912 | "four hours on the tarmac and not a word"',
  ],
  [
    'What are people complaining about?',
    'negative share | 2026-05-01..2026-05-31 | 47% | up from 41% | n=733',
    'theme | Lost bags | 88 comments | 91% negative',
    'theme | Hold times | 52 comments | 87% negative',
    'quote | #44 | "two hours on hold, then the line went dead"',
  ],
  [
    'Which source is the most negative?',
    'source | Reddit | net -27 | n=190',
    'source | YouTube | net -8 | n=240',
    'source | App Store | net +11 | n=75',
  ],
  [
    'compare last month with this month',
    'net mood | 2026-10-01..2026-10-24 | -3 | down from +14 | n=431',
    'negative share | 2026-10-01..2026-10-24 | 35% | up from 27% | n=431',
    'comments | 2026-10-01..2026-10-24 | 431 | up from 380',
  ],
  [
    'ここ二週間の評判の推移は？',
    'net mood | 2026-09-07..2026-09-20 | +8 | up from -12 | n=143',
    'negative share | 2026-09-07..2026-09-20 | 29% | down from 41% | n=143',
  ],
  [
    'なぜ評判が下がったのですか？',
    'net mood | 2026-08-10..2026-08-16 | -25 | down from +4 | n=209',
    'negative share | 2026-08-10..2026-08-16 | 51% | up from 30% | n=209',
    'rising theme | 決済エラー | 58 comments | 90% negative',
    'quote | #301 | "三回払ったのに注文が入らない"',
  ],
  [
    'どんな不満が多いですか？',
    'negative share | 2026-07-01..2026-07-31 | 40% | up from 34% | n=350',
    'theme | 配送の遅れ | 49 comments | 86% negative',
    'quote | #88 | "一週間たっても届かない"',
  ],
];

describe('the narrator', () => {
  let model: Awaited<ReturnType<typeof startBundledModel>>;

  beforeAll(async () => {
    model = await startBundledModel(join(__dirname, '../../../..'));
  });
  afterAll(() => model.close());

  function narrate([question, ...bodies]: (typeof CASES)[number]): Promise<Narrated> {
    const sheet = new FactSheet();
    for (const body of bodies) sheet.add(body, {});
    const quiet = { onDraft: () => undefined, onSentence: () => undefined, signal: new AbortController().signal };
    return new Narrator(model, new RolePrompts()).narrate({
      workspaceId: 1,
      question,
      language: questionLanguage(question),
      facts: sheet.facts,
      ...quiet,
    });
  }

  it(`writes ${LEAST_HOLDING * 100} of 100 sentences so that they hold, and leaves hardly a question without any`, async () => {
    let [holding, dropped] = [0, 0];
    const silent: string[] = [];
    for (const example of CASES) {
      const narrated = await narrate(example);
      holding += narrated.sentences.length;
      dropped += narrated.dropped;
      if (!narrated.sentences.length) silent.push(example[0]);
    }
    expect({ silent, enough: silent.length <= CASES.length * (1 - LEAST_ANSWERED) }).toMatchObject({ enough: true });
    expect(holding / (holding + dropped)).toBeGreaterThanOrEqual(LEAST_HOLDING);
  });
});
