import { dayOfLine, headOf, messageBelow, messageOf, type ChatLine } from './chat-forms';
import { spacedAuthors } from './chat-authors';
import type { FileRecord, RecordReader } from './file-record';

/** The columns that a chat has, whatever program wrote it. */
export const CHAT_COLUMNS = ['time', 'author', 'message'] as const;

/** Signs that steer the direction of writing stand before what a phone was sent. */
const STEERING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** What programs tell in the name of the chat itself. */
const NOTICE =
  /end-to-end[ -]encrypted|ende-zu-ende-verschlüsselt|端到端加密|端對端加密|エンドツーエンド|bout en bout|extremo a extremo|종단간 암호화/iu;
/** What stands alone between angle brackets is said by the program, in whatever language: `<Media omitted>`; so is the name of a kind of message. */
const IN_THE_PLACE =
  /^(?:<[^<>\n]{3,40}>|貼圖|照片|影片|圖片|語音訊息|スタンプ|写真|動画|ボイスメッセージ|sticker|photo|video|voice message)$/iu;
const LOOKED_AT = 400;
const ENOUGH = 2;

interface Message {
  readonly line: number;
  readonly time: string;
  /** Null for a notice of the program. */
  readonly author: string | null;
  text: string;
}

/**
 * `lines`: messages begin with their author and text; `heads`: author and time stand above the text. `authors`: names that stand before
 * a text without a sign between.
 */
export interface ChatKind {
  readonly form: 'lines' | 'heads';
  readonly authors: readonly string[];
}

/** Whether a text is the log of a chat: many lines begin messages, and none before the first one is a table. Null for other texts. */
export function chatKind(sample: string): ChatKind | null {
  const lines = sample.split(/\r\n|\r|\n/, LOOKED_AT).map(bare);
  const filled = lines.filter((line) => line.trim());
  const tabbed: ChatKind = { form: 'lines', authors: [] };
  const spaced: ChatKind = { form: 'lines', authors: spacedAuthors(filled) };
  for (const kind of spaced.authors.length ? [tabbed, spaced] : [tabbed]) {
    const reader = new ChatLines(kind);
    const begun = filled.map((line) => reader.read(line));
    const starts = begun.filter((line) => line !== null).length;
    const said = begun.filter((line) => line !== null && line !== 'day').length;
    if (starts >= ENOUGH && said > 0 && starts >= filled.length / 10) return kind;
  }
  const heads = lines.flatMap((line, at) => (headOf(line) ? [at] : []));
  const said = heads.filter((at) => lines[at + 1]?.trim() && !headOf(lines[at + 1] ?? '')).length;
  return said >= ENOUGH && said >= heads.length * 0.7 && heads.length >= filled.length / 10
    ? { form: 'heads', authors: [] }
    : null;
}

const bare = (line: string) => line.replace(STEERING, '').trimEnd();

/** Knows where messages begin, and the day they stand below. */
class ChatLines {
  private day: string | null = null;

  constructor(private readonly kind: ChatKind) {}

  /** A message that begins on the line; `day` for the day of those below, null for another line. */
  read(written: string): ChatLine | 'day' | null {
    const text = bare(written);
    if (this.kind.form === 'heads') return headOf(text);
    const day = dayOfLine(text);
    if (day) {
      this.day = day;
      return 'day';
    }
    return messageOf(text) ?? (this.day ? messageBelow(this.day, text, this.kind.authors) : null);
  }
}

/** The messages of a chat. A line that begins none goes on with the one above. */
export class ChatRecords implements RecordReader {
  private readonly lines: ChatLines;
  private rest = '';
  private line = 0;
  private current: Message | null = null;

  constructor(kind: ChatKind) {
    this.lines = new ChatLines(kind);
  }

  push(text: string): FileRecord[] {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.add(line.replace(/\r$/, '')));
  }

  end(): FileRecord[] {
    const records = this.rest ? this.add(this.rest) : [];
    return [...records, ...this.finished(null)];
  }

  private add(text: string): FileRecord[] {
    this.line++;
    const found = this.lines.read(text);
    if (found === 'day') return this.finished(null);
    if (found) return this.finished({ ...found, line: this.line });
    // What stands above the first message is the title of the chat.
    if (this.current && this.current.text.length < MAX_TEXT) this.current.text += `\n${text.replace(STEERING, '')}`;
    return [];
  }

  private finished(next: Message | null): FileRecord[] {
    const { current } = this;
    this.current = next;
    if (!current) return [];
    const { line, time, author, text } = current;
    if (author === null || NOTICE.test(text) || IN_THE_PLACE.test(text.trim()))
      return [{ line, problem: { code: 'placeholder', reason: 'A notice of the chat, which nobody wrote.' } }];
    return [{ line, values: new Map(Object.entries({ time, author, message: unquoted(text.trim()) })) }];
  }
}

/** What is longer than a comment may be is refused for its length later. */
const MAX_TEXT = 300_000;

/** LINE writes messages of several lines in quotation marks. */
const unquoted = (text: string) =>
  text.includes('\n') && /^".*"$/su.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
