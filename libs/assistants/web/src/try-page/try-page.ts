import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TriedLabels, TriedReply } from '@moodline/assistants/contract';
import { LABEL_SIGNS } from '@moodline/comments/web';
import type { RoleSummary } from '@moodline/sentiment/contract';
import { LABELS } from '@moodline/comments/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { Subscription } from 'rxjs';
import { TextStream } from '../text-stream';
import { TryClient } from '../try.client';
import { triedLines } from './tried-lines';

/** Typing has stopped: the label is asked for after the first of these, the reply after the second. The next key takes back what was asked. */
const LABEL_AFTER_MS = 50;
const REPLY_AFTER_MS = 1_200;

/**
 * The model in two roles, to be tried with any text: the judge labels it while it is typed, the companion answers. Several lines are labelled
 * in a table. Nothing is stored.
 */
@Component({
  selector: 'ml-try-page',
  imports: [RouterLink, TranslocoPipe],
  providers: [TextStream],
  templateUrl: './try-page.html',
  styleUrl: './try-page.css',
})
export class TryPage {
  private readonly client = inject(TryClient);
  protected readonly locale = inject(LocaleStore);
  protected readonly writing = inject(TextStream);

  /** Of the address: the role that answers at first. */
  readonly role = input<string>();

  protected readonly signs = LABEL_SIGNS;
  protected readonly options = LABELS;
  protected readonly samples = [1, 2, 3] as const;
  protected readonly typed = signal('');
  protected readonly lines = computed(() => triedLines(this.typed()));
  protected readonly labels = signal<TriedLabels | null>(null);
  protected readonly reply = signal<TriedReply | null>(null);
  protected readonly labelling = signal(false);
  /** Why there are no labels. */
  protected readonly unlabelled = signal('');
  protected readonly single = computed(() => {
    const { texts } = this.labels() ?? { texts: [] };
    return texts.length === 1 ? (texts[0] ?? null) : null;
  });
  /** How the judge was asked, then how the companion was. */
  protected readonly asked = computed(() =>
    [this.labels()?.asked, this.reply()?.asked].flatMap((one) => (one ? [one] : [])),
  );
  /** Own roles that can answer instead of the companion; none where they cannot be read. */
  protected readonly roles = signal<readonly RoleSummary[]>([]);
  /** The name of the role that answers; empty for the companion. */
  protected readonly answers = signal('');
  protected readonly answering = computed(() => {
    const role = this.roles().find(({ name }) => name === this.answers());
    return role ? this.locale.text(role.title) : this.locale.translate('try.companion');
  });
  private timers: ReturnType<typeof setTimeout>[] = [];
  private asking = new Subscription();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stopAll());
    this.client
      .ownRoles()
      .pipe(takeUntilDestroyed())
      .subscribe({ next: (roles) => this.choose(roles), error: () => undefined });
  }

  protected type(text: string): void {
    this.typed.set(text);
    this.stopAll();
    this.unlabelled.set('');
    this.writing.clear();
    this.reply.set(null);
    const { texts } = this.lines();
    if (!texts.length) return this.labels.set(null);
    this.timers = [setTimeout(() => this.label(texts), LABEL_AFTER_MS)];
    if (texts.length === 1) this.timers.push(setTimeout(() => void this.answer(), REPLY_AFTER_MS));
  }

  protected sample(number: number): void {
    this.type(this.locale.translate(`try.sample.${number}`));
  }

  /** Lets another role answer; what was typed is answered anew. */
  protected change(role: string): void {
    this.answers.set(role);
    this.writing.clear();
    this.reply.set(null);
    if (this.single()) void this.answer();
  }

  /** The chosen role answers the first line. */
  protected async answer(): Promise<void> {
    const [text] = this.lines().texts;
    if (!text || this.writing.running()) return;
    this.reply.set(null);
    const role = this.answers() || undefined;
    await this.writing.follow(
      (signal) => this.client.reply({ text, role }, signal),
      ({ reply }) => this.reply.set(reply),
    );
  }

  /** Takes the roles, and the one that the address names. */
  private choose(roles: readonly RoleSummary[]): void {
    this.roles.set(roles);
    const wanted = this.role();
    if (wanted && roles.some(({ name }) => name === wanted)) this.answers.set(wanted);
  }

  private label(texts: readonly string[]): void {
    this.labelling.set(true);
    this.asking = this.client.labels(texts).subscribe({
      next: (found) => {
        this.labels.set(found);
        this.labelling.set(false);
      },
      error: (error: unknown) => {
        this.unlabelled.set(describeProblem(error, this.locale).message);
        this.labelling.set(false);
      },
    });
  }

  private stopAll(): void {
    this.timers.forEach(clearTimeout);
    this.asking.unsubscribe();
    this.labelling.set(false);
    this.writing.stop();
  }
}
