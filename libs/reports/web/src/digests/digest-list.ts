import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { DIGEST_KINDS, type Digest, type DigestKind } from '@moodline/reports/contract';
import { Formats, noon } from '@moodline/shared/i18n';
import { describeProblem, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { ReportFrame } from '../report-page/report-frame';
import { ReportsClient } from '../reports.client';

/** Summaries that are written by the clock: switched on here, listed, and opened. */
@Component({
  selector: 'ml-digest-list',
  imports: [ReportFrame, TranslocoPipe],
  templateUrl: './digest-list.html',
  styleUrl: './digest-list.css',
})
export class DigestList {
  private readonly client = inject(ReportsClient);
  private readonly permissions = inject(HeldPermissions);
  protected readonly locale = inject(LocaleStore);

  protected readonly kinds = DIGEST_KINDS;
  protected readonly kind = signal<DigestKind>('day');
  /** Null: not known yet. */
  protected readonly on = signal<boolean | null>(null);
  protected readonly digests = signal<readonly Digest[] | null>(null);
  protected readonly nextCursor = signal<string | null>(null);
  protected readonly open = signal<{ readonly id: number; readonly html: string } | null>(null);
  protected readonly problem = signal('');
  protected readonly editable = computed(() => this.permissions.has('reports.write'));

  constructor() {
    effect(() => {
      this.kind();
      untracked(() => void this.load());
    });
  }

  /** The day, or the first and the last day, that one tells of. */
  protected when({ period, kind }: Digest): string {
    // Days of the workspace's zone, whatever the zone of the page.
    const formats = new Formats(this.locale.language(), 'UTC');
    const [from, to] = [formats.day(noon(period.from)), formats.day(noon(period.to))];
    return kind === 'day' ? from : `${from} – ${to}`;
  }

  protected async show({ id }: Digest): Promise<void> {
    if (this.open()?.id === id) return this.open.set(null);
    await this.tell(this.client.page(id), (html) => this.open.set({ id, html }));
  }

  protected switchTo(on: boolean): Promise<void> {
    const language = on ? this.locale.language() : null;
    return this.tell(this.client.changeDigests({ language }), () => this.load());
  }

  protected more(): Promise<void> {
    return this.tell(this.page(this.nextCursor()), ({ items, nextCursor }) => {
      this.digests.update((digests) => [...(digests ?? []), ...items]);
      this.nextCursor.set(nextCursor);
    });
  }

  protected async load(): Promise<void> {
    await this.tell(this.client.digestSettings(), ({ language }) => this.on.set(language !== null));
    if (this.problem()) return;
    await this.tell(this.page(null), ({ items, nextCursor }) => {
      this.digests.set(items);
      this.nextCursor.set(nextCursor);
      this.open.set(null);
    });
  }

  private page(cursor: string | null) {
    return this.client.digests({ kind: this.kind(), ...(cursor && { cursor }) });
  }

  private async tell<T>(call: Observable<T>, then: (answer: T) => void | Promise<void>): Promise<void> {
    this.problem.set('');
    try {
      await then(await firstValueFrom(call, { defaultValue: null as T }));
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    }
  }
}
