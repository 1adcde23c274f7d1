import type { RunProgressReports } from '../runs/run-progress';
import type { OpenRun, RunFailure } from '../runs/open-run';
import { holdRun } from '../runs/run-lease';
import type { RunRepository } from '../runs/runs.repository';
import type { SourceRepository } from '../sources/sources.repository';
import { DemoSourceError } from './import.errors';

interface Parts {
  readonly runs: RunRepository;
  readonly sources: SourceRepository;
  readonly reports: RunProgressReports;
}

/**
 * The runs of one import: one for each source that comments go to, opened when its first comment comes. So no source is made that
 * nothing goes to, and each shows the import as its own.
 */
export class ImportRuns {
  private readonly open = new Map<string, OpenRun>();
  private readonly over = Promise.withResolvers<void>();
  private readonly held: Promise<void>[] = [];
  private waiting = 0;

  constructor(
    private readonly parts: Parts,
    private readonly place: { readonly workspaceId: number; readonly source: string; readonly fileName: string },
  ) {}

  get first(): OpenRun | null {
    return this.all[0] ?? null;
  }

  get all(): readonly OpenRun[] {
    return [...this.open.values()];
  }

  /** @param name source of a row; null for the source of the import. @throws DemoSourceError */
  async of(name: string | null): Promise<OpenRun> {
    const source = name ?? this.place.source;
    const known = this.open.get(source);
    if (known) return known;
    const { workspaceId, fileName } = this.place;
    const { id: sourceId, kind } = await this.parts.sources.ensureFileSource(workspaceId, source);
    if (kind === 'demo') throw new DemoSourceError(source);
    const run = await this.parts.runs.open(workspaceId, { sourceId, trigger: 'import', fileName });
    this.open.set(source, run);
    // It counts as alive until the import is over. That somebody else ended it shows with the next batch.
    this.held.push(holdRun(this.parts.runs, run, () => this.over.promise).catch(() => undefined));
    return run;
  }

  /** Rejected rows that came before there was a run to count them in. */
  keepWaiting(rejected: number): void {
    this.waiting += rejected;
  }

  takeWaiting(): number {
    const { waiting } = this;
    this.waiting = 0;
    return waiting;
  }

  /** Ends all runs. Of an import that brought nothing at all, the run of its source tells so. */
  async finish(failure?: RunFailure): Promise<void> {
    this.over.resolve();
    await Promise.all(this.held);
    for (const run of this.all) {
      this.parts.reports.ended(run.workspaceId, await this.parts.runs.finish(run, failure && { failure }));
    }
  }
}
