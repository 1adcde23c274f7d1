import { DOCUMENT } from '@angular/common';
import { computed, ErrorHandler, inject, Injectable, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import {
  Formats,
  LANGUAGE_TAGS,
  pickLanguage,
  type TextInLanguages,
  textIn,
  UI_LANGUAGES,
  type UiLanguage,
} from '@moodline/shared/i18n';
import { catchError, defer, map, type Observable, of, Subject, switchMap, tap } from 'rxjs';
import { LAZY_WORDS } from './lazy-words';

const STORAGE_KEY = 'moodline.language';

/**
 * Language and time zone in which everything is shown. The language is remembered in this browser;
 * the zone is the workspace's and set by the shell once the session is known.
 */
@Injectable({ providedIn: 'root' })
export class LocaleStore {
  private readonly document = inject(DOCUMENT);
  private readonly transloco = inject(TranslocoService);
  private readonly lazyWords = inject(LAZY_WORDS);
  private readonly errors = inject(ErrorHandler);
  private readonly shown = signal(this.firstLanguage());
  private readonly zone = signal(Intl.DateTimeFormat().resolvedOptions().timeZone);
  private readonly asked = new Subject<Observable<UiLanguage>>();

  readonly language = this.shown.asReadonly();
  readonly timeZone = this.zone.asReadonly();
  /** Formats of the language and zone; read it in a computed or a template and it follows both. */
  readonly formats = computed(() => new Formats(this.language(), this.timeZone()));

  constructor() {
    // The last language that was asked for wins, whichever words arrive first.
    this.asked.pipe(switchMap((language) => language)).subscribe((language) => this.show(language));
    this.show(this.language());
  }

  /** Switches the interface and remembers the choice. Words that have to be fetched come first; without them nothing changes. */
  setLanguage(language: UiLanguage): void {
    this.asked.next(
      this.withWords(language).pipe(
        tap(() => this.document.defaultView?.localStorage.setItem(STORAGE_KEY, language)),
        catchError((error: unknown) => this.stay(error)),
      ),
    );
  }

  /** Shows the language of the account where nobody chose another one in this browser. */
  preferLanguage(language: UiLanguage): void {
    if (this.document.defaultView?.localStorage.getItem(STORAGE_KEY)) return;
    this.asked.next(this.withWords(language).pipe(catchError((error: unknown) => this.stay(error))));
  }

  /** Completes when the words of the language at the start are there. Where they cannot be fetched, English is shown. */
  ready(): Observable<UiLanguage> {
    return this.withWords(this.language()).pipe(
      catchError((error: unknown) => {
        this.errors.handleError(error);
        this.show('en');
        return this.withWords('en').pipe(catchError(() => of<UiLanguage>('en')));
      }),
    );
  }

  setTimeZone(timeZone: string): void {
    this.zone.set(timeZone);
  }

  /** Words for `key`; in a computed it follows the language. In templates use the `transloco` pipe. */
  translate(key: string, values?: Record<string, unknown>): string {
    return this.transloco.translate(key, values, this.language());
  }

  /** A text that came from the server in the languages of the interface. */
  text(text: TextInLanguages): string {
    return textIn(text, this.language());
  }

  private withWords(language: UiLanguage): Observable<UiLanguage> {
    const fetchWords = this.lazyWords[language];
    // Transloco would hide that a fetch failed and show another language.
    const words: Observable<unknown> = fetchWords ? defer(fetchWords) : of(null);
    return words.pipe(
      switchMap(() => this.transloco.load(language)),
      map(() => language),
    );
  }

  private stay(error: unknown): Observable<UiLanguage> {
    this.errors.handleError(error);
    return of(this.language());
  }

  private show(language: UiLanguage): void {
    this.shown.set(language);
    this.transloco.setActiveLang(language);
    this.document.documentElement.lang = language === 'en' ? 'en' : LANGUAGE_TAGS[language];
  }

  private firstLanguage(): UiLanguage {
    const window = this.document.defaultView;
    const remembered = window?.localStorage.getItem(STORAGE_KEY);
    return UI_LANGUAGES.find((language) => language === remembered) ?? pickLanguage(window?.navigator.languages ?? []);
  }
}
