import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { uiWords } from '@moodline/shared/ui/words';
import { shellWords } from '../words/shell-words';
import { FailureHandler } from './failure-handler';

describe('FailureHandler', () => {
  let handler: FailureHandler;

  beforeEach(() => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    TestBed.configureTestingModule({ providers: [provideWords(uiWords, shellWords)] });
    TestBed.inject(LocaleStore).setLanguage('en');
    handler = TestBed.inject(FailureHandler);
  });
  afterEach(() => jest.restoreAllMocks());

  it("tells the API's message where the code has no words, with the id to look for in the log", () => {
    handler.handleError(
      new HttpErrorResponse({ status: 409, error: { code: 'odd', message: 'Do this first.', correlationId: 'abc' } }),
    );
    expect(handler.failure()).toMatchObject({ message: 'Do this first.', correlationId: 'abc' });
    handler.dismiss();
    expect(handler.failure()).toBeNull();
  });

  it('keeps quiet about a lost connection, for the banner tells it', () => {
    handler.handleError(new HttpErrorResponse({ status: 0 }));
    expect(handler.failure()).toBeNull();
  });

  it('asks for a reload when the code of a page is gone', () => {
    handler.handleError(new TypeError('Failed to fetch dynamically imported module: /chunk-X.js'));
    expect(handler.failure()?.message).toContain('Reload');
  });

  it('hides the insides of a fault of our own', () => {
    handler.handleError(new Error('x is undefined'));
    expect(handler.failure()?.message).not.toContain('undefined');
  });
});
