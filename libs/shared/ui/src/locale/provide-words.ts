import { type EnvironmentProviders, inject, makeEnvironmentProviders, provideAppInitializer } from '@angular/core';
import { provideTransloco, type TranslocoLoader, TranslocoService } from '@jsverse/transloco';
import { mergeWords, UI_LANGUAGES, type UiLanguage, type Words, type WordTree } from '@moodline/shared/i18n';
import { forkJoin, from, type Observable, of } from 'rxjs';
import { LAZY_WORDS } from './lazy-words';
import { LocaleStore } from './locale-store';

/**
 * Transloco. The app gives no words here: `LAZY_WORDS` fetches those of the language that is shown, and the first draw waits for them.
 * Specs give the words of their domains, which are there from the first draw on; then English stands in for a word that is missing.
 */
export function provideWords(...lists: readonly Words[]): EnvironmentProviders {
  const bundled = mergeWords(lists);
  return makeEnvironmentProviders([
    provideTransloco({
      config: {
        availableLangs: [...UI_LANGUAGES],
        defaultLang: 'en',
        fallbackLang: 'en',
        reRenderOnLangChange: true,
        // A fallback would be fetched beside each language; the specs of the words see that none is missing.
        missingHandler: { logMissingKey: false, useFallbackTranslation: lists.length > 0 },
      },
      loader: class implements TranslocoLoader {
        private readonly lazy = inject(LAZY_WORDS);

        getTranslation = (language: string): Observable<WordTree> => {
          const fetchWords = this.lazy[language as UiLanguage];
          return fetchWords ? from(fetchWords()) : of(language === 'zh' ? bundled.zh : bundled.en);
        };
      },
    }),
    provideAppInitializer(() => {
      const transloco = inject(TranslocoService);
      const shown = inject(LocaleStore).ready();
      const lazy = inject(LAZY_WORDS);
      const fromTheStart = UI_LANGUAGES.filter((language) => !lazy[language]);
      return forkJoin([...fromTheStart.map((language) => transloco.load(language)), shown]);
    }),
  ]);
}
