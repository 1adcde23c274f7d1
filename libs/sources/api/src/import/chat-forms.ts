import { withPlainSigns } from '../incoming/digits';

/** What is read of the line that begins a message; the author is null for a notice of the program. */
export interface ChatLine {
  readonly time: string;
  readonly author: string | null;
  readonly text: string;
}

const CLOCK = String.raw`(?:[上下]午|午[前後]|凌晨|早上|中午|晚上|오전|오후|klo\s|kl\.\s)?\s?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?\s?m\.?|\s[صم])?`;
const DAY = String.raw`\d{1,4}[/.-]\s?\d{1,2}[/.-]\s?\d{1,4}\.?`;
const CHINESE_DAY = String.raw`\d{4}年\d{1,2}月\d{1,2}日`;
/** Who wrote, up to a colon; notices of the program have none. */
const NAMED = String.raw`([^:：\n]{1,80}?)\s?[:：](?:\s|$)`;
const NAME = String.raw`[^\s,;|:：][^,;|:：\t\n]{0,38}?`;

/** How programs begin a message: with its time, its author and its text. */
const MESSAGES: readonly RegExp[] = [
  // WhatsApp: `[01.03.26, 10:00:15] Ann: text` and `3/1/26, 10:00 AM - Ann: text`.
  new RegExp(String.raw`^\[(${DAY},?\s${CLOCK})\]\s(?:${NAMED})?(.*)$`, 'iu'),
  new RegExp(String.raw`^(${DAY},?\s${CLOCK})\s[-–]\s(?:${NAMED})?(.*)$`, 'iu'),
  // KakaoTalk on phones: `2026년 3월 1일 오후 7:00, 앤 : text` and `2026. 3. 1. 오후 7:00, 앤 : text`.
  /^(\d{4}년 \d{1,2}월 \d{1,2}일 (?:오전|오후) \d{1,2}:\d{2}), (.{1,80}?) : (.*)$/u,
  /^(\d{4}\. \d{1,2}\. \d{1,2}\. (?:오전|오후) \d{1,2}:\d{2}), (.{1,80}?) : (.*)$/u,
];
/** Who and when on a line of their own, above what was said: QQ, and what is copied from WeChat, DingTalk, Discord or Telegram. */
const HEADS: readonly { readonly form: RegExp; readonly time: 1 | 2 }[] = [
  { form: new RegExp(String.raw`^((?:${DAY}|${CHINESE_DAY}),?\s+${CLOCK})\s+(${NAME})$`, 'iu'), time: 1 },
  { form: new RegExp(String.raw`^(${NAME})\s+(?:[—–-]\s+)?((?:${DAY}|${CHINESE_DAY}),?\s+${CLOCK})$`, 'iu'), time: 2 },
  { form: new RegExp(String.raw`^(${NAME}),?\s*\[((?:${DAY}|${CHINESE_DAY}),?\s+${CLOCK})\]:?$`, 'iu'), time: 2 },
];
/** The number or the mailbox of an account behind its name in QQ. */
const ACCOUNT = /\s?(?:\(\d{5,12}\)|<[^<>\s]+@[^<>\s]+>)$/u;
/** Messages below a line with their day, which stand beside their clock: LINE and KakaoTalk on computers. */
const DAY_LINES: readonly RegExp[] = [
  /^(\d{4}[/.]\d{1,2}[/.]\d{1,2})\s?(?:[(（][^()（）]{1,3}[)）]|[\p{L}]{1,9})$/u,
  /^(?:-{3,}\s)?(\d{4}년 \d{1,2}월 \d{1,2}일)\s.{1,10}?(?:\s-{3,})?$/u,
  // LINE in English: `Sun, 3/1/2026`.
  /^\p{L}{2,9}\.?,?\s(\d{1,2}[/.]\d{1,2}[/.]\d{4})$/u,
];
const BELOW_DAY: readonly { readonly form: RegExp; readonly parts: readonly [number, number, number] }[] = [
  { form: new RegExp(String.raw`^(${CLOCK})\t([^\t]{0,80})\t(.*)$`, 'iu'), parts: [1, 2, 3] },
  { form: /^\[(.{1,80}?)\] \[((?:오전|오후) \d{1,2}:\d{2})\] (.*)$/u, parts: [2, 1, 3] },
];
/** What LINE tells itself has no column of an author: `10:04⇥Bob joined the group.` */
const NOTICE_BELOW_DAY = new RegExp(String.raw`^(${CLOCK})\t([^\t]+)$`, 'iu');

