import { Component, computed, effect, inject, signal, untracked, type OnDestroy } from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReportIssueDetail } from '@moodline/reports/contract';
import { describeProblem, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom, forkJoin } from 'rxjs';
import { moved, MoveButtons } from '../report-page/move-buttons';
import { OwnParagraph } from '../report-page/own-paragraph';
import { ReportFrame } from '../report-page/report-frame';
import { PinnedNews } from '../pinning/pinned-news';
import { ReportsClient } from '../reports.client';
import { draftOf, editionOf, NEW_PARAGRAPH, withPins, type DraftLine, type DraftSection } from './edition-draft';

const SAVE_AFTER_MS = 700;
const MOST_STEPS_BACK = 100;

/**
 * Edits a report that was made, before it goes out: words, order, what is shown, own paragraphs. Everything is kept as it is typed and can be
 * undone; what was found is never lost.
 */
@Component({
  selector: 'ml-edition-page',
  imports: [MoveButtons, OwnParagraph, ReportFrame, RouterLink, TranslocoPipe],
  templateUrl: './edition-page.html',
  styleUrls: ['../report-page/columns.css', './edition-page.css'],
})
export class EditionPage implements OnDestroy {
  private readonly client = inject(ReportsClient);
  private readonly permissions = inject(HeldPermissions);
  private readonly news = inject(PinnedNews);
  protected readonly locale = inject(LocaleStore);
  private readonly params = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });

  protected readonly reportId = computed(() => Number(this.params().get('id')));
  private readonly issueId = computed(() => Number(this.params().get('issue')));
  private readonly loaded = rxResource({
    params: () => this.issueId(),
    stream: ({ params: id }) => forkJoin([this.client.issue(id), this.client.page(id)]),
  });
  protected readonly loadProblem = computed(() => this.words(this.loaded.error()));
  protected readonly issue = signal<ReportIssueDetail | null>(null);
  protected readonly html = signal('');
  protected readonly draft = signal<readonly DraftSection[]>([]);
  /** Those that were taken out stand at the end of the draft. */
  protected readonly shown = computed(() => this.draft().filter(({ removed }) => !removed));
  private readonly past = signal<readonly (readonly DraftSection[])[]>([]);
  protected readonly state = signal<'kept' | 'changed' | 'keeping'>('kept');
  protected readonly problem = signal('');
  protected readonly editable = computed(() => this.permissions.has('reports.write') && this.issue()?.sentAt === null);
  protected readonly canUndo = computed(() => this.past().length > 0);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private typing = '';

  constructor() {
    effect(() => {
      const found = this.loaded.hasValue() ? this.loaded.value() : null;
      if (found) untracked(() => this.take(...found));
    });
    effect(() => {
      if (this.news.changed()?.issue === this.issueId()) untracked(() => void this.takePins());
    });
  }

  /** What was typed last is kept, also by who leaves at once. */
  ngOnDestroy(): void {
    if (this.state() === 'changed') void this.keep();
  }

  protected change(at: number, change: Partial<DraftSection>): void {
    const draft = this.draft().map((section, index) => (index === at ? { ...section, ...change } : section));
    this.set(draft, 'text' in change || 'title' in change ? `${at} ${Object.keys(change).join()}` : '');
  }

  protected changeLine(at: number, lineAt: number, change: Partial<DraftLine>): void {
    const lines = this.draft()[at]?.lines ?? [];
    const changed = lines.map((line, index) => (index === lineAt ? { ...line, ...change } : line));
    const draft = this.draft().map((section, index) => (index === at ? { ...section, lines: changed } : section));
    this.set(draft, 'text' in change ? `${at}/${lineAt}` : '');
  }

  protected move(at: number, by: 1 | -1): void {
    this.set(moved(this.draft(), at, by));
  }

  protected moveLine(at: number, lineAt: number, by: 1 | -1): void {
    this.change(at, { lines: moved(this.draft()[at]?.lines ?? [], lineAt, by) });
  }

  protected add(): void {
    this.set([NEW_PARAGRAPH, ...this.draft()]);
  }

  /** An own paragraph goes; of what is pinned it is kept that it is not wanted. Both can be undone. */
  protected remove(at: number): void {
    const isOwn = this.draft()[at]?.kind === 'own';
    if (isOwn) this.set(this.draft().filter((_, index) => index !== at));
    else {
      const draft = this.draft();
      const gone = draft.slice(at, at + 1).map((section) => ({ ...section, removed: true }));
      this.set([...draft.slice(0, at), ...draft.slice(at + 1), ...gone]);
    }
  }

  protected undo(): void {
    const last = this.past().at(-1);
    if (!last) return;
    this.past.update((past) => past.slice(0, -1));
    this.draft.set(last);
    this.later();
  }

  /** As it was found; that can be undone like any other change. */
  protected reset(): void {
    const found = this.issue()?.found;
    if (found) this.set(draftOf(found, null));
  }

  /** @param typing where something is typed: what is typed there in one go is undone in one go */
  private set(draft: readonly DraftSection[], typing = ''): void {
    const goesOn = typing && typing === this.typing && this.state() === 'changed';
    this.typing = typing;
    if (!goesOn) this.past.update((past) => [...past.slice(-MOST_STEPS_BACK), this.draft()]);
    this.draft.set(draft);
    this.later();
  }

  private later(): void {
    this.state.set('changed');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.keep(), SAVE_AFTER_MS);
  }

  private async keep(): Promise<void> {
    clearTimeout(this.timer);
    const kept = this.draft();
    const edition = editionOf(kept);
    if (!edition.sections.length) return this.problem.set(this.locale.translate('reports.edition.nothing'));
    this.state.set('keeping');
    this.problem.set('');
    try {
      const issue = await firstValueFrom(this.client.edit(this.issueId(), edition));
      this.issue.set(issue);
      this.html.set(await firstValueFrom(this.client.page(issue.id)));
      if (this.draft() === kept) this.state.set('kept');
    } catch (error) {
      this.state.set('changed');
      this.problem.set(this.words(error));
    }
  }

  private take(issue: ReportIssueDetail, html: string): void {
    this.issue.set(issue);
    this.html.set(html);
    this.past.set([]);
    this.draft.set(issue.found ? draftOf(issue.found, issue.edition) : []);
  }

  /** Something was pinned to it, or taken out again, while it is open: what was edited stays. */
  private async takePins(): Promise<void> {
    try {
      const issue = await firstValueFrom(this.client.issue(this.issueId()));
      this.html.set(await firstValueFrom(this.client.page(issue.id)));
      this.issue.set(issue);
      const pinned = issue.found ? draftOf(issue.found, null).filter(({ pin }) => pin) : [];
      this.draft.update((draft) => withPins(draft, pinned));
    } catch (error) {
      this.problem.set(this.words(error));
    }
  }

  private words(error: unknown): string {
    return error === undefined || error === null ? '' : describeProblem(error, this.locale).message;
  }
}
