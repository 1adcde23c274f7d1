import type { Language } from '@moodline/shared/contract';

/** Codes of ISO 639 (two and three letters, bibliographic ones too), and names as tools write them. */
const TAGS: Readonly<Record<Language, string>> = {
  zh: 'zh zho chi cmn yue wuu nan hak gan hsn lzh cn tw hk chinese mandarin cantonese schinese tchinese 中文 汉语 漢語 国语 國語 普通话 华语 简体中文 繁體中文 繁体中文 簡體中文 中国語 zhs zht chs cht',
  en: 'en eng english 英文 英语 英語',
  ja: 'ja jpn jp japanese 日文 日语 日語 日本語',
  und: '',
};
/** Tags that say nothing: the text is looked at instead. Codes that begin with q are for private use. */
const UNKNOWN =
  /^(?:und|mis|mul|zxx|art|un|xx|xxx|q[a-t][a-z]|auto|unknown|none|null|nil|nan|na|n\/a|other|undefined|-+|\?+|未知|其他|不明)$/u;
const BY_TAG = new Map(
  Object.entries(TAGS).flatMap(([language, tags]) =>
    tags.split(' ').map((tag) => [tag, language as Language] as const),
  ),
);

/**
 * The labelled language a tag of another tool stands for: `eng`, `cmn-Hans`, `zh_TW`, `Chinese (Simplified)`. `und` for a language that
 * is not labelled; null for a tag that says nothing, so that the language is to be found out from the text.
 */
export function languageOfTag(tag: string): Language | null {
  const whole = tag.normalize('NFKC').trim().toLowerCase();
  const [code = ''] = whole.split(/[-_.\s(（]/u, 1);
  if (!whole || UNKNOWN.test(whole) || UNKNOWN.test(code)) return null;
  const known = BY_TAG.get(whole) ?? BY_TAG.get(code);
  if (known) return known;
  return isLanguage(code) ? 'und' : null;
}

/** A code of a language, or the English name of one. */
function isLanguage(code: string): boolean {
  if (/^[a-z]{2,3}$/.test(code))
    return new Intl.DisplayNames('en', { type: 'language' }).of(code)?.toLowerCase() !== code;
  return OTHER_NAMES.has(code);
}

const OTHER_NAMES = new Set(
  [
    'ar',
    'bn',
    'cs',
    'da',
    'de',
    'el',
    'es',
    'fa',
    'fi',
    'fr',
    'he',
    'hi',
    'hu',
    'id',
    'it',
    'ko',
    'ms',
    'nb',
    'nl',
    'pl',
    'pt',
    'ro',
    'ru',
    'sv',
    'th',
    'tr',
    'uk',
    'ur',
    'vi',
  ].map((code) => new Intl.DisplayNames('en', { type: 'language' }).of(code)?.toLowerCase().split(' ')[0] ?? code),
)
  .add('koreana')
  .add('brazilian')
  .add('latam');
