import { Component, computed, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { KEY_DAYS, type ApiKey } from '@moodline/accounts/contract';
import { describeProblem, keptAnswer, LocaleStore, NO_QUESTION } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { LinkNotice } from '../link-notice/link-notice';
import { KEY_PURPOSES, permissionsOf, purposeOf, type KeyPurpose } from './key-purpose';
import { KeysClient } from './keys.client';

/** Keys for programs on other machines: made with a purpose and an end, shown once, ended at any time. */
@Component({
  selector: 'ml-keys-page',
  imports: [LinkNotice, ReactiveFormsModule, RouterLink, TranslocoPipe],
  templateUrl: './keys-page.html',
  styleUrl: '../members-page/members-page.css',
})
export class KeysPage {
  private readonly client = inject(KeysClient);
  private readonly toasts = inject(MatSnackBar);
  protected readonly locale = inject(LocaleStore);

  private readonly answer = keptAnswer(NO_QUESTION, () => this.client.list());
  protected readonly keys = this.answer.value;
  protected readonly problem = computed(() => this.words(this.answer.failure()));
  protected readonly purposes = KEY_PURPOSES;
  protected readonly ends = [30, 90, KEY_DAYS];
  protected readonly purpose = signal<KeyPurpose>('read');
  protected readonly days = signal(90);
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: ['', [Validators.required, Validators.maxLength(80), Validators.pattern(/\S/)]],
  });
  protected readonly busy = signal(false);
  protected readonly fresh = signal<{ readonly key: string; readonly words: string } | null>(null);
  protected readonly removing = signal<number | null>(null);

  protected purposeWords({ permissions }: ApiKey): string {
    const purpose = purposeOf(permissions);
    return purpose ? this.locale.translate(`accounts.keys.purpose.${purpose}`) : permissions.join(', ');
  }

  protected isOver({ expiresAt }: ApiKey): boolean {
    return Date.parse(expiresAt) < Date.now();
  }

  protected reload(): void {
    this.answer.reload();
  }

  protected async create(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid) return;
    const { name } = this.form.getRawValue();
    await this.tell(async () => {
      const wanted = { name, permissions: permissionsOf(this.purpose()), days: this.days() };
      const { key, expiresAt } = await firstValueFrom(this.client.create(wanted));
      const until = this.locale.formats().moment(expiresAt);
      this.fresh.set({ key, words: this.locale.translate('accounts.keys.fresh', { name, until }) });
      this.form.reset();
    });
  }

  /** The first click asks, the second one ends the key. */
  protected async remove({ id }: ApiKey): Promise<void> {
    if (this.removing() !== id) return this.removing.set(id);
    this.removing.set(null);
    await this.tell(async () => void (await firstValueFrom(this.client.remove(id), { defaultValue: null })));
  }

  private async tell(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await work();
    } catch (error) {
      this.toasts.open(this.words(error), undefined, { duration: 6_000 });
    } finally {
      this.busy.set(false);
      this.reload();
    }
  }

  private words(error: unknown): string {
    return error === undefined ? '' : describeProblem(error, this.locale).message;
  }
}
