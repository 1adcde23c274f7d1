import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleStore } from '@moodline/shared/ui';
import type { ConfigField, Words } from '@moodline/sources/contract';
import { SecretInput } from './secret-input';
import type { SourceDraft } from './source-draft';

/** One field of a source's settings, as its kind describes it. */
@Component({
  selector: 'ml-config-field-input',
  imports: [SecretInput, TranslocoPipe],
  templateUrl: './config-field-input.html',
  styleUrl: './config-field-input.css',
})
export class ConfigFieldInput {
  protected readonly locale = inject(LocaleStore);

  readonly field = input.required<ConfigField>();
  readonly draft = input.required<SourceDraft>();

  protected readonly id = computed(() => `field-${this.field().name}`);
  protected readonly text = computed(() => String(this.draft().values()[this.field().name] ?? ''));
  protected readonly on = computed(() => this.draft().values()[this.field().name] === true);
  protected readonly secret = computed(
    () => this.draft().secrets()[this.field().name] ?? { state: 'given' as const, value: '' },
  );
  /** What is wrong with it, in words; null when nothing is, or it is too early to say. */
  protected readonly problem = computed(() => {
    const { name } = this.field();
    const fault = this.draft().shownFault(name);
    return fault
      ? this.locale.translate(`sources.form.fault.${fault.key}`, { limit: fault.limit })
      : this.draft().refusal(name);
  });
  protected readonly describedBy = computed(() =>
    this.problem() ? `${this.id()}-problem` : this.field().hint ? `${this.id()}-hint` : null,
  );

  protected words(words: Words): string {
    return this.locale.text(words);
  }

  protected enter(value: string | boolean): void {
    this.draft().set(this.field().name, value);
  }

  protected leave(): void {
    this.draft().leave(this.field().name);
  }
}
