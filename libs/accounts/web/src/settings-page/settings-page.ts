import { NgComponentOutlet } from '@angular/common';
import { Component, inject, signal, type Type } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, LocaleStore, SETTINGS_SECTIONS } from '@moodline/shared/ui';
import { SessionStore } from '../session/session-store';
import { AccountSettings } from './account-settings';
import { DemoSettings } from './demo-settings';
import { DisplaySettings } from './display-settings';
import { SecondFactorSettings } from './second-factor-settings';
import { SessionsSettings } from './sessions-settings';
import { WorkspaceSettings } from './workspace-settings';

/** The workspace, the own account, the display, the demo data, signing out. */
@Component({
  selector: 'ml-settings-page',
  imports: [
    AccountSettings,
    DemoSettings,
    DisplaySettings,
    NgComponentOutlet,
    RouterLink,
    SecondFactorSettings,
    SessionsSettings,
    TranslocoPipe,
    WorkspaceSettings,
  ],
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.css',
})
export class SettingsPage {
  protected readonly store = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly locale = inject(LocaleStore);
  private readonly toasts = inject(MatSnackBar);
  /** Sections of other domains, once they are loaded. */
  protected readonly sections = signal<readonly Type<unknown>[]>([]);

  constructor() {
    void Promise.all(inject(SETTINGS_SECTIONS).map((load) => load())).then((sections) => this.sections.set(sections));
  }

  protected async signOut(): Promise<void> {
    try {
      await this.store.signOut();
      await this.router.navigateByUrl('/sign-in');
    } catch (error) {
      this.toast(describeProblem(error, this.locale).message);
    }
  }

  private toast(message: string): void {
    this.toasts.open(message, undefined, { duration: 6_000 });
  }
}
