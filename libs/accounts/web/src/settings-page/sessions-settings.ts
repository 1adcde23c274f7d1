import { Component, computed, inject } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OpenSession } from '@moodline/accounts/contract';
import { describeProblem, keptAnswer, LocaleStore, NO_QUESTION } from '@moodline/shared/ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { AccountsClient } from '../accounts.client';
import { browserOf } from './browser-name';

/** The browsers in which one is signed in, each to be signed out. */
@Component({
  selector: 'ml-sessions-settings',
  imports: [TranslocoPipe],
  templateUrl: './sessions-settings.html',
  styleUrls: ['./settings-page.css', './sessions-settings.css'],
})
export class SessionsSettings {
  private readonly client = inject(AccountsClient);
  private readonly toasts = inject(MatSnackBar);
  protected readonly locale = inject(LocaleStore);

  private readonly answer = keptAnswer(NO_QUESTION, () => this.client.sessions());
  protected readonly sessions = this.answer.value;
  protected readonly others = computed(() => (this.sessions() ?? []).some(({ current }) => !current));

  protected browser({ agent }: OpenSession): string {
    return browserOf(agent) ?? this.locale.translate('accounts.sessions.unknown');
  }

  protected end({ id }: OpenSession): Promise<void> {
    return this.tell(this.client.endSession(id));
  }

  protected endOthers(): Promise<void> {
    return this.tell(this.client.endOtherSessions());
  }

  private async tell(call: Observable<unknown>): Promise<void> {
    try {
      await firstValueFrom(call, { defaultValue: null });
    } catch (error) {
      this.toasts.open(describeProblem(error, this.locale).message, undefined, { duration: 6_000 });
    } finally {
      this.answer.reload();
    }
  }
}
