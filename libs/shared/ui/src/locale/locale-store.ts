import { DOCUMENT } from '@angular/common';
import { computed, inject, Injectable, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Formats, pickLanguage, UI_LANGUAGES, type UiLanguage } from '@moodline/shared/i18n';

const STORAGE_KEY = 'moodline.language';

/**
 * Language and time zone in which everything is shown. The language is remembered in this browser;
 * the zone is the workspace's and set by the shell once the session is known.
 */
@Injectable({ providedIn: 'root' })
export class LocaleStore {
  private readonly document = inject(DOCUMENT);
  private readonly transloco = inject(TranslocoService);
  private readonly chosenLanguage = signal(this.firstLanguage());
  private readonly zone = signal(Intl.DateTimeFormat().resolvedOptions().timeZone);

  readonly language = this.chosenLanguage.asReadonly();
  readonly timeZone = this.zone.asReadonly();
  /** Formats of the language and zone; read it in a computed or a template and it follows both. */
  readonly formats = computed(() => new Formats(this.language(), this.timeZone()));

  constructor() {
    this.apply();
  }

  /** Switches the interface and remembers the choice. */
  setLanguage(language: UiLanguage): void {
    this.document.defaultView?.localStorage.setItem(STORAGE_KEY, language);
    this.chosenLanguage.set(language);
    this.apply();
  }

  /** Shows the language of the account where nobody chose another one in this browser. */
  preferLanguage(language: UiLanguage): void {
    if (this.document.defaultView?.localStorage.getItem(STORAGE_KEY)) return;
    this.chosenLanguage.set(language);
    this.apply();
  }

  setTimeZone(timeZone: string): void {
    this.zone.set(timeZone);
  }

  /** Words for `key`; in a computed it follows the language. In templates use the `transloco` pipe. */
  translate(key: string, values?: Record<string, unknown>): string {
    return this.transloco.translate(key, values, this.language());
  }

  private apply(): void {
    this.transloco.setActiveLang(this.language());
    this.document.documentElement.lang = this.language() === 'zh' ? 'zh-CN' : 'en';
  }

  private firstLanguage(): UiLanguage {
    const window = this.document.defaultView;
    const remembered = window?.localStorage.getItem(STORAGE_KEY);
    return UI_LANGUAGES.find((language) => language === remembered) ?? pickLanguage(window?.navigator.languages ?? []);
  }
}
