import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  LONGEST_PROMPT,
  MOST_CHOICES,
  MOST_PROMPT_TOKENS,
  ROLE_TEMPLATES,
  roughTokens,
  TRIAL_TEXTS,
  type NewRole,
  type RoleTemplate,
  type TemplateLanguage,
} from '@moodline/sentiment/contract';
import { describeProblem, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { RolesClient } from '../roles.client';

/** A role is made from a template: what it is for, what it answers, and its first prompt. */
@Component({
  selector: 'ml-new-role-page',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './new-role-page.html',
  styleUrl: './new-role-page.css',
})
export class NewRolePage {
  private readonly client = inject(RolesClient);
  private readonly router = inject(Router);
  protected readonly locale = inject(LocaleStore);
  protected readonly may = inject(HeldPermissions).has('roles.write');

  protected readonly templates = ROLE_TEMPLATES;
  protected readonly languages: readonly TemplateLanguage[] = ['zh', 'en', 'ja'];
  protected readonly template = signal<RoleTemplate>(ROLE_TEMPLATES[0] as RoleTemplate);
  protected readonly language = signal<TemplateLanguage>(this.locale.language());
  protected readonly title = signal('');
  protected readonly purpose = signal('');
  protected readonly system = signal('');
  /** One answer a line. */
  protected readonly answers = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal('');

  protected readonly isChoosing = computed(() => this.template().task === 'choose');
  protected readonly options = computed(() => [
    ...new Set(
      this.answers()
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ]);
  protected readonly tokens = computed(() => roughTokens(this.system().trim()));
  /** What has to be put right before the role can be made. */
  protected readonly fault = computed(() => {
    const system = this.system().trim();
    if (!this.title().trim()) return 'title';
    if (!system) return 'prompt';
    if (system.length > LONGEST_PROMPT || this.tokens() > MOST_PROMPT_TOKENS) return 'long';
    const { length } = this.options();
    return this.isChoosing() && (length < 2 || length > MOST_CHOICES) ? 'answers' : null;
  });

  constructor() {
    this.begin(this.template());
  }

  /** Fills the form from a template in the chosen language. */
  protected begin(template: RoleTemplate): void {
    this.template.set(template);
    this.fill();
  }

  protected speak(language: string): void {
    this.language.set(language as TemplateLanguage);
    this.fill();
  }

  protected async create(): Promise<void> {
    if (this.fault() || this.busy()) return;
    this.busy.set(true);
    this.problem.set('');
    try {
      const name = await firstValueFrom(this.client.create(this.role()));
      await this.router.navigate(['/settings/roles', name]);
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.busy.set(false);
    }
  }

  private role(): NewRole {
    return {
      title: this.title().trim(),
      purpose: this.purpose().trim(),
      language: this.language(),
      task: this.template().task,
      options: this.isChoosing() ? this.options() : [],
      system: this.system(),
      sample: TRIAL_TEXTS[this.language()][0] ?? '',
    };
  }

  private fill(): void {
    const { key, system, options } = this.template();
    this.title.set(this.locale.translate(`roles.new.template.${key}.title`));
    this.purpose.set(this.locale.translate(`roles.new.template.${key}.text`));
    this.system.set(system[this.language()]);
    this.answers.set(options?.[this.language()].join('\n') ?? '');
  }
}
