import { Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslocoPipe } from '@jsverse/transloco';
import { KEEP_MOST, PASSPHRASE_LEAST, type Backups } from '@moodline/backups/contract';
import { describeProblem, HeldPermissions, LocaleStore, Reveal } from '@moodline/shared/ui';
import { catchError, EMPTY, firstValueFrom, type Observable, switchMap, timer } from 'rxjs';
import { BackupsClient } from './backups.client';

/** While one is being made, it is asked so often whether it is there. */
const LOOK_AGAIN_MS = 2_000;

/** Backups: when they are made by themselves, those that are there, and how one is restored. For owners only. */
@Component({
  selector: 'ml-backup-settings',
  imports: [ReactiveFormsModule, Reveal, TranslocoPipe],
  templateUrl: './backup-settings.html',
  styleUrl: './backup-settings.css',
})
export class BackupSettings {
  private readonly client = inject(BackupsClient);
  private readonly toasts = inject(MatSnackBar);
  private readonly permissions = inject(HeldPermissions);
  protected readonly locale = inject(LocaleStore);

  protected readonly allowed = computed(() => this.permissions.has('backups.write'));
  protected readonly state = signal<Backups | null>(null);
  protected readonly failure = signal<string | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly hours = Array.from({ length: 24 }, (_, hour) => hour);
  protected readonly form = inject(NonNullableFormBuilder).group({
    nightly: false,
    hour: 3,
    keep: [7, [Validators.required, Validators.min(1), Validators.max(KEEP_MOST), Validators.pattern(/^\d+$/)]],
    passphrase: ['', Validators.minLength(PASSPHRASE_LEAST)],
  });

  constructor() {
    timer(0, LOOK_AGAIN_MS)
      .pipe(
        switchMap((round) => (this.allowed() && (round === 0 || this.state()?.running) ? this.ask() : EMPTY)),
        takeUntilDestroyed(),
      )
      .subscribe((state) => this.take(state));
  }

  protected clock(hour: number): string {
    return `${String(hour).padStart(2, '0')}:00`;
  }

  protected size(bytes: number): string {
    const large = bytes >= 1e6;
    return `${this.locale.formats().number(large ? bytes / 1e6 : Math.ceil(bytes / 1e3), large ? 1 : 0)} ${large ? 'MB' : 'kB'}`;
  }

  protected async load(): Promise<void> {
    this.failure.set(null);
    const state = await firstValueFrom(this.ask(), { defaultValue: null });
    if (state) this.take(state);
  }

  protected async save(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid) return;
    const { nightly, hour, keep, passphrase } = this.form.getRawValue();
    await this.tell(async () => {
      const plan = { nightly, hour: Number(hour), keep: Number(keep), ...(passphrase && { passphrase }) };
      this.show(await firstValueFrom(this.client.change(plan)));
      this.toasts.open(this.locale.translate('backups.saved'), undefined, { duration: 6_000 });
    });
  }

  protected async begin(): Promise<void> {
    await this.tell(async () => this.state.set(await firstValueFrom(this.client.begin())));
  }

  private ask(): Observable<Backups> {
    return this.client.state().pipe(
      catchError((error: unknown) => {
        this.failure.set(describeProblem(error, this.locale).message);
        return EMPTY;
      }),
    );
  }

  /** A new state while somebody types leaves the form alone. */
  private take(state: Backups): void {
    if (this.state()) this.state.set(state);
    else this.show(state);
  }

  private show(state: Backups): void {
    const { nightly, hour, keep } = state;
    this.state.set(state);
    this.form.reset({ nightly, hour, keep, passphrase: '' });
  }

  private async tell(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.busy.set(false);
    }
  }

  /** Why the last one failed, in the reader's language where that is known. */
  protected words({ code, message }: NonNullable<Backups['problem']>): string {
    const key = `errors.${code}`;
    const translated = this.locale.translate(key);
    return translated === key ? message : translated;
  }
}
