import { createHash } from 'node:crypto';
import type { IntakeResult } from '@moodline/comments/api';
import type { RejectedRow } from '@moodline/sources/contract';
import type { OpenRun } from '../runs/open-run';
import type { RunRepository } from '../runs/runs.repository';
import type { SourceRepository } from '../sources/sources.repository';
import { DemoSourceError } from './import.errors';
import type { GoodRow } from '../incoming/comment-row';

/** Some comments with what was rejected among them. */
export interface ImportBatch {
  readonly rows: number;
  readonly good: readonly GoodRow[];
  readonly rejected: number;
  readonly rejectedRows: readonly RejectedRow[];
}

/** Where the comments of an import go. */
export interface ImportTarget {
  readonly sourceId: number | null;
  readonly run: OpenRun | null;
  /** Called before {@link take}, perhaps while the batch before is still being taken. */
  prepare(batch: ImportBatch): void;
  take(batch: ImportBatch): Promise<IntakeResult>;
}

/** Stores comments, each in the source its row names or else in the source of the import. */
export class StoringTarget implements ImportTarget {
  private readonly sourceIds = new Map<string, number>();

  constructor(
    readonly run: OpenRun,
    private readonly runs: RunRepository,
    private readonly sources: SourceRepository,
  ) {}

  get sourceId(): number {
    return this.run.sourceId;
  }

  prepare({ good }: ImportBatch): void {
    this.runs.prepare(good.map(({ comment }) => comment));
  }

  async take({ good, ...counts }: ImportBatch): Promise<IntakeResult> {
    const groups = Map.groupBy(good, ({ source }) => source);
    const comments = [];
    for (const [name, rows] of groups)
      comments.push({
        sourceId: name === null ? this.sourceId : await this.named(name),
        comments: rows.map(({ comment }) => comment),
      });
    return this.runs.store(this.run, { ...counts, comments });
  }

  private async named(name: string): Promise<number> {
    const known = this.sourceIds.get(name);
    if (known !== undefined) return known;
    const source = await this.sources.ensureFileSource(this.run.workspaceId, name);
    if (source.kind === 'demo') throw new DemoSourceError(name);
    this.sourceIds.set(name, source.id);
    return source.id;
  }
}

/**
 * Counts what an import would do and writes nothing. Of the rows seen it keeps 6 bytes of a hash each, which is all that
 * grows with the file; that two ids share it is as good as impossible below some million rows.
 */
export class DryRunTarget implements ImportTarget {
  readonly run = null;
  private readonly seen = new Set<number>();

  constructor(
    private readonly workspaceId: number,
    /** The source the comments would go to; null when it would be made. */
    readonly sourceId: number | null,
    private readonly runs: RunRepository,
    private readonly sources: SourceRepository,
  ) {}

  prepare(): void {
    // Nothing is stored, so nothing is to be made ready.
  }

  async take({ good }: ImportBatch): Promise<IntakeResult> {
    let imported = 0;
    for (const [name, rows] of Map.groupBy(good, ({ source }) => source)) {
      const ids = rows.map(({ comment }) => comment.externalId);
      const sourceId =
        name === null ? this.sourceId : ((await this.sources.byName(this.workspaceId, name))?.id ?? null);
      const stored = sourceId === null ? new Set<string>() : await this.runs.stored(this.workspaceId, sourceId, ids);
      imported += ids.filter((id) => this.isFirst(`${name ?? ''}\n${id}`) && !stored.has(id)).length;
    }
    return { imported, duplicates: good.length - imported, updated: 0, filtered: 0, undated: 0 };
  }

  private isFirst(id: string): boolean {
    const key = createHash('sha1').update(id).digest().readUIntBE(0, 6);
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    return true;
  }
}
