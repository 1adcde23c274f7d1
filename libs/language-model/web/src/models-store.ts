import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  MODEL_TASKS,
  modelDownloadSchema,
  type ModelDownload,
  type ModelSettings,
  type ModelsStatus,
  type StartDownload,
  type UpdateModelSettings,
} from '@moodline/language-model/contract';
import { ServerEvents } from '@moodline/shared/ui';
import { firstValueFrom, forkJoin } from 'rxjs';
import * as z from 'zod';
import { ModelsClient } from './models.client';

/** Which model does what, kept fresh by the news of the server: one for the page and for the badge in the frame. */
@Injectable({ providedIn: 'root' })
export class ModelsStore {
  private readonly client = inject(ModelsClient);
  private readonly events = inject(ServerEvents);
  /** Another object with each news that another model does a task, or is about to, or could not. */
  private readonly modelChanged = this.events.latest('model-changed', z.object({}));
  private readonly knownSettings = signal<ModelSettings | null>(null);
  private readonly knownStatus = signal<ModelsStatus | null>(null);
  private readonly failure = signal<unknown>(null);
  private readonly news = signal<ReadonlyMap<number, ModelDownload>>(new Map());

  /** Null before the first answer. */
  readonly settings = this.knownSettings.asReadonly();
  readonly status = this.knownStatus.asReadonly();
  /** Why they could not be loaded; null when they could. */
  readonly error = this.failure.asReadonly();

  /** Downloads, newest first, with the latest news of each. */
  readonly downloads = computed<readonly ModelDownload[]>(() => {
    const known = this.knownStatus()?.downloads ?? [];
    const news = this.news();
    const begun = [...news.values()].filter(({ id }) => !known.some((download) => download.id === id));
    return [...begun.reverse(), ...known.map((download) => news.get(download.id) ?? download)];
  });

  /** Hosts that texts are sent to now; empty while they stay on this machine. */
  readonly hosts = computed(() => {
    const status = this.knownStatus();
    const hosts = status ? MODEL_TASKS.flatMap((task) => status[task].inForce.leavesTo ?? []) : [];
    return [...new Set(hosts)];
  });

  constructor() {
    this.events
      .on('model-download', modelDownloadSchema)
      .pipe(takeUntilDestroyed())
      .subscribe((download) => {
        this.news.update((known) => new Map(known).set(download.id, download));
        if (download.state !== 'running') void this.load();
      });
    let first = true;
    effect(() => {
      this.modelChanged();
      this.events.connected();
      // Who uses the store loads it; the effect follows the news.
      if (first) first = false;
      else untracked(() => void (this.knownSettings() ? this.load() : this.loadStatus()));
    });
  }

  /** Loads everything anew; what is shown stays until then. */
  async load(): Promise<void> {
    try {
      const [settings, status] = await firstValueFrom(forkJoin([this.client.settings(), this.client.status()]));
      this.knownSettings.set(settings);
      this.knownStatus.set(status);
      this.failure.set(null);
    } catch (error) {
      this.failure.set(error);
    }
  }

  /** Loads what does the work now, which is all that the badge tells. */
  async loadStatus(): Promise<void> {
    try {
      this.knownStatus.set(await firstValueFrom(this.client.status()));
    } catch (error) {
      this.failure.set(error);
    }
  }

  async change(change: UpdateModelSettings): Promise<void> {
    this.knownSettings.set(await firstValueFrom(this.client.change(change)));
    await this.load();
  }

  async download(wanted: StartDownload): Promise<void> {
    await firstValueFrom(this.client.download(wanted));
    await this.load();
  }

  async cancelDownload(id: number): Promise<void> {
    await firstValueFrom(this.client.cancelDownload(id));
    await this.load();
  }
}
