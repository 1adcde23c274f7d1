import type { Language } from '@moodline/shared/contract';
import { isForeign } from './foreign-words';

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const HAN = /\p{Script=Han}/gu;
const LATIN_WORD = /[a-z]{2,}/giu;
const OTHER_SCRIPTS =
  /[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hangul}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Greek}\p{Script=Hebrew}]/gu;

/**
 * Which of the labelled languages a text is in, by its script and, in Latin letters, by its function words. Kana makes it
 * Japanese, Han without kana Chinese, Latin words English unless they are of another language; anything else
 * (and texts without letters, such as emoji alone) is `und`.
 * A Chinese comment full of brand names stays Chinese: one Han sign weighs as much as a Latin word.
 */
export function detectLanguage(text: string): Language {
  const prose = text.replace(/https?:\/\/\S+|@[\p{L}\p{N}_-]+|\[[^\]]{1,8}\]/gu, ' ');
  const count = (pattern: RegExp) => prose.match(pattern)?.length ?? 0;
  const [kana, han, latin, other] = [count(KANA), count(HAN), count(LATIN_WORD), count(OTHER_SCRIPTS)];
  // Words of other scripts have about four letters.
  if (other / 4 > Math.max(kana + han, latin)) return 'und';
  if (kana > 0 && kana + han >= latin && kana * 10 >= han) return 'ja';
  if (han > 0 && han >= latin) return 'zh';
  return latin > 0 && !isForeign(prose) ? 'en' : 'und';
}
