import { mkdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { HubChoice, ModelDownload } from '@moodline/language-model/contract';
import { NotFoundError, ServerEvents } from '@moodline/shared/http';
import { ModelDownloadError, modelProblem } from '../backend.errors';
import type { Patience } from '../server/retry-delay';
import { DOWNLOAD_PATIENCE, fetchFile, sizeOf } from './file-download';
import { Hub, PUBLIC_HUB } from './hub';
import { filesToFetch, type HubFile } from './hub-files';
import { isDownloaded, modelFolder, recordDownload } from './model-folder';
import { SpeedMeter } from './speed-meter';
import { listPatiently } from './patient-listing';

export interface DownloadSettings {
  /** Folder below which models are kept. */
  readonly modelsDir: string;
  readonly patience?: Patience;
  /** Free bytes of the disk a folder lies on; specs make it small. */
  readonly freeBytes?: (folder: string) => Promise<number>;
}

export type WantedModel = Pick<HubChoice, 'modelId' | 'dtype' | 'mirror'>;

/** Room that must stay on the disk, for the database and everything else. */
const LEFT_FREE = 500_000_000;
/** News of a download at most this often, in milliseconds. */
const NEWS_EVERY = 500;
/** Downloads that have ended and are still told about. */
const KEPT = 20;

interface Running {
  progress: ModelDownload;
  readonly wanted: WantedModel;
  readonly workspaceId: number;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

/** Fetches models of the hub into the data folder, each once at a time, and tells how far it is. */
@Injectable()
export class ModelDownloads implements OnModuleDestroy {
  private readonly logger = new Logger(ModelDownloads.name);
  private readonly downloads = new Map<number, Running>();
  private lastId = 0;

  constructor(
    private readonly settings: DownloadSettings,
    private readonly events: ServerEvents,
  ) {}

  async onModuleDestroy(): Promise<void> {
    for (const { abort } of this.downloads.values()) abort.abort(new Error('Moodline is shutting down.'));
    await Promise.all([...this.downloads.values()].map(({ ended }) => ended));
  }

  /** Newest first. */
  list(workspaceId: number): ModelDownload[] {
    return [...this.downloads.values()]
      .filter((download) => download.workspaceId === workspaceId)
      .map(({ progress }) => progress)
      .reverse();
  }

  /** Whether a model is there as a whole. */
  has({ modelId, dtype }: WantedModel): Promise<boolean> {
    return isDownloaded(modelFolder(this.settings.modelsDir, modelId), dtype);
  }

  folder(modelId: string): string {
    return modelFolder(this.settings.modelsDir, modelId);
  }

  /** Begins to fetch a model, or joins the download that does. @returns as it begins */
  start(workspaceId: number, wanted: WantedModel): ModelDownload {
    const under = [...this.downloads.values()].find(
      ({ progress, ...other }) =>
        progress.state === 'running' && other.wanted.modelId === wanted.modelId && other.wanted.dtype === wanted.dtype,
    );
    if (under) return under.progress;
    const id = ++this.lastId;
    const abort = new AbortController();
    const progress: ModelDownload = {
      id,
      modelId: wanted.modelId,
      dtype: wanted.dtype,
      state: 'running',
      receivedBytes: 0,
      totalBytes: null,
      bytesPerSecond: 0,
      problem: null,
    };
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    const download: Running = { progress, wanted, workspaceId, abort, ended };
    this.downloads.set(id, download);
    this.forgetOld();
    void this.run(download).finally(resolve);
    return download.progress;
  }

  /** Waits until a download has ended, however. */
  async finished(id: number): Promise<ModelDownload> {
    const download = this.find(id);
    await download.ended;
    return download.progress;
  }

  /** Stops a download; what has arrived is kept for the next try. */
  async cancel(workspaceId: number, id: number): Promise<void> {
    const download = this.find(id);
    if (download.workspaceId !== workspaceId) throw new NotFoundError('download', id);
    download.abort.abort(new Error('cancelled'));
    await download.ended;
  }

  private async run(download: Running): Promise<void> {
    const { modelId, dtype } = download.wanted;
    this.tell(download, {});
    try {
      await this.fetch(download);
      this.tell(download, { state: 'done', bytesPerSecond: 0 });
    } catch (error) {
      const cancelled = download.abort.signal.aborted;
      if (!cancelled) this.logger.warn(`${modelId} ${dtype} was not downloaded: ${(error as Error).message}`);
      this.tell(download, {
        state: cancelled ? 'cancelled' : 'failed',
        bytesPerSecond: 0,
        problem: cancelled ? null : modelProblem(error),
      });
    }
  }

  private async fetch(download: Running): Promise<void> {
    const { modelId, dtype, mirror } = download.wanted;
    const { patience = DOWNLOAD_PATIENCE } = this.settings;
    const { signal } = download.abort;
    const folder = this.folder(modelId);
    const hub = new Hub(mirror ?? PUBLIC_HUB);
    try {
      const files = filesToFetch(await listPatiently(hub, modelId, { signal, patience }), dtype, modelId);
      const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
      await this.requireSpace(folder, files);
      const received = new Map<string, number>();
      const meter = new SpeedMeter();
      let told = 0;
      this.tell(download, { totalBytes });
      for (const file of files) {
        const onBytes = (bytes: number) => {
          received.set(file.path, bytes);
          if (Date.now() - told < NEWS_EVERY) return;
          told = Date.now();
          const receivedBytes = sum(received);
          this.tell(download, { receivedBytes, bytesPerSecond: meter.at(receivedBytes) });
        };
        await fetchFile({ hub, modelId, file, target: join(folder, file.path), signal, patience, onBytes });
      }
      this.tell(download, { receivedBytes: totalBytes });
      await recordDownload(folder, dtype, files);
    } finally {
      await hub.close();
    }
  }

  /** Says before the first byte that the disk is too small. What an earlier try brought counts as there. */
  private async requireSpace(folder: string, files: readonly HubFile[]): Promise<void> {
    await mkdir(folder, { recursive: true });
    const there = await Promise.all(
      files.map(({ path, sum: expected }) =>
        sizeOf(join(folder, path)).then(
          async (whole) => whole || sizeOf(join(folder, `${path}.${(expected?.hex ?? 'unknown').slice(0, 12)}.part`)),
        ),
      ),
    );
    const needed =
      files.reduce((total, { size }, index) => total + Math.max(size - (there[index] ?? 0), 0), 0) + LEFT_FREE;
    const free = await (this.settings.freeBytes ?? freeBytes)(folder);
    if (free >= needed) return;
    throw new ModelDownloadError(
      'model-download-disk',
      `The model needs ${gigabytes(needed)} GB of disk, room for everything else included; ${gigabytes(free)} GB are free. Free some space, or choose a smaller precision.`,
    );
  }

  private tell(download: Running, change: Partial<ModelDownload>): void {
    download.progress = { ...download.progress, ...change };
    this.events.publish(download.workspaceId, { type: 'model-download', data: download.progress });
  }

  private find(id: number): Running {
    const download = this.downloads.get(id);
    if (!download) throw new NotFoundError('download', id);
    return download;
  }

  private forgetOld(): void {
    const over = [...this.downloads.values()].filter(({ progress }) => progress.state !== 'running').slice(0, -KEPT);
    for (const { progress } of over) this.downloads.delete(progress.id);
  }
}

const sum = (numbers: ReadonlyMap<string, number>): number =>
  [...numbers.values()].reduce((total, number) => total + number, 0);
const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