/** The day of the messages below a line; null for other lines. */
export const dayOfLine = (text: string): string | null =>
  DAY_LINES.map((form) => form.exec(text)?.[1]).find(Boolean) ?? null;

/** A message that begins on a line and tells its own day; null for other lines. */
export function messageOf(text: string): ChatLine | null {
  const plain = withPlainTime(text);
  for (const form of MESSAGES) {
    const [, time, author, rest] = form.exec(plain) ?? [];
    if (!time) continue;
    const said = rest ? text.slice(-rest.length) : '';
    return { time: plainTime(time), author: author?.trim() || null, text: said };
  }
  return null;
}

/** The line with the digits and the comma of its time in their plain form, sign by sign: `١٤/٣/٢٠٢٦، ١٠:٠٠ ص - علي`. */
function withPlainTime(line: string): string {
  if (!/^\[?[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/u.test(line)) return line;
  const end = line.search(/\s[-–]\s|\]/u);
  const time = end < 0 ? '' : [...line.slice(0, end)].map(withPlainSigns).join('').replaceAll('،', ',');
  return time.length === end ? time + line.slice(end) : line;
}

/** A line that tells who wrote the lines below it, and when; null for other lines. */
export function headOf(text: string): ChatLine | null {
  if (text.length > 90) return null;
  for (const { form, time } of HEADS) {
    const found = form.exec(text);
    const [written, name] = [found?.[time], found?.[time === 1 ? 2 : 1]];
    if (written && name) return { time: plainTime(written), author: name.replace(ACCOUNT, '').trim(), text: '' };
  }
  return null;
}

/** LINE on Windows sets spaces between clock, author and text: `10:00 Ann the lid leaks`. */
const SPACED = new RegExp(String.raw`^(${CLOCK})\s(\S.*)$`, 'iu');

/** What stands behind the clock of a message of LINE on Windows: its author, whose name may have spaces, and its text. Null for other lines. */
export const spacedMessage = (text: string): { readonly clock: string; readonly rest: string } | null => {
  const [, clock, rest] = (text.includes('\t') ? null : SPACED.exec(text)) ?? [];
  return clock && rest ? { clock, rest } : null;
};

/**
 * A message that stands below the line of its day; null for other lines.
 * @param authors names that stand before a text without a sign between, see {@link spacedMessage}
 */
export function messageBelow(day: string, text: string, authors: readonly string[] = []): ChatLine | null {
  const spaced = authors.length ? spacedMessage(text) : null;
  if (spaced) {
    const author = authors.find((name) => spaced.rest.startsWith(`${name} `)) ?? null;
    const said = author === null ? spaced.rest : spaced.rest.slice(author.length + 1);
    return { time: `${day} ${spaced.clock}`, author, text: said };
  }
  for (const { form, parts } of BELOW_DAY) {
    const match = form.exec(text);
    const [clock, author, rest] = parts.map((part) => match?.[part]);
    if (clock) return { time: `${day} ${clock}`, author: author?.trim() || null, text: rest ?? '' };
  }
  const [, clock, notice] = NOTICE_BELOW_DAY.exec(text) ?? [];
  return clock ? { time: `${day} ${clock}`, author: null, text: notice ?? '' } : null;
}

const plainTime = (time: string) => time.replace(/(?<=\d\.)\s(?=\d)/gu, '');
