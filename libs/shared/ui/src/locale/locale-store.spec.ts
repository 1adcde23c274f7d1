import { ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { WordTree } from '@moodline/shared/i18n';
import { LAZY_WORDS } from './lazy-words';
import { LocaleStore } from './locale-store';
import { provideWords } from './provide-words';

/** The store as it is after loading the page. */
function load(): LocaleStore {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [provideWords()] });
  return TestBed.inject(LocaleStore);
}

describe('LocaleStore', () => {
  beforeEach(() => localStorage.clear());

  it('begins with the language of the browser', () => {
    jest.spyOn(navigator, 'languages', 'get').mockReturnValue(['zh-CN', 'en']);
    expect(load().language()).toBe('zh');
    expect(document.documentElement.lang).toBe('zh-CN');
    jest.restoreAllMocks();
  });

  it('remembers the choice over the browser', () => {
    load().setLanguage('zh');
    expect(load().language()).toBe('zh');
  });

  it('formats in the zone of the workspace', () => {
    const locale = load();
    locale.setLanguage('en');
    locale.setTimeZone('Asia/Shanghai');
    expect(locale.formats().day('2026-05-04T16:30:00Z')).toBe('5 May');
  });
});

describe('LocaleStore with words that are fetched', () => {
  const en = { a: 'English', b: 'Only English' };
  const failed = jest.fn();

  /** The store of a page that began in English, and the words of Japanese, to be handed over or refused. */
  function loadWith(fetchWords: () => Promise<WordTree>): LocaleStore {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        provideWords({ en, zh: { a: '中文', b: '只有中文' } }),
        { provide: LAZY_WORDS, useValue: { ja: fetchWords } },
        { provide: ErrorHandler, useValue: { handleError: failed } },
      ],
    });
    return TestBed.inject(LocaleStore);
  }

  /** Until all promises of the moment are kept. */
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  beforeEach(() => {
    localStorage.clear();
    failed.mockReset();
  });

  it('shows them when they are there, and English for a word that is missing', async () => {
    let arrive!: (words: WordTree) => void;
    const locale = loadWith(() => new Promise((resolve) => (arrive = resolve)));
    locale.setLanguage('ja');
    expect([locale.language(), locale.translate('a')]).toEqual(['en', 'English']);
    arrive({ a: '日本語' });
    await settled();
    arrive({ a: '日本語' });
    await settled();
    expect([locale.language(), locale.translate('a'), locale.translate('b')]).toEqual(['ja', '日本語', 'Only English']);
    expect(document.documentElement.lang).toBe('ja-JP');
    expect(loadWith(() => Promise.resolve({})).language()).toBe('ja');
  });

  it('begins with them once they are there', async () => {
    localStorage.setItem('moodline.language', 'ja');
    const locale = loadWith(() => Promise.resolve({ a: '日本語' }));
    await settled();
    expect(locale.translate('a')).toBe('日本語');
  });

  it('stays where it is and says so when they cannot be fetched', async () => {
    const locale = loadWith(() => Promise.reject(new Error('gone')));
    locale.setLanguage('zh');
    locale.setLanguage('ja');
    await settled();
    expect([locale.language(), localStorage.getItem('moodline.language')]).toEqual(['zh', 'zh']);
    expect(failed).toHaveBeenCalledWith(new Error('gone'));
    locale.setLanguage('en');
    expect(locale.language()).toBe('en');
  });

  it('begins in English when they cannot be fetched', async () => {
    localStorage.setItem('moodline.language', 'ja');
    const locale = loadWith(() => Promise.reject(new Error('gone')));
    await settled();
    expect([locale.language(), document.documentElement.lang]).toEqual(['en', 'en']);
    expect(failed).toHaveBeenCalledTimes(1);
  });

  it('the last language asked for wins', async () => {
    const locale = loadWith(() => Promise.resolve({ a: '日本語' }));
    locale.setLanguage('ja');
    locale.setLanguage('zh');
    await settled();
    expect(locale.language()).toBe('zh');
  });
});
