import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Comment, CommentNote } from '@moodline/comments/contract';
import { describeProblem, Icon, LocaleStore } from '@moodline/shared/ui';
import { filter, firstValueFrom, Subscription } from 'rxjs';
import { WorkClient } from '../work/work.client';
import { Working } from '../work/working';

/** What the team wrote beside a comment. Whoever may work on it writes; who wrote a note, or owns the workspace, removes it. */
@Component({
  selector: 'ml-comment-notes',
  imports: [Icon, TranslocoPipe],
  template: `
    <section class="card" [attr.aria-label]="'comments.work.notes.title' | transloco">
      <h2>{{ 'comments.work.notes.title' | transloco }}</h2>
      @if (problem(); as words) {
        <p class="problem small" role="alert">{{ 'comments.work.notes.failed' | transloco: { problem: words } }}</p>
      }
      <ul>
        @for (note of notes(); track note.id) {
          <li>
            <p class="text" dir="auto">{{ note.text }}</p>
            <p class="muted small">
              {{ note.by }} · <time [attr.datetime]="note.at">{{ locale.formats().dateTime(note.at) }}</time>
            </p>
            @if (note.mine && working.allowed()) {
              <button
                class="icon-button"
                type="button"
                [attr.aria-label]="'comments.work.notes.remove' | transloco: { name: note.by }"
                (click)="remove(note)"
              >
                <ml-icon name="close" />
              </button>
            }
          </li>
        } @empty {
          <li class="muted small">{{ 'comments.work.notes.none' | transloco }}</li>
        }
      </ul>
      @if (working.allowed() && !comment().erasedAt) {
        <form (submit)="add($event)">
          <textarea
            #field
            class="input"
            rows="2"
            maxlength="2000"
            [attr.aria-label]="'comments.work.notes.text' | transloco"
            [placeholder]="'comments.work.notes.placeholder' | transloco"
            [value]="written()"
            (input)="written.set(field.value)"
          ></textarea>
          <button class="button" type="submit" [disabled]="!written().trim() || sending()">
            {{ 'comments.work.notes.add' | transloco }}
          </button>
        </form>
      }
    </section>
  `,
  styleUrl: './comment-notes.css',
})
export class CommentNotes {
  private readonly client = inject(WorkClient);
  protected readonly locale = inject(LocaleStore);
  protected readonly working = inject(Working);
  private loading = new Subscription();

  readonly comment = input.required<Comment>();

  protected readonly notes = signal<readonly CommentNote[]>([]);
  protected readonly problem = signal<string | null>(null);
  protected readonly written = signal('');
  protected readonly sending = signal(false);
  private loaded = 0;

  constructor() {
    effect(() => {
      const { id } = this.comment();
      if (id !== this.loaded) untracked(() => this.load(id));
    });
    this.working.news
      .pipe(
        filter((ids) => ids.includes(this.comment().id)),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.load(this.comment().id));
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.written().trim();
    if (!text || this.sending()) return;
    this.sending.set(true);
    const { id } = this.comment();
    const added = await this.working.keep(async () => {
      await firstValueFrom(this.client.addNote(id, text));
      return true;
    });
    this.sending.set(false);
    if (!added) return;
    this.written.set('');
    this.load(id);
  }

  protected async remove(note: CommentNote): Promise<void> {
    const { id } = this.comment();
    const done = (work: () => Promise<unknown>) =>
      this.working.keep(async () => {
        await work();
        this.load(id);
        return true;
      });
    if (!(await done(() => firstValueFrom(this.client.removeNote(note.id))))) return;
    this.working.tell('comments.work.notes.removed', {}, async () => {
      await done(() => firstValueFrom(this.client.addNote(id, note.text)));
    });
  }

  private load(id: number): void {
    if (id !== this.loaded) this.notes.set([]);
    this.loaded = id;
    this.loading.unsubscribe();
    this.loading = this.client.notes(id).subscribe({
      next: (notes) => {
        this.notes.set(notes);
        this.problem.set(null);
      },
      error: (error: unknown) => this.problem.set(describeProblem(error, this.locale).message),
    });
  }
}
