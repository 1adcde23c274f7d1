import { CONTACT_PATTERNS, NAME_PATTERNS } from './contacts';
import { foldText } from './folded-text';
import type { KeptHandles } from './kept-handles';
import { HOME_PATTERNS } from './homes';
import { NUMBER_PATTERNS } from './numbers';
import type { PersonalPattern } from './personal-pattern';
import { PROFILE_LINKS } from './profile-links';

/** In this order: what is found first is not looked at again. */
export const PERSONAL_PATTERNS: readonly PersonalPattern[] = [
  ...PROFILE_LINKS,
  ...CONTACT_PATTERNS,
  ...HOME_PATTERNS,
  ...NUMBER_PATTERNS,
  ...NAME_PATTERNS,
];

/** No pattern fits a text without any of these. */
const ANYTHING =
  /\d{2}|\d[^\d\n]{1,3}\d|@|#|\bu[/_]|\bat\b|艾特|爱特|圈a|[一幺壹][三四五六七八九叁肆伍陆柒捌玖]|\.(?:com|cn|me|app|net|ru)\/|微信|薇信|威信|v信|we ?chat|weixin|[wv]x|qq|扣扣|企鹅|telegram|line ?id|skype|discord|insta|snapchat|tg|ig/iu;
const LINKS = /(https?:\/\/[^\s/?#]{1,200})\/[!-"$->@-~]{0,500}/giu;
/** Signs before and after a match that may tell what it is. */
const CONTEXT = 16;

interface Span {
  readonly start: number;
  readonly end: number;
  readonly mark: string;
}

/**
 * Takes out what identifies a person: mailboxes, phone numbers, identity papers, bank cards, plates of cars, homes, accounts of messengers, internet
 * addresses, @names and links to profiles, in Chinese and English texts, in full-width digits and with unseen characters between them.
 * Prices, counts, dates, versions, product models and tracking numbers stay. A text that was masked stays as it is.
 * @param kept handles that are nobody's: the brand's own
 */
export function maskPersonalData(text: string, kept?: KeptHandles): string {
  const { plain, original } = foldText(text);
  if (!ANYTHING.test(plain)) return text;
  const spans = personalSpans(plain, kept);
  if (!spans.length) return text;
  const parts: string[] = [];
  let position = 0;
  for (const { start, end, mark } of spans) {
    parts.push(text.slice(position, original(start)), mark);
    position = original(end);
  }
  return parts.join('') + text.slice(position);
}

/** What is personal in a plain text, in the order of the text, without overlaps. */
function personalSpans(text: string, kept?: KeptHandles): Span[] {
  const taken = new Uint8Array(text.length);
  const spans: Span[] = [];
  let links: Uint8Array | null = null;
  let hint = { looksFor: ANYTHING, seen: true };
  for (const pattern of PERSONAL_PATTERNS) {
    // Patterns of a kind stand together and share their hint.
    if (hint.looksFor !== pattern.hint) hint = { looksFor: pattern.hint, seen: pattern.hint.test(text) };
    if (!hint.seen) continue;
    if (pattern.outsideLinks) links ??= pathsOfLinks(text);
    for (const match of text.matchAll(pattern.finds)) {
      const start = match.index + (match[1]?.length ?? 0);
      const found = match[0].slice(match[1]?.length ?? 0);
      const length =
        pattern.length?.(
          found,
          text.slice(Math.max(0, start - CONTEXT), start),
          text.slice(start + found.length, start + found.length + CONTEXT),
        ) ?? found.length;
      const end = start + length;
      if (pattern.mark === '@…' && kept?.has(found)) continue;
      if (!length || isSet(taken, start, end) || (pattern.outsideLinks && links && isSet(links, start, end))) continue;
      taken.fill(1, start, end);
      spans.push({ start, end, mark: pattern.mark });
    }
  }
  return spans.sort((one, other) => one.start - other.start);
}

function pathsOfLinks(text: string): Uint8Array | null {
  if (!text.includes('://')) return null;
  const paths = new Uint8Array(text.length);
  for (const match of text.matchAll(LINKS))
    paths.fill(1, match.index + (match[1]?.length ?? 0), match.index + match[0].length);
  return paths;
}

const isSet = (marks: Uint8Array, start: number, end: number) => marks.subarray(start, end).includes(1);
