/** Puts facts into two or three sentences. The weights were tuned with these very words: a change needs an evaluation and a new version. */
const SYSTEM = {
  zh: '你是数据解说员。把事实写成2到3句，每句以引用[F1]结尾，只用事实里的数字，照抄不改。',
  en: 'You narrate data. Write 2-3 sentences, each ending with citations like [F1]. Use only numbers in the facts, copied exactly.',
  ja: 'あなたはデータ解説者。2〜3文で書き、各文末に[F1]と引用。数字は事実のまま写す。',
} as const;

const ABOUT = {
  title: { en: 'Narrator', zh: '数据解说' },
  purpose: {
    en: 'Puts numbers from the database into sentences: the first sentence of a summary and the answers in Ask. A sentence whose numbers do not check out is dropped.',
    zh: '把数据库里的数字写成句子：总结的首句和“提问”的回答。数字核对不上的句子会被丢弃。',
  },
  answer: {
    en: 'Two or three sentences, each ending with the facts it rests on, like [F1].',
    zh: '两三句话，每句末尾标明依据，如 [F1]。',
  },
  task: 'write',
} as const;

const FACTS = [
  'F1 | net mood | 2026-05-01..2026-05-07 | -17 | down from +12 | n=284',
  'F2 | negative share | 2026-05-01..2026-05-07 | 44% | up from 19% | n=284',
];
const sample = (question: string) => [question, 'FACTS', ...FACTS].join('\n');

export const NARRATOR_ROLE = {
  zh: {
    name: 'narrator-zh',
    version: 1,
    system: SYSTEM.zh,
    about: { ...ABOUT, language: 'zh', sample: sample('这一周的口碑怎么样？') },
  },
  en: {
    name: 'narrator-en',
    version: 1,
    system: SYSTEM.en,
    about: { ...ABOUT, language: 'en', sample: sample('How was the mood this week?') },
  },
  ja: {
    name: 'narrator-ja',
    version: 1,
    system: SYSTEM.ja,
    about: { ...ABOUT, language: 'ja', sample: sample('今週の評判はどうでしたか？') },
  },
} as const;
