import { TestBed } from '@angular/core/testing';
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
