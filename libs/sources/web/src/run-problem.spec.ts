import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestBed } from '@angular/core/testing';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { en } from './i18n/en';
import { zh } from './i18n/zh';
import { runProblem } from './run-problem';

/** Where what a run can fail with is named. */
const API = join(__dirname, '../../api/src');
/** Refused before a run of it begins, no failure of the run, or among the words of the whole interface. */
const NEVER_STORED =
  /^(not-found|hook-.*|not-a-hook|invalid-input|backfill-stopped|settings-changed|unknown-time-zone|client-gone|wrong-content-type|answers-not-allowed)$/u;

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

  it('has words in both languages for every code', () => {
    const texts = globSync('**/*.ts', { cwd: API, exclude: (path) => path.includes('.spec.') }).map((file) =>
      readFileSync(join(API, file), 'utf8'),
    );
    const codes = texts.flatMap((text) =>
      [...text.matchAll(/(?:super|new SourceError)\(\s*'([a-z]+(?:-[a-z]+)+)'/gu)].map(([, code]) => code ?? ''),
    );
    const stored = [...new Set(codes), 'import-cut-off'].filter((code) => !NEVER_STORED.test(code));
    expect(stored.length).toBeGreaterThan(20);
    expect(stored.filter((code) => !(code in zh.errors) || !(code in en.errors))).toEqual([]);
  });
});
