import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Snippet, Triage, Triaged, TriageQuery, TriageSettings } from '@moodline/assistants/contract';
import { CommentRow, safeLink, Working } from '@moodline/comments/web';
import { describeProblem, HeldPermissions, LocaleStore, ServerEvents } from '@moodline/shared/ui';
import { firstValueFrom, merge, Subscription, throttleTime } from 'rxjs';
import { TriageClient } from '../triage.client';
import { AnswerPanel } from './answer-panel';
import { SnippetList } from './snippet-list';

const REFRESH_EVERY_MS = 4_000;
const PAGE = 20;
const MOST = 200;
/** From so many hours on, days are told. */
const DAYS_FROM_HOURS = 48;

/** Comments that wait for an answer, the most urgent first. A person reads, answers and sends. */
@Component({
  selector: 'ml-triage-page',
  imports: [AnswerPanel, CommentRow, SnippetList, TranslocoPipe],
  templateUrl: './triage-page.html',
  styleUrl: './triage-page.css',
})
export class TriagePage {
  private readonly client = inject(TriageClient);
  private readonly permissions = inject(HeldPermissions);
  protected readonly locale = inject(LocaleStore);
  protected readonly working = inject(Working);
  protected readonly safeLink = safeLink;
  private loading = new Subscription();

  protected readonly show = signal<TriageQuery['show']>('waiting');
  protected readonly assignee = signal('');
  protected readonly limit = signal(PAGE);
  protected readonly triage = signal<Triage | null>(null);
  protected readonly problem = signal('');
  protected readonly snippets = signal<readonly Snippet[]>([]);
  /** The comment that is being answered. It stays where it is while it is. */
  protected readonly opened = signal<number | null>(null);
  protected readonly mayDraft = this.working.allowed;
  protected readonly maySet = computed(() => this.permissions.has('workspace.write'));
  protected readonly more = computed(() => {
    const { total = 0, items = [] } = this.triage() ?? {};
    return this.show() === 'waiting' && items.length < total && items.length < MOST;
  });

  constructor() {
    effect(() => {
      this.show();
      this.assignee();
      this.limit();
      untracked(() => this.load());
    });
    merge(inject(ServerEvents).dataChanged, this.working.news)
      .pipe(throttleTime(REFRESH_EVERY_MS, undefined, { leading: true, trailing: true }), takeUntilDestroyed())
      .subscribe(() => this.opened() === null && this.load());
    void this.working.loadPeople();
    void this.loadSnippets();
  }

  protected load(): void {
    const [show, whose] = [this.show(), this.assignee()];
    const assignee = whose === 'none' ? whose : Number(whose) || undefined;
    this.loading.unsubscribe();
    this.loading = this.client.read({ show, assignee, limit: this.limit() }).subscribe({
      next: (triage) => {
        this.triage.set(triage);
        this.problem.set('');
      },
      error: (error: unknown) => this.problem.set(describeProblem(error, this.locale).message),
    });
  }

  protected choose(show: TriageQuery['show']): void {
    this.opened.set(null);
    this.show.set(show);
  }

  protected showMore(): void {
    this.limit.update((limit) => Math.min(limit + PAGE, MOST));
  }

  protected toggle(id: number): void {
    this.opened.update((opened) => (opened === id ? null : id));
  }

  /** After an answer was kept or taken back. */
  protected settle(): void {
    this.opened.set(null);
    this.load();
  }

  protected async saveSettings(targetHours: string, days: string): Promise<void> {
    const settings: TriageSettings = { targetHours: Number(targetHours), days: Number(days) };
    const kept = await this.working.keep(async () => {
      await firstValueFrom(this.client.saveSettings(settings));
      return true;
    });
    if (kept) this.load();
  }

  protected async loadSnippets(): Promise<void> {
    this.snippets.set(await firstValueFrom(this.client.snippets()).catch(() => this.snippets()));
  }

  protected number(value: number, digits: number): string {
    return this.locale.formats().number(value, digits);
  }

  /** Hours, or days where they are many, until an answer is due or since it was. */
  protected due({ hours }: Triaged): { key: string; count: string } {
    const target = this.triage()?.settings.targetHours ?? 0;
    const left = target - hours;
    const [far, words] = [Math.abs(left), left >= 0 ? 'dueIn' : 'overdueBy'];
    if (far >= DAYS_FROM_HOURS) return { key: `triage.${words}Days`, count: this.number(far / 24, 0) };
    return { key: `triage.${words}`, count: this.number(far, far < 10 ? 1 : 0) };
  }
}
