import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { UI_LANGUAGE_NAMES, UI_LANGUAGES } from '@moodline/shared/i18n';
import { LocaleStore, THEMES, ThemeStore } from '@moodline/shared/ui';

/** Language and colours, for this browser only; both take effect at once. */
@Component({
  selector: 'ml-display-settings',
  imports: [TranslocoPipe],
  templateUrl: './display-settings.html',
  styleUrl: './settings-page.css',
})
export class DisplaySettings {
  protected readonly locale = inject(LocaleStore);
  protected readonly theme = inject(ThemeStore);
  protected readonly languages = UI_LANGUAGES;
  protected readonly languageNames = UI_LANGUAGE_NAMES;
  protected readonly themes = THEMES;
}
