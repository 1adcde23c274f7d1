import { type EnvironmentProviders, inject, makeEnvironmentProviders, provideAppInitializer } from '@angular/core';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { mergeWords, UI_LANGUAGES, type Words } from '@moodline/shared/i18n';
import { forkJoin, of } from 'rxjs';
import { LocaleStore } from './locale-store';

/** Transloco with the words of these domains, in every language, there from the first draw on. Also for specs. */
export function provideWords(...lists: readonly Words[]): EnvironmentProviders {
  const words = mergeWords(lists);
  return makeEnvironmentProviders([
    provideTransloco({
      config: {
        availableLangs: [...UI_LANGUAGES],
        defaultLang: 'en',
        fallbackLang: 'en',
        reRenderOnLangChange: true,
        missingHandler: { logMissingKey: false },
      },
      loader: class {
        getTranslation = (language: string) => of(language === 'zh' ? words.zh : words.en);
      },
    }),
    provideAppInitializer(() => {
      const transloco = inject(TranslocoService);
      inject(LocaleStore);
      return forkJoin(UI_LANGUAGES.map((language) => transloco.load(language)));
    }),
  ]);
}
