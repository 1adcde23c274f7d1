import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Role, RoleRates } from '@moodline/sentiment/contract';
import { LocaleStore } from '@moodline/shared/ui';

/** Below so many per cent of texts without a flaw a role is called weak. */
const WEAK = 85;
const BUNDLED_MODEL = 'moodline-qwen-0.5b';

/** How the shipped prompt of a role did with the bundled model: rule by rule, as written and as shown. */
@Component({
  selector: 'ml-role-rates',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './role-rates.html',
  styleUrl: './role-rates.css',
})
export class RoleRatesCard {
  private readonly locale = inject(LocaleStore);

  readonly role = input.required<Role>();
  readonly rates = input.required<RoleRates>();

  protected readonly isWeak = computed(() => this.rates().all.before < WEAK);
  /** The model in use where it is not the one that was measured. */
  protected readonly otherModel = computed(() => {
    const { name } = this.role().model;
    return name === BUNDLED_MODEL ? null : name;
  });
  protected readonly rules = computed(() =>
    Object.entries(this.rates().rules)
      .map(([rule, shares]) => ({ name: this.nameOf(rule), ...shares }))
      .sort((a, b) => a.before - b.before),
  );
  /** Rules that every text passed are told in one line. */
  protected readonly missed = computed(() => this.rules().filter(({ before, after }) => before < 100 || after < 100));
  protected readonly passed = computed(() =>
    this.rules()
      .filter(({ before, after }) => before === 100 && after === 100)
      .map(({ name }) => name)
      .join(this.locale.translate('roles.rates.comma')),
  );

  protected percent(share: number): string {
    return this.locale.formats().percent(share / 100, 0);
  }

  private nameOf(rule: string): string {
    const key = `roles.rates.rule.${rule}`;
    const words = this.locale.translate(key);
    return words === key ? rule : words;
  }
}
