import { htmlToText } from '../incoming/html-text';
import type { FileRecord, RecordReader } from './file-record';

/** What a page of a chat that Telegram exported as HTML tells of each message. */
export const TELEGRAM_COLUMNS = ['time', 'author', 'message', 'id', 'reply_to', 'reactions'] as const;

const BEGINS = /<div class="message (default|service)[^"]*" id="message(-?\d+)">/;
const TIME = /<div class="pull_right date details" title="([^"]+)"/;
const AUTHOR = /<div class="from_name">([^]*?)<\/div>/;
const TEXT = /<div class="text">([^]*?)<\/div>/;
const ANSWERED = /<div class="reply_to details">[^]{0,300}?#go_to_message(\d+)/;
const REACTED = /<span class="count">\s*(\d+)\s*<\/span>/g;
/** A longer message is none. */
const MAX_MESSAGE = 1_000_000;

/** Whether a page is a chat of Telegram. */
export const isTelegramPage = (html: string): boolean => BEGINS.test(html) && TIME.test(html);

/** Cuts the page of a chat into its messages as it arrives. A message without a name is by the author of the one above. */
export class TelegramRecords implements RecordReader {
  private rest = '';
  private author = '';
  private row = 0;

  push(html: string): FileRecord[] {
    this.rest += html;
    return this.records(false);
  }

  end(): FileRecord[] {
    return this.records(true);
  }

  private records(isLast: boolean): FileRecord[] {
    const records: FileRecord[] = [];
    const begins = new RegExp(BEGINS, 'g');
    const found = [...this.rest.matchAll(begins)];
    for (const [at, match] of found.entries()) {
      const end = found[at + 1]?.index;
      if (end === undefined && !isLast) break;
      const [, kind = '', id = ''] = match;
      if (kind === 'default') records.push(this.record(id, this.rest.slice(match.index, end)));
    }
    const last = found.at(-1)?.index ?? Math.max(0, this.rest.length - MAX_MESSAGE);
    this.rest = isLast ? '' : this.rest.slice(last).slice(-MAX_MESSAGE);
    return records;
  }

  private record(id: string, html: string): FileRecord {
    const author = AUTHOR.exec(html)?.[1];
    if (author !== undefined) this.author = htmlToText(author).trim();
    const reactions = [...html.matchAll(REACTED)].reduce((sum, [, count]) => sum + Number(count), 0);
    const values = {
      time: TIME.exec(html)?.[1] ?? '',
      author: this.author,
      message: TEXT.exec(html)?.[1]?.trim() ?? '',
      id,
      reply_to: ANSWERED.exec(html)?.[1] ?? '',
      reactions: String(reactions),
    };
    return { line: ++this.row, values: new Map(Object.entries(values)) };
  }
}
