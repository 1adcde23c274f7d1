import { TestBed } from '@angular/core/testing';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { en } from './i18n/en';
import { zh } from './i18n/zh';
import { runProblem } from './run-problem';

describe('runProblem', () => {
  const failed = { errorCode: 'source-timed-out', errorMessage: 'example.com did not answer in time.' };
  let locale: LocaleStore;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideWords({ en, zh })] });
    locale = TestBed.inject(LocaleStore);
  });

  it('keeps the English sentence, which names the host', () => {
    locale.setLanguage('en');
    expect(runProblem(failed, locale)).toBe('example.com did not answer in time.');
  });

  it('says in Chinese what kind of failure it was', () => {
    locale.setLanguage('zh');
    expect(runProblem(failed, locale)).toContain('网站没有及时响应');
  });

  it('falls back to the server where a code has no words', () => {
    locale.setLanguage('zh');
    expect(runProblem({ ...failed, errorCode: 'brand-new' }, locale)).toBe('example.com did not answer in time.');
    expect(runProblem({ errorCode: null, errorMessage: null }, locale)).toBe('');
  });
});
