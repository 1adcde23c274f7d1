import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslocoPipe } from '@jsverse/transloco';
import { MOST_RELABELLING_DAYS, type Role } from '@moodline/sentiment/contract';
import { describeProblem, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { RelabellingPreviewView } from './relabelling-preview';
import { RelabellingStore } from './relabelling-store';
import type { RelabellingStep } from './relabelling.client';

const TOAST_MS = 8_000;
const USUAL_DAYS = 30;

/** Labels comments of the last days again: start, progress, what would change, switch or discard. */
@Component({
  selector: 'ml-relabelling-card',
  imports: [RelabellingPreviewView, TranslocoPipe],
  providers: [RelabellingStore],
  templateUrl: './relabelling-card.html',
  styleUrl: './relabelling-card.css',
})
export class RelabellingCard {
  protected readonly store = inject(RelabellingStore);
  protected readonly locale = inject(LocaleStore);
  private readonly toasts = inject(MatSnackBar);
  private readonly permissions = inject(HeldPermissions);

  readonly role = input.required<Role>();
  /** The shown version; null while an unsaved prompt is. */
  readonly version = input.required<number | null>();
  /** Another version is in use now. */
  readonly switched = output<void>();

  protected readonly most = MOST_RELABELLING_DAYS;
  protected readonly days = signal(USUAL_DAYS);
  private readonly picked = signal<number | null>(null);
  protected readonly wanted = computed(() => this.picked() ?? this.version() ?? this.role().role.activeVersion);
  protected readonly busy = signal(false);
  protected readonly confirmed = signal(false);

  protected readonly may = computed(() => this.permissions.has('roles.write'));
  protected readonly problem = computed(() =>
    this.store.error() ? describeProblem(this.store.error(), this.locale).message : null,
  );
  protected readonly validDays = computed(
    () => Number.isInteger(this.days()) && this.days() >= 1 && this.days() <= this.most,
  );
  protected readonly secondsLeft = computed(() => {
    const current = this.store.current();
    if (!current || current.rate <= 0) return null;
    return (current.total - (current.state === 'switching' ? current.switched : current.done)) / current.rate;
  });
  protected readonly estimate = computed(() => {
    const scope = this.store.scope();
    return scope?.perSecond && scope.total > scope.done ? (scope.total - scope.done) / scope.perSecond : null;
  });
  /** Switching puts the version in use, which asks for a confirmation where nobody has measured it. */
  protected readonly unmeasured = computed(() => {
    const { role, versions } = this.role();
    const version = versions.find((known) => known.version === this.store.current()?.version);
    return (
      version !== undefined &&
      version.version !== role.activeVersion &&
      version.createdAt !== null &&
      !version.evaluations.length
    );
  });

  constructor() {
    void this.store.load();
    effect(() => {
      const request = this.validDays() && !this.store.open() ? { version: this.wanted(), days: this.days() } : null;
      untracked(() => this.store.look(request));
    });
    let before: string | undefined;
    effect(() => {
      const current = this.store.current();
      if (before === 'switching' && current?.state === 'switched') untracked(() => this.tellSwitched(current.switched));
      before = current?.state;
    });
  }

  protected pick(index: number): void {
    this.picked.set(this.role().versions[index]?.version ?? null);
  }

  protected async start(): Promise<void> {
    if (!this.validDays() || this.busy() || !this.store.scope()?.total) return;
    this.confirmed.set(false);
    await this.during(this.store.start({ version: this.wanted(), days: this.days() }));
  }

  protected async step(step: RelabellingStep): Promise<void> {
    const done = await this.during(this.store.step(step));
    if (done && step !== 'resume')
      this.toast(step === 'cancel' ? 'relabelling.toast.stopped' : 'relabelling.toast.discarded');
    if (done && step === 'discard') await this.store.load();
  }

  protected async switch(): Promise<void> {
    if (this.busy() || (this.unmeasured() && !this.confirmed())) return;
    if (await this.during(this.store.switch(this.confirmed()))) this.switched.emit();
  }

  private async during(work: Promise<boolean>): Promise<boolean> {
    this.busy.set(true);
    const done = await work;
    this.busy.set(false);
    return done;
  }

  private tellSwitched(count: number): void {
    this.toast('relabelling.toast.switched', { count: this.locale.formats().number(count) });
    this.switched.emit();
  }

  private toast(key: string, values?: Record<string, unknown>): void {
    this.toasts.open(this.locale.translate(key, values), undefined, { duration: TOAST_MS });
  }
}
