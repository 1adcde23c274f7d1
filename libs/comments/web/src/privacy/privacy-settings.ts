import { Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { TranslocoPipe } from '@jsverse/transloco';
import { LEAST_RETENTION_DAYS, RETENTION_DAYS, type Privacy, type RetentionPreview } from '@moodline/comments/contract';
import { describeProblem, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { catchError, debounceTime, EMPTY, firstValueFrom, of, Subject, switchMap, timer } from 'rxjs';
import { PrivacyClient } from './privacy.client';

/** While texts are being erased, how many are left is asked for so often. */
const LOOK_AGAIN_MS = 1_000;
const MOST_DAYS = 3650;

/** What is stored of people, how long texts are kept, and what was forgotten. */
@Component({
  selector: 'ml-privacy-settings',
  imports: [TranslocoPipe],
  templateUrl: './privacy-settings.html',
  styleUrl: './privacy-settings.css',
})
export class PrivacySettings {
  private readonly client = inject(PrivacyClient);
  protected readonly locale = inject(LocaleStore);
  protected readonly mayChange = computed(() => this.permissions.has('comments.forget'));
  private readonly permissions = inject(HeldPermissions);

  protected readonly offered = RETENTION_DAYS;
  protected readonly state = signal<Privacy | null>(null);
  protected readonly failure = signal<string | null>(null);
  /** What is chosen in the list: `keep`, days, or `custom`. */
  protected readonly choice = signal('keep');
  protected readonly ownDays = signal('');
  protected readonly preview = signal<RetentionPreview | null>(null);
  protected readonly typed = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  /** The days that are chosen; null for ever, undefined while they are no valid number. */
  protected readonly days = computed(() => {
    if (this.choice() === 'keep') return null;
    const days = Number(this.choice() === 'custom' ? this.ownDays() || Number.NaN : this.choice());
    return Number.isInteger(days) && days >= LEAST_RETENTION_DAYS && days <= MOST_DAYS ? days : undefined;
  });
  protected readonly changed = computed(() => this.days() !== undefined && this.days() !== this.state()?.days);
  protected readonly confirmed = computed(() => {
    if (this.days() === null) return true;
    const preview = this.preview();
    return (
      preview !== null &&
      preview.days === this.days() &&
      (preview.comments === 0 || this.typed().replace(/\D/g, '') === String(preview.comments))
    );
  });
  private readonly previews = new Subject<number | null>();

  constructor() {
    this.previews
      .pipe(
        debounceTime(250),
        switchMap((days) =>
          days === null
            ? of(null)
            : this.client.retentionPreview(days).pipe(catchError((error: unknown) => this.tell(error))),
        ),
        takeUntilDestroyed(),
      )
      .subscribe((preview) => this.preview.set(preview));
    timer(0, LOOK_AGAIN_MS)
      .pipe(
        switchMap((round) =>
          round === 0 || this.state()?.due
            ? this.client.state().pipe(catchError((error: unknown) => this.tellFailure(error)))
            : EMPTY,
        ),
        takeUntilDestroyed(),
      )
      .subscribe((state) => this.take(state));
  }

  protected async load(): Promise<void> {
    this.failure.set(null);
    try {
      this.take(await firstValueFrom(this.client.state()));
    } catch (error) {
      this.failure.set(describeProblem(error, this.locale).message);
    }
  }

  protected choose(choice: string): void {
    this.choice.set(choice);
    this.look();
  }

  protected chooseOwn(days: string): void {
    this.ownDays.set(days.trim());
    this.look();
  }

  protected async save(): Promise<void> {
    const days = this.days();
    if (days === undefined || !this.changed() || !this.confirmed() || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await firstValueFrom(this.client.changeRetention(days));
      this.preview.set(null);
      this.typed.set('');
      this.take(await firstValueFrom(this.client.state()));
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.busy.set(false);
    }
  }

  /** Shows anew what would go, for what is chosen now. */
  private look(): void {
    this.preview.set(null);
    this.typed.set('');
    this.problem.set(null);
    this.previews.next(this.changed() ? (this.days() ?? null) : null);
  }

  private take(state: Privacy): void {
    const first = this.state() === null;
    this.state.set(state);
    this.failure.set(null);
    if (!first) return;
    const { days } = state;
    const isOffered = RETENTION_DAYS.some((offered) => offered === days);
    this.choice.set(days === null ? 'keep' : isOffered ? String(days) : 'custom');
    if (days !== null && !isOffered) this.ownDays.set(String(days));
  }

  private tell(error: unknown) {
    this.problem.set(describeProblem(error, this.locale).message);
    return of(null);
  }

  private tellFailure(error: unknown) {
    this.failure.set(describeProblem(error, this.locale).message);
    return EMPTY;
  }
}
