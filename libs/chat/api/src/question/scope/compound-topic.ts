import type { QuestionLanguage } from '../question-language';
import { distance } from './spelling';
import type { Topic } from './topic';
import { EVERYDAY_TOPICS } from './everyday-topics';
import type { TopicWords } from './topic-row';
import { TOPIC_WORDS, topicRow, wideRow } from './topic-words';
import { CHINESE_EDGES, CHINESE_WORDS } from './vocabulary.zh';
import { JAPANESE_WORDS } from './vocabulary.ja';

/** Listed names of a language that has no spaces between words, longest first. */
const NAMES = { zh: namesOf('zh', TOPIC_WORDS), ja: namesOf('ja', TOPIC_WORDS) };
/** The same with what people say of things. */
const WIDE_NAMES = {
  zh: namesOf('zh', [...TOPIC_WORDS, ...EVERYDAY_TOPICS]),
  ja: namesOf('ja', [...TOPIC_WORDS, ...EVERYDAY_TOPICS]),
};

function namesOf(language: 'zh' | 'ja', rows: readonly TopicWords[]): RegExp {
  const names = rows.flatMap((row) => row[language]).filter((name) => name.length > 1);
  return new RegExp([...new Set(names)].sort((a, b) => b.length - a.length).join('|'), 'gu');
}

/**
 * The parts of a topic that stands in one word: 充电盒发烫 is 充电盒 and 发烫, 客服那块儿 is 客服. Only where listed names and words of
 * questions are all that it holds, or what else it holds is a word of two signs and more; otherwise null (充电线 is no 充电). English
 * topics fall apart into listed names and single words where one of them is listed: "squeaky lid".
 */
export function partsOfTopic({ words }: Topic, language: QuestionLanguage): string[] | null {
  if (wideRow(words)) return null;
  if (language === 'en') return englishParts(words);
  const pattern = WIDE_NAMES[language];
  const names = [...words.matchAll(pattern)].map(([name]) => name);
  if (!names.length) return null;
  const left = words.split(pattern).map((part) => part.trim());
  const others = left.filter((part) => part && !ENDING.test(part) && !isEmpty(part, language));
  return others.every((part) => [...part].length > 1 || wideRow(part)) ? [...names, ...others] : null;
}

/** Words of the longest listed name in English. */
const LONGEST_NAME = 4;

function englishParts(words: string): string[] | null {
  const single = words.split(/\s+/);
  if (single.length < 2) return null;
  const parts: string[] = [];
  for (let at = 0; at < single.length;) {
    const lengths = Array.from({ length: Math.min(LONGEST_NAME, single.length - at) }, (_, less) => less + 1).reverse();
    const length = lengths.find((count) => wideRow(single.slice(at, at + count).join(' '))) ?? 1;
    parts.push(single.slice(at, at + length).join(' '));
    at += length;
  }
  return parts.length > 1 && parts.some((part) => wideRow(part)) ? parts : null;
}

/** Whether a listed name stands in words of a language without spaces. */
export const holdsName = (words: string, language: QuestionLanguage): boolean =>
  language !== 'en' && words.search(NAMES[language]) >= 0;

/** 舒适度, 音质党: makes no other thing of a name. */
const ENDING = /^[度性感党侧处老太真很超]$/u;

/** Whether words say nothing of a topic. */
function isEmpty(part: string, language: QuestionLanguage): boolean {
  const words = language === 'zh' ? CHINESE_WORDS : JAPANESE_WORDS;
  const plain = part.replace(words, '').replace(/\p{Script=Hiragana}+/gu, '');
  return !(language === 'zh' ? plain.replace(CHINESE_EDGES, '').replace(CHINESE_EDGES, '') : plain).trim();
}

const KATAKANA = TOPIC_WORDS.flatMap(({ ja }) => ja.filter((name) => /^[\p{Script=Katakana}ー]{4,}$/u.test(name)));
const LONG_NAMES = TOPIC_WORDS.flatMap(({ zh }) => zh.filter((name) => [...name].length >= 3));

/** The listed name that a topic is a slip of, where there is only one: サポト is サポート, 空间音顿 is 空间音频. */
export function slipOfTopic({ words }: Topic, language: QuestionLanguage): string[] | null {
  if (language === 'en' || topicRow(words)) return null;
  const near =
    language === 'ja'
      ? KATAKANA.filter((name) => words.length >= 3 && distance(words, name) <= (name.length >= 7 ? 2 : 1))
      : LONG_NAMES.filter((name) => words.length === name.length && distance(words, name) === 1);
  const [only, ...others] = near;
  return only && !others.length ? [only] : null;
}
