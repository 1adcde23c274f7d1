import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Alert, AlertMeasure, AlertNote, AlertPerson } from '@moodline/alerts/contract';
import { CommentDrawerOpener } from '@moodline/comments/web';
import type { CommentFilter } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { AlertsClient } from '../alerts.client';
import { headlineOf } from '../measure-words';

/** Of how many hours before the alert the comments are opened with it. */
const BEFORE_MS = 3_600_000;

/** Measures that are not of negative comments. */
const SEES_ALL: readonly AlertMeasure[] = ['volume', 'themes', 'stars'];

/** One alert: what, how big, since when, by which comments; who sees to it and what they say. */
@Component({
  selector: 'ml-alert-card',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './alert-card.html',
  styleUrl: './alert-card.css',
})
export class AlertCard {
  private readonly client = inject(AlertsClient);
  private readonly drawer = inject(CommentDrawerOpener);
  protected readonly locale = inject(LocaleStore);

  readonly alert = input.required<Alert>();
  readonly people = input<readonly AlertPerson[]>([]);
  readonly editable = input(false);
  readonly changed = output();

  protected readonly notes = signal<readonly AlertNote[] | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly note = signal('');
  protected readonly title = computed(() => headlineOf(this.alert(), this.locale));
  /** The comments of a key or a quota are none. */
  protected readonly hasComments = computed(() => this.alert().measure !== 'ending');
  protected readonly otherTheme = computed(() => {
    const { measure, theme } = this.alert();
    return measure === 'themes' || measure === 'ending' ? null : theme;
  });

  protected openComments(): void {
    const { since, overAt, monitor, tag, sources, languages, measure, themeId } = this.alert();
    const filter: CommentFilter = {
      from: new Date(Date.parse(since) - BEFORE_MS).toISOString(),
      ...(overAt && { to: overAt }),
      ...(monitor !== null && { monitor }),
      ...(tag !== null && { tag }),
      ...(sources.length && { source: sources.map(String) }),
      ...(languages.length && { language: languages as Language[] }),
      ...(themeId !== null && { theme: themeId }),
      ...(!SEES_ALL.includes(measure) && { label: ['negative'] }),
    };
    this.drawer.open({ filter }, this.title());
  }

  protected openComment(id: number): void {
    this.drawer.open({ ids: [id] }, this.title());
  }

  protected acknowledge(): Promise<void> {
    return this.tell(this.client.update(this.alert().id, { acknowledged: this.alert().acknowledgedAt === null }));
  }

  protected assign(id: string): Promise<void> {
    return this.tell(this.client.update(this.alert().id, { assignee: id ? Number(id) : null }));
  }

  protected mute(): Promise<void> {
    return this.tell(this.client.mute(this.alert().rule.id, 24));
  }

  protected async showNotes(): Promise<void> {
    if (this.notes()) return this.notes.set(null);
    await this.loadNotes();
  }

  protected async say(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.note().trim();
    if (!text) return;
    await this.tell(this.client.addNote(this.alert().id, text));
    if (this.problem()) return;
    this.note.set('');
    await this.loadNotes();
  }

  private async loadNotes(): Promise<void> {
    try {
      this.notes.set(await firstValueFrom(this.client.notes(this.alert().id)));
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    }
  }

  private async tell(call: Observable<unknown>): Promise<void> {
    this.problem.set(null);
    try {
      await firstValueFrom(call, { defaultValue: null });
      this.changed.emit();
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    }
  }
}
