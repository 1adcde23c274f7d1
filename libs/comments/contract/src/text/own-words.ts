/** A piece of a text, in UTF-16 units; `end` is not included. */
export interface QuotedSpan {
  readonly start: number;
  readonly end: number;
}

/** A name as texts carry it, masked or not. */
const NAME = '@\\s?(?:…|[^\\s:：@/]{1,40})';

/** Lines of quotation as e-mail, Markdown, Reddit and Hacker News have them. A face (`>_<`), a spoiler (`>!`) and `>50` are none. */
const QUOTED_LINE =
  /^[^\S\n]{0,3}(?:[>＞][^\S\n]?)*[>＞](?:[^\S\n]+(?=\S)(?!\d+[\s%]*\S{0,12}$)|(?=[\p{L}"'“‘「『@*[(])|$)/u;
/** A reference to another post, as image boards write it. Its line goes on with own words. */
const REFERENCE = /(?<=^|\n)[^\S\n]*>>\d{1,12}(?=\s|$)/gu;

/** Lines that announce that the words of somebody else follow, up to the next blank line. */
const ANNOUNCED_PARAGRAPH = [
  /^(?:\W{0,3}(?:引用|原帖由|原文由|【引用】)[^\n]{0,60}|[^\n]{0,40}\s)(?:发表于|發表於|发布于|于)\s?(?:19|20)?\d{2,4}[-/年.][^\n]{0,60}$/u,
  /^(?:originally posted by|quote from:?|quote originally posted by)\s[^\n]{1,80}$/iu,
  /^(?:quote|zitat|citation|引用)\s?[:：]?$/iu,
];
/** The same, where the words stand in the same line. */
const ANNOUNCED_LINE = /^(?:引用|引用自|原文|原帖|【引用】|originally posted by [^\n:]{1,60})\s?[:：]\s?\S[^\n]*$/iu;

/** Everything behind such a line is the message that is answered. */
const REST =
  /^(?:[-_=*─—\s]{3,60}\s?(?:original message|forwarded message|original mail|ursprüngliche nachricht|message d'origine|mensaje original|原始邮件|原始郵件|转发的?邮件|元のメッセージ|転送メッセージ)\s?[-_=*─—\s]{0,60}|begin forwarded message:|(?:from|von|de|发件人|寄件者|差出人)\s?[:：][^\n]{1,120}\n(?:sent|date|to|gesendet|datum|envoyé|发送时间|寄件日期|送信日時|日期)\s?[:：][^\n]*)/iu;
/** The line above such a message. The words behind it are quoted line by line where they have marks, and all of them where they have none. */
const WROTE = new RegExp(
  [
    '^on\\s[^\\n]{4,160}(?:\\n[^\\n]{0,80})?\\swrote:$',
    '^am\\s[^\\n]{4,160}\\sschrieb[^\\n]{0,80}:$',
    '^le\\s[^\\n]{4,160}\\sa écrit\\s?:$',
    '^el\\s[^\\n]{4,160}\\sescribió:$',
    '^(?:在\\s?)?\\d{4}[-/年][^\\n]{4,120}(?:写道|寫道|写到)\\s?[:：]$',
    '^\\d{4}年\\d{1,2}月\\d{1,2}日[^\\n]{1,100}[>＞](?:のメール)?\\s?[:：]$',
    '^[^\\n]{1,60}さん(?:は|が)(?:書きました|投稿しました)\\s?[:：]$',
  ].join('|'),
  'iu',
);
/** In a text whose lines were joined. */
const WROTE_WITHIN =
  /(?<=[\s.!?。！？])On (?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w{0,6}|\d{1,2}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w{0,6})[,. ][^\n]{4,120}? wrote:/u;
const ORIGINAL_WITHIN = /-{3,}\s?(?:Original Message|Forwarded message|原始邮件|原始郵件)\s?-{0,}/iu;

/** Quotations of forums and messengers that have a beginning and an end. */
const WECHAT = /^\s*「[^」]{1,2000}」\s*\n?\s*(?:[-—–]\s?){5,}/u;
const CHAIN = new RegExp(`//\\s?${NAME}\\s?[:：]`, 'u');
/** What somebody says in return; the mark itself says nothing. */
const ANSWER = new RegExp(
  `(?:(?:回复|回覆|答复)\\s?${NAME}\\s?[:：]|(?<=^|[\\s。！？!?])(?:回复|回覆|答复|返信|reply)\\s?[:：])`,
  'giu',
);
const FORWARDED = /^\s*(?:转发微博|轉發微博|快转微博|repost|转发)\s*$/iu;

/**
 * Where a text repeats the words of others: lines behind `>`, `[quote]…[/quote]`, what stands behind `//@name:`, the message below
 * "On … wrote:", `引用` and the like. Sorted, without overlaps. People read these words; nobody counts them as the author's.
 */
export function quotedSpans(text: string): QuotedSpan[] {
  if (!ANYTHING.test(text)) return [];
  const spans: QuotedSpan[] = [...forumQuotes(text), ...lineQuotes(text)];
  for (const match of text.matchAll(REFERENCE)) spans.push({ start: match.index, end: match.index + match[0].length });
  const wechat = WECHAT.exec(text);
  if (wechat) spans.push({ start: 0, end: wechat[0].length });
  spans.push(...answerMarks(text), ...chain(text));
  return merged(spans);
}

/** A text without the words of others. Empty where nothing else is in it. */
export function ownWords(text: string): string {
  const spans = quotedSpans(text);
  if (!spans.length) return FORWARDED.test(text) ? '' : text;
  let own = '';
  let from = 0;
  for (const { start, end } of spans) {
    own += `${text.slice(from, start)}\n`;
    from = end;
  }
  own = (own + text.slice(from)).replace(/[^\S\n]*\n\s*/gu, '\n').trim();
  return FORWARDED.test(own) || !SAYS_SOMETHING.test(own) ? '' : own;
}

/** Spares most texts the searches below. */
const ANYTHING =
  /[>＞「]|\[quote|\/\/\s?@|wrote:|schrieb|écrit|escribió|写道|寫道|写到|書きました|投稿しました|original m|forwarded|原始|元のメ|転送|发件人|寄件者|差出人|from:|von:|引用|原帖|原文|originally posted|quote|zitat|citation|回复|回覆|答复|返信|reply|发表于|發表於|发布于/iu;
const SAYS_SOMETHING = /[\p{L}\p{N}\p{S}\p{Extended_Pictographic}?!？！]/u;

/** `[quote=…]…[/quote]`, also within each other. One that does not end goes to the next blank line. */
function forumQuotes(text: string): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  let depth = 0;
  let open = 0;
  for (const match of text.matchAll(/\[quote(?:[=\s][^\]\n]{0,200})?\]|\[\/quote\]/giu)) {
    const closes = match[0].startsWith('[/');
    if (!closes && depth++ === 0) open = match.index;
    if (!closes || depth === 0) continue;
    if (--depth === 0) spans.push({ start: open, end: match.index + match[0].length });
  }
  if (depth > 0) spans.push({ start: open, end: endOfParagraph(text, open) });
  return spans;
}

function lineQuotes(text: string): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  let start = 0;
  while (start < text.length) {
    const end = endOfLine(text, start);
    const line = text.slice(start, end).trim();
    if (QUOTED_LINE.test(text.slice(start, end)) || ANNOUNCED_LINE.test(line)) spans.push({ start, end });
    else if (ANNOUNCED_PARAGRAPH.some((pattern) => pattern.test(line)))
      spans.push({ start, end: endOfParagraph(text, end + 1) });
    else if (REST.test(text.slice(start, start + 400))) return [...spans, { start, end: text.length }];
    else {
      const second = endOfLine(text, end + 1);
      const wrote = WROTE.test(line) ? end : WROTE.test(text.slice(start, second).trim()) ? second : 0;
      if (wrote) {
        spans.push({ start, end: wrote });
        if (!/^\s*[>＞]/u.test(text.slice(wrote))) return [...spans, { start: wrote, end: text.length }];
      }
      const within = wrote ? null : (WROTE_WITHIN.exec(line) ?? ORIGINAL_WITHIN.exec(line));
      if (within) return [...spans, { start: start + text.slice(start, end).indexOf(within[0]), end: text.length }];
    }
    start = end + 1;
  }
  return spans;
}

/** `own//@a: theirs//@b: theirs`, up to where somebody says that an answer follows. */
function chain(text: string): QuotedSpan[] {
  const first = CHAIN.exec(text);
  if (!first) return [];
  const behind = text.slice(first.index);
  const answer = [...behind.matchAll(ANSWER)].find(([found]) => !found.includes('@'));
  return [{ start: first.index, end: first.index + (answer ? answer.index : behind.length) }];
}

/** The marks of answers themselves; in a chain, the answer of somebody else stays within it. */
const answerMarks = (text: string): QuotedSpan[] =>
  [...text.matchAll(ANSWER)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Up to the next blank line; where there is none, to the end of the first line. */
function endOfParagraph(text: string, from: number): number {
  const rest = text.slice(from);
  const blank = /\n[^\S\n]*\n/u.exec(rest);
  return blank ? from + blank.index : Math.min(text.length, endOfLine(text, from));
}

function merged(spans: QuotedSpan[]): QuotedSpan[] {
  const sorted = spans.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  const kept: QuotedSpan[] = [];
  for (const span of sorted) {
    const last = kept.at(-1);
    if (last && span.start <= last.end)
      kept[kept.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else kept.push(span);
  }
  return kept;
}
