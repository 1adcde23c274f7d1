import type { FileRecord, RecordReader } from './file-record';

/** The columns that a chat has, whatever program wrote it. */
export const CHAT_COLUMNS = ['time', 'author', 'message'] as const;

const CLOCK = String.raw`(?:[上下]午|午[前後]|凌晨|早上|中午|晚上|오전|오후)?\s?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?\s?m\.?)?`;
const DAY = String.raw`\d{1,4}[/.-]\s?\d{1,2}[/.-]\s?\d{1,4}\.?`;
/** Who wrote, up to a colon; notices of the program have none. */
const NAMED = String.raw`([^:：\n]{1,80}?)\s?[:：](?:\s|$)`;

/** How programs begin a message: with its time, its author and its text. */
const MESSAGES: readonly RegExp[] = [
  // WhatsApp: `[01.03.26, 10:00:15] Ann: text` and `3/1/26, 10:00 AM - Ann: text`.
  new RegExp(String.raw`^\[(${DAY},?\s${CLOCK})\]\s(?:${NAMED})?(.*)$`, 'iu'),
  new RegExp(String.raw`^(${DAY},?\s${CLOCK})\s[-–]\s(?:${NAMED})?(.*)$`, 'iu'),
  // KakaoTalk on phones: `2026년 3월 1일 오후 7:00, 앤 : text`.
  /^(\d{4}년 \d{1,2}월 \d{1,2}일 (?:오전|오후) \d{1,2}:\d{2}), (.{1,80}?) : (.*)$/u,
];
/** Messages below a line with their day, which stand beside their clock: LINE and KakaoTalk on computers. */
const DAY_LINES: readonly RegExp[] = [
  /^(\d{4}[/.]\d{1,2}[/.]\d{1,2})\s?(?:[(（][^()（）]{1,3}[)）]|[\p{L}]{1,9})$/u,
  /^-{3,}\s(\d{4}년 \d{1,2}월 \d{1,2}일)\s.{1,10}\s-{3,}$/u,
];
const BELOW_DAY: readonly { readonly form: RegExp; readonly parts: readonly [number, number, number] }[] = [
  { form: new RegExp(String.raw`^(${CLOCK})\t([^\t]{0,80})\t(.*)$`, 'iu'), parts: [1, 2, 3] },
  { form: /^\[(.{1,80}?)\] \[((?:오전|오후) \d{1,2}:\d{2})\] (.*)$/u, parts: [2, 1, 3] },
];
/** Signs that steer the direction of writing stand before what a phone was sent. */
const STEERING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** What programs tell in the name of the chat itself. */
const NOTICE =
  /end-to-end[ -]encrypted|ende-zu-ende-verschlüsselt|端到端加密|端對端加密|エンドツーエンド|bout en bout|extremo a extremo|종단간 암호화/iu;
const LOOKED_AT = 400;
const ENOUGH = 2;

interface Message {
  readonly line: number;
  readonly time: string;
  /** Null for a notice of the program. */
  readonly author: string | null;
  text: string;
}

/** Whether a text is the log of a chat: many lines begin messages, and none before the first one is a table. */
export function isChat(sample: string): boolean {
  const lines = sample.split(/\r\n|\r|\n/, LOOKED_AT).filter((line) => line.trim());
  const reader = new ChatLines();
  const starts = lines.filter((line) => reader.begins(line)).length;
  return starts >= ENOUGH && starts >= lines.length / 10;
}

/** Knows where messages begin, and the day they stand below. */
class ChatLines {
  private day: string | null = null;

  /** @returns whether the line is a message or the day of those below */
  begins(line: string): boolean {
    return this.read(line, 0) !== null;
  }

  /** A message that begins on the line; `day` for the day of those below, null for another line. */
  read(written: string, line: number): Message | 'day' | null {
    const text = written.replace(STEERING, '').trimEnd();
    const day = DAY_LINES.map((form) => form.exec(text)?.[1]).find(Boolean);
    if (day) {
      this.day = day;
      return 'day';
    }
    for (const form of MESSAGES) {
      const [, time, author, rest] = form.exec(text) ?? [];
      if (time) return { line, time: plainTime(time), author: author?.trim() || null, text: rest ?? '' };
    }
    return this.day ? this.belowDay(text, line, this.day) : null;
  }

  private belowDay(text: string, line: number, day: string): Message | null {
    for (const { form, parts } of BELOW_DAY) {
      const match = form.exec(text);
      const [clock, author, rest] = parts.map((part) => match?.[part]);
      if (clock) return { line, time: `${day} ${clock}`, author: author?.trim() || null, text: rest ?? '' };
    }
    return null;
  }
}

const plainTime = (time: string) => time.replace(/(?<=\d\.)\s(?=\d)/gu, '');

/** The messages of a chat. A line that begins none goes on with the one above. */
export class ChatRecords implements RecordReader {
  private readonly lines = new ChatLines();
  private rest = '';
  private line = 0;
  private current: Message | null = null;

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
    const found = this.lines.read(text, this.line);
    if (found === 'day') return this.finished(null);
    if (found) return this.finished(found);
    // What stands above the first message is the title of the chat.
    if (this.current && this.current.text.length < MAX_TEXT) this.current.text += `\n${text.replace(STEERING, '')}`;
    return [];
  }

  private finished(next: Message | null): FileRecord[] {
    const { current } = this;
    this.current = next;
    if (!current) return [];
    const { line, time, author, text } = current;
    if (author === null || NOTICE.test(text))
      return [{ line, problem: { code: 'placeholder', reason: 'A notice of the chat, which nobody wrote.' } }];
    return [{ line, values: new Map(Object.entries({ time, author, message: unquoted(text.trim()) })) }];
  }
}

/** What is longer than a comment may be is refused for its length later. */
const MAX_TEXT = 300_000;

/** LINE writes messages of several lines in quotation marks. */
const unquoted = (text: string) =>
  text.includes('\n') && /^".*"$/su.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
