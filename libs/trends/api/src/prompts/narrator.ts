/** Puts facts into two or three sentences. The weights were tuned with these very words: a change needs an evaluation and a new version. */
const SYSTEM = {
  zh: '你是数据解说员。把事实写成2到3句，每句以引用[F1]结尾，只用事实里的数字，照抄不改。',
  en: 'You narrate data. Write 2-3 sentences, each ending with citations like [F1]. Use only numbers in the facts, copied exactly.',
  ja: 'あなたはデータ解説者。2〜3文で書き、各文末に[F1]と引用。数字は事実のまま写す。',
} as const;

export const NARRATOR_ROLE = {
  zh: { name: 'narrator-zh', version: 1, system: SYSTEM.zh },
  en: { name: 'narrator-en', version: 1, system: SYSTEM.en },
  ja: { name: 'narrator-ja', version: 1, system: SYSTEM.ja },
} as const;
