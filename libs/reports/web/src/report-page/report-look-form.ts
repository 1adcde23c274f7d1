import { Component, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { reportLookSchema, type ReportLook } from '@moodline/reports/contract';
import { LocaleStore } from '@moodline/shared/ui';

/** How a report looks: title, colour and logo. */
@Component({
  selector: 'ml-report-look-form',
  imports: [TranslocoPipe],
  template: `
    <h2>{{ 'reports.look.title' | transloco }}</h2>
    <div class="row">
      <div class="field">
        <label for="look-title">{{ 'reports.look.heading' | transloco }}</label>
        <input
          id="look-title"
          class="input"
          maxlength="120"
          [value]="look().title ?? ''"
          (change)="set({ title: $any($event.target).value.trim() || null })"
        />
      </div>
      <div class="field narrow">
        <label for="look-colour">{{ 'reports.look.colour' | transloco }}</label>
        <input
          id="look-colour"
          class="input colour"
          type="color"
          [value]="look().colour"
          (change)="set({ colour: $any($event.target).value })"
        />
      </div>
    </div>
    <div class="field">
      <label for="look-logo">{{ 'reports.look.logo' | transloco }}</label>
      @if (look().logo; as logo) {
        <span><img class="logo" alt="" [src]="logo" /></span>
        <span>
          <button class="link-button small" type="button" (click)="set({ logo: null })">
            {{ 'reports.look.removeLogo' | transloco }}
          </button>
        </span>
      }
      <input id="look-logo" type="file" accept="image/png,image/jpeg" (change)="choose($event)" />
      <span class="hint">{{ 'reports.look.logoHint' | transloco }}</span>
      @if (problem(); as words) {
        <span class="error" role="alert">{{ words }}</span>
      }
    </div>
  `,
  styleUrl: './parts.css',
})
export class ReportLookForm {
  private readonly locale = inject(LocaleStore);
  readonly look = input.required<ReportLook>();
  readonly changes = output<ReportLook>();
  protected readonly problem = signal('');

  protected set(change: Partial<ReportLook>): void {
    this.changes.emit({ ...this.look(), ...change });
  }

  protected async choose(event: Event): Promise<void> {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (!file) return;
    const logo = await addressOf(file);
    const fits = reportLookSchema.shape.logo.safeParse(logo).success;
    this.problem.set(fits ? '' : this.locale.translate('reports.look.logoWrong'));
    if (fits) this.set({ logo });
  }
}

const addressOf = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read.'));
    reader.readAsDataURL(file);
  });
