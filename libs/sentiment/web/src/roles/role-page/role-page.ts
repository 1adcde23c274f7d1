import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { LONGEST_PROMPT, MOST_PROMPT_TOKENS, roughTokens } from '@moodline/sentiment/contract';
import { describeProblem, DialogOpener, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { RelabellingCard } from '../../relabelling/relabelling-card';
import { RolesClient } from '../roles.client';
import { PromptDiff } from './prompt-diff';
import { RoleApi } from './role-api';
import { RoleRatesCard } from './role-rates';
import { RoleStore } from './role-store';
import { RoleTexts } from './role-texts';
import { RoleTrial, type TriedPrompt } from './role-trial';
import { UnmeasuredDialog, type UnmeasuredChoice } from './unmeasured-dialog';
import { VersionEvaluationCard } from './version-evaluation';
import { VersionList } from './version-list';

const TOAST_MS = 8_000;

/** One role: its versions, its prompt to write on, what changed, how it answers, and which version is in use. */
@Component({
  selector: 'ml-role-page',
  imports: [
    PromptDiff,
    RelabellingCard,
    RoleApi,
    RoleRatesCard,
    RoleTexts,
    RoleTrial,
    RouterLink,
    TranslocoPipe,
    VersionEvaluationCard,
    VersionList,
  ],
  providers: [RoleStore],
  templateUrl: './role-page.html',
  styleUrl: './role-page.css',
})
export class RolePage {
  protected readonly store = inject(RoleStore);
  protected readonly locale = inject(LocaleStore);
  private readonly dialog = inject(DialogOpener);
  private readonly toasts = inject(MatSnackBar);
  private readonly router = inject(Router);
  private readonly client = inject(RolesClient);
  private readonly permissions = inject(HeldPermissions);
  private readonly evaluation = viewChild(VersionEvaluationCard);

  /** Of the address. */
  readonly name = input.required<string>();

  protected readonly most = MOST_PROMPT_TOKENS;
  protected readonly note = signal('');
  protected readonly busy = signal<'save' | 'use' | null>(null);
  protected readonly saveProblem = signal<string | null>(null);
  protected readonly compared = signal<number | null | undefined>(undefined);

  protected readonly may = computed(() => this.permissions.has('roles.write'));
  protected readonly problem = computed(() =>
    this.store.error() ? describeProblem(this.store.error(), this.locale).message : null,
  );
  protected readonly shownVersion = computed(() =>
    this.store.showsUnsaved() ? null : (this.store.shown()?.version ?? null),
  );
  protected readonly tokens = computed(() => roughTokens(this.store.system().trim()));
  protected readonly fault = computed(() => {
    if (!this.store.system().trim()) return 'empty';
    return this.tokens() > MOST_PROMPT_TOKENS || this.store.system().trim().length > LONGEST_PROMPT ? 'tooLong' : null;
  });
  /** How the shown version of the label role is read, in words that say what it costs. */
  protected readonly way = computed(() => {
    const role = this.store.role();
    if (role?.role.name !== 'label') return null;
    const byHead = this.shownVersion() !== null && this.store.shown()?.kind === 'head';
    if (!role.model.heads) return byHead ? 'headElsewhere' : null;
    return byHead ? 'head' : 'prompt';
  });
  protected readonly tried = computed<TriedPrompt>(() =>
    this.shownVersion() === null ? { system: this.store.system() } : { version: this.shownVersion() ?? 1 },
  );
  /** What the prompt is compared with: what was chosen, else the version in use, else the one before. */
  protected readonly before = computed(() => {
    const versions = this.store.role()?.versions ?? [];
    const chosen = this.compared();
    if (chosen === null) return null;
    const shown = this.shownVersion();
    const active = this.store.active();
    const usual =
      active && active.version !== shown
        ? active
        : versions[versions.findIndex(({ version }) => version === shown) + 1];
    return (
      versions.find(({ version }) => version === chosen && version !== shown) ??
      (this.store.showsUnsaved() ? this.store.shown() : usual) ??
      null
    );
  });
  protected readonly others = computed(() =>
    (this.store.role()?.versions ?? []).filter(({ version }) => version !== this.shownVersion()),
  );

  constructor() {
    effect(() => {
      const name = this.name();
      untracked(() => void this.store.load(name));
    });
  }

  protected async save(): Promise<void> {
    if (this.fault() || this.busy() || !this.store.showsUnsaved()) return;
    this.busy.set('save');
    this.saveProblem.set(null);
    try {
      const version = await this.store.save(this.note().trim());
      this.note.set('');
      this.toast(this.locale.translate('roles.editor.saved', { version }));
    } catch (error) {
      this.saveProblem.set(describeProblem(error, this.locale).message);
    } finally {
      this.busy.set(null);
    }
  }

  protected discard(): void {
    const unsaved = this.store.system();
    this.store.discardUnsaved();
    this.saveProblem.set(null);
    const undo = this.toasts.open(
      this.locale.translate('roles.editor.discarded'),
      this.locale.translate('roles.editor.undo'),
      { duration: TOAST_MS },
    );
    undo.onAction().subscribe(() => this.store.write(unsaved));
  }

  /** Puts the shown version in use; one that was never measured and labels comments only when people insist. */
  protected async use(): Promise<void> {
    const version = this.store.shown();
    if (!version || this.busy()) return;
    const shipped = version.createdAt === null;
    if (this.name() !== 'label' || shipped || version.evaluations.length) return this.activate(version.version, false);
    const open = this.dialog.open<UnmeasuredChoice, number, UnmeasuredDialog>(UnmeasuredDialog, {
      name: 'unmeasured',
      labelledBy: 'dialog-title',
      data: version.version,
    });
    const choice = await firstValueFrom(open.closed);
    if (choice === 'use') await this.activate(version.version, true);
    if (choice === 'evaluate') {
      document.getElementById('evaluation')?.scrollIntoView({ block: 'nearest' });
      await this.evaluation()?.run();
    }
  }

  /** Takes a role of the workspace's own away; the message has the way back. */
  protected async remove(): Promise<void> {
    const role = this.store.role()?.role;
    if (!role?.own || this.busy()) return;
    try {
      await firstValueFrom(this.client.remove(role.name));
      await this.router.navigateByUrl('/settings/roles');
      const said = this.locale.translate('roles.removed', { title: this.locale.text(role.title) });
      const toast = this.toasts.open(said, this.locale.translate('roles.editor.undo'), { duration: TOAST_MS });
      toast.onAction().subscribe(() => void this.bringBack(role.name));
    } catch (error) {
      this.toast(describeProblem(error, this.locale).message);
    }
  }

  private async bringBack(name: string): Promise<void> {
    try {
      await firstValueFrom(this.client.restore(name));
      await this.router.navigate(['/settings/roles', name]);
    } catch (error) {
      this.toast(describeProblem(error, this.locale).message);
    }
  }

  protected reload(): void {
    void this.store.load(this.name());
  }

  protected compareWith(index: number): void {
    this.compared.set(index === 0 ? null : (this.others()[index - 1]?.version ?? null));
  }

  private async activate(version: number, confirmed: boolean): Promise<void> {
    this.busy.set('use');
    try {
      const before = await this.store.activate(version, confirmed);
      const message = this.locale.translate(this.name() === 'label' ? 'roles.editor.usedLabels' : 'roles.editor.used', {
        version,
      });
      const toast = this.toasts.open(
        message,
        before === null || before === version ? undefined : this.locale.translate('roles.editor.undo'),
        { duration: TOAST_MS },
      );
      // It was in use a moment ago, measured or not.
      toast.onAction().subscribe(() => void this.activate(before ?? version, true));
    } catch (error) {
      this.toast(describeProblem(error, this.locale).message);
    } finally {
      this.busy.set(null);
    }
  }

  private toast(message: string): void {
    this.toasts.open(message, undefined, { duration: TOAST_MS });
  }
}
