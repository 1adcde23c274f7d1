import { PassThrough, Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { ExportedComment, ExportFormat } from '@moodline/comments/contract';
import { CommentRepository } from '../comment.repository';
import type { ResolvedFilter } from '../resolved-filter';
import { csvHead, csvLine } from './csv-lines';
import { ExportProgressBoard } from './export-progress';
import { ExportRowsQuery } from './export-rows.query';
import { writeWorkbook } from './workbook-writer';

/** What kind of file each format is. */
export const EXPORT_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/x-ndjson; charset=utf-8',
};

/** Comments read at once. */
const BATCH = 1000;

interface Order {
  readonly filter: ResolvedFilter;
  readonly format: ExportFormat;
  readonly ticket?: string;
}

/** Writes comments as a table, a workbook or JSON Lines, as fast as the reader takes them, in constant memory. */
@Injectable()
export class CommentExport {
  constructor(
    private readonly comments: CommentRepository,
    private readonly rows: ExportRowsQuery,
    private readonly progress: ExportProgressBoard,
  ) {}

  /** @throws what goes wrong on the way; the target is destroyed then, so that nobody takes half an export for a whole one */
  async write({ filter, format, ticket }: Order, target: Writable): Promise<void> {
    let count = 0;
    const tell = (state: 'writing' | 'done' | 'failed') =>
      this.progress.set(filter.workspaceId, ticket, { written: count, state });
    const written = (now: number) => {
      count = now;
      if (now % 100 === 0) tell('writing');
    };
    tell('writing');
    try {
      if (format === 'xlsx') await this.workbook(filter, target, written);
      else await pipeline(Readable.from(this.lines(filter, format, written)), target);
      tell('done');
    } catch (error) {
      tell('failed');
      target.destroy();
      throw error;
    }
  }

  private async workbook(filter: ResolvedFilter, target: Writable, written: (count: number) => void): Promise<void> {
    const bytes = new PassThrough();
    const writing = writeWorkbook(this.exported(filter), bytes, written).catch((error: Error) => bytes.destroy(error));
    await Promise.all([pipeline(bytes, target), writing]);
  }

  private async *lines(
    filter: ResolvedFilter,
    format: Exclude<ExportFormat, 'xlsx'>,
    written: (count: number) => void,
  ): AsyncGenerator<string> {
    let count = 0;
    if (format === 'csv') yield csvHead();
    for await (const comment of this.exported(filter)) {
      yield format === 'csv' ? csvLine(comment) : `${JSON.stringify(comment)}\n`;
      written((count += 1));
    }
  }

  private async *exported(filter: ResolvedFilter): AsyncGenerator<ExportedComment> {
    for await (const ids of this.comments.allIds(filter, BATCH)) yield* await this.rows.byIds(filter.workspaceId, ids);
  }
}
