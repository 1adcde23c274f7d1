import type { Language } from '@moodline/shared/contract';
import { isStopWord } from './stop-words';

const HAN_OR_KATAKANA = /^[\p{Script=Han}\p{Script=Katakana}ー]+$/u;
const HAN = /^\p{Script=Han}+$/u;
const HIRAGANA = /^[\p{Script=Hiragana}ー]+$/u;
/** Quantities in Japanese: 四十分, 二時間目. */
const QUANTITY = /^[〇零一二三四五六七八九十百千万億数何]+[\p{Script=Han}\p{Script=Hiragana}]*$/u;
/** Characters that tie words together or count: a Chinese term with one of them names no thing (我的, 四十, 没了). */
const BINDING = /[的了我你他她它们是这那也得就都很还吗呢吧啊呀哦嘛么挺太没不无未一二三四五六七八九十百千万两几半]/u;
const CJK = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;
const LATIN = /^[\p{Script=Latin}]+$/u;
/** Links, names of people, and markers such as `[doge]` say nothing about the theme. */
const NOISE = /https?:\/\/\S+|@[\p{L}\p{N}_]+|\[[^\]\s]{1,8}\]/gu;

const segmenters = new Map<string, Intl.Segmenter>();

interface Segment {
  readonly word: string;
  readonly start: number;
}

/**
 * Content words of a text in lower case, each once: words, pairs of English words that stand side by side, and Chinese words
 * put together again where the segmenter cut them into single characters (降|噪 → 降噪).
 */
export function contentTerms(text: string, language: Language): Set<string> {
  const plain = text.replace(NOISE, ' ').toLowerCase();
  const segments: Segment[] = [];
  for (const { segment, index, isWordLike } of segmenter(language).segment(plain))
    if (isWordLike) segments.push({ word: segment, start: index });
  const terms = new Set<string>();
  for (let position = 0; position < segments.length; position++) {
    const [segment, next] = [segments[position], segments[position + 1]];
    if (!segment) continue;
    if (canNameTheme(segment.word)) terms.add(segment.word);
    const pair = next && (englishPair(segment, next) ?? chinesePair(segment, next));
    if (pair) terms.add(pair);
    // 固|件|翻|车 is 固件 and 翻车, and not 件翻.
    if (pair?.length === 2) position++;
  }
  return terms;
}

function englishPair(first: Segment, second: Segment): string | null {
  const sideBySide = second.start === first.start + first.word.length + 1;
  return sideBySide &&
    LATIN.test(first.word) &&
    LATIN.test(second.word) &&
    canNameTheme(first.word) &&
    canNameTheme(second.word)
    ? `${first.word} ${second.word}`
    : null;
}

function chinesePair(first: Segment, second: Segment): string | null {
  const pair = first.word + second.word;
  const sideBySide = second.start === first.start + first.word.length;
  return sideBySide &&
    pair.length === 2 &&
    HAN.test(pair) &&
    !isStopWord(first.word) &&
    !isStopWord(second.word) &&
    canNameTheme(pair)
    ? pair
    : null;
}

function canNameTheme(word: string): boolean {
  if (isStopWord(word) || QUANTITY.test(word)) return false;
  if (HAN_OR_KATAKANA.test(word)) return word.length >= 2 && !BINDING.test(word);
  if (HIRAGANA.test(word)) return word.length >= 4;
  return CJK.test(word) ? word.length >= 2 : LATIN.test(word) && word.length >= 3;
}

function segmenter(language: Language): Intl.Segmenter {
  const locale = language === 'und' ? 'en' : language;
  const known = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' });
  segmenters.set(locale, known);
  return known;
}
