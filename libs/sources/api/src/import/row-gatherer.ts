import { hash } from 'node:crypto';
import { commentRow, detectLanguage, keptExternalId, maskPersonalData, readVersion } from '@moodline/comments/api';
import type { ImportResult, RejectedRow } from '@moodline/sources/contract';
import { readCommentRow, type CommentRow, type GoodRow, type RowPlan } from '../incoming/comment-row';
import type { FileRecord } from './file-record';
import type { ReadingOrder, ReadyComment, RowBatch } from './row-reading';

/** Rejected rows that are listed one by one; all are counted. */
const LISTED = 10_000;
const PREVIEW_ROWS = 20;
const PREVIEW_LENGTH = 1_000;

/** Makes batches of the rows of a file. */
export class RowGatherer {
  readonly preview: ImportResult['preview'] = [];
  rows = 0;
  rejected = 0;
  placeholders = 0;
  starsOnly = 0;
  notCustomers = 0;
  /** The times of the comments, in milliseconds. */
  private first = Infinity;
  private last = -Infinity;
  private readonly seen = new SeenIds();
  private ready: ReadyComment[] = [];
  private fresh = new Map<string | null, string[]>();
  private listed: RejectedRow[] = [];
  /** What was counted up to the batch before. */
  private before = { rows: 0, rejected: 0, comments: 0 };
  private comments = 0;

  /** @param again the same rows were gathered before, read otherwise */
  constructor(
    private readonly order: Pick<ReadingOrder, 'purpose' | 'key'>,
    private again = false,
  ) {}

  /** Comments that wait for their batch. */
  get waiting(): number {
    return this.comments - this.before.comments;
  }

  /** When the comments were written. */
  get span(): { firstAt: string | null; lastAt: string | null } {
    const { first, last } = this;
    if (first > last) return { firstAt: null, lastAt: null };
    return { firstAt: new Date(first).toISOString(), lastAt: new Date(last).toISOString() };
  }

  read(record: FileRecord, plan: RowPlan): void {
    this.rows++;
    const row = readCommentRow(record, plan);
    if (isGood(row)) this.keep(row);
    else this.reject(row.line, row.problem);
  }

  /** What was gathered since the last batch; null when nothing was. */
  take(): RowBatch | null {
    const { rows, rejected, comments, before, again, ready, listed } = this;
    if (rows === before.rows) return null;
    const batch = {
      ...{ again, ready, listed },
      rows: rows - before.rows,
      rejected: rejected - before.rejected,
      comments: comments - before.comments,
      fresh: [...this.fresh].map(([source, ids]) => ({ source, ids })),
    };
    this.before = { rows, rejected, comments };
    [this.ready, this.listed, this.fresh, this.again] = [[], [], new Map(), false];
    return batch;
  }

  private keep(row: GoodRow): void {
    const { comment, source } = row;
    this.comments++;
    if (!comment.text) this.starsOnly++;
    if (comment.leftOut === 'staff' || comment.leftOut === 'bot') this.notCustomers++;
    const time = comment.publishedAt.getTime();
    if (time < this.first) this.first = time;
    if (time > this.last) this.last = time;
    if (this.order.purpose === 'store') this.ready.push({ comment, source, row: commentRow(this.order.key, comment) });
    else if (this.seen.isFirst(source, comment.externalId)) this.count(source, comment.externalId);
    if (this.preview.length < PREVIEW_ROWS) this.show(row);
  }

  private count(source: string | null, id: string): void {
    const ids = this.fresh.get(source) ?? [];
    ids.push(keptExternalId(this.order.key, id));
    this.fresh.set(source, ids);
  }

  private show({ line, comment }: GoodRow): void {
    const { externalId, text, publishedAt, engagement = 0, language } = comment;
    const { stars = null, recommended = null, version } = comment;
    this.preview.push({
      line,
      // What is stored is masked, so that is what is shown.
      text: maskPersonalData(text.slice(0, PREVIEW_LENGTH)),
      publishedAt: publishedAt.toISOString(),
      engagement,
      stars,
      recommended,
      version: readVersion(version ?? ''),
      externalId: externalId.startsWith('#') ? null : externalId,
      language: language ?? detectLanguage(text),
    });
  }

  private reject(line: number, { code, reason }: { code: RejectedRow['code']; reason: string }): void {
    this.rejected++;
    if (code === 'placeholder') this.placeholders++;
    if (this.rejected <= LISTED) this.listed.push({ line, reason, code });
  }
}

const isGood = (row: CommentRow): row is GoodRow => 'comment' in row;

/**
 * Ids of the rows seen, 6 bytes of a hash each, which is all that grows with the file; that two ids share it is as good as impossible
 * below some million rows.
 */
class SeenIds {
  private readonly seen = new Set<number>();

  isFirst(source: string | null, id: string): boolean {
    const key = hash('sha1', `${source ?? ''}\n${id}`, 'buffer').readUIntBE(0, 6);
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    return true;
  }
}
