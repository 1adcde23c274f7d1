import { CdkMenu, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { UI_LANGUAGE_NAMES, UI_LANGUAGES } from '@moodline/shared/i18n';
import { Icon, LocaleStore } from '@moodline/shared/ui';

/** The languages of the interface, each by the name it gives itself; a choice takes effect at once. */
@Component({
  selector: 'ml-language-menu',
  imports: [CdkMenu, CdkMenuItemRadio, CdkMenuTrigger, Icon, TranslocoPipe],
  template: `
    <button
      type="button"
      class="icon-button"
      [cdkMenuTriggerFor]="menu"
      [attr.aria-label]="'shell.language' | transloco"
      [title]="'shell.language' | transloco"
    >
      <ml-icon name="language" />
    </button>
    <ng-template #menu>
      <div class="floating menu" cdkMenu [attr.aria-label]="'shell.language' | transloco">
        @for (language of languages; track language) {
          <button
            type="button"
            cdkMenuItemRadio
            [lang]="language"
            [cdkMenuItemChecked]="language === locale.language()"
            (cdkMenuItemTriggered)="locale.setLanguage(language)"
          >
            {{ names[language] }}
          </button>
        }
      </div>
    </ng-template>
  `,
  styles: `
    .menu {
      display: grid;
      min-inline-size: 144px;
      padding: var(--space-1);
    }

    .menu button {
      min-height: 36px;
      padding: var(--space-2) var(--space-3);
      border: 0;
      border-radius: var(--radius);
      background: transparent;
      color: var(--text);
      font: inherit;
      text-align: start;
      cursor: pointer;
    }

    .menu button[aria-checked='true'] {
      color: var(--accent);
      font-weight: 600;
    }

    .menu button:hover,
    .menu button:focus-visible {
      background: var(--accent-soft);
    }

    @media (pointer: coarse) {
      .menu button {
        min-height: 44px;
      }
    }
  `,
})
export class LanguageMenu {
  protected readonly locale = inject(LocaleStore);
  protected readonly languages = UI_LANGUAGES;
  protected readonly names = UI_LANGUAGE_NAMES;
}
