import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { connectionInterceptor } from './connection-interceptor';
import { ConnectionStore } from './connection-store';

describe('the connection', () => {
  let http: HttpTestingController;
  let connection: ConnectionStore;

  beforeEach(() => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([connectionInterceptor])), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpTestingController);
    connection = TestBed.inject(ConnectionStore);
  });
  afterEach(() => jest.useRealTimers());

  const ask = () =>
    TestBed.inject(HttpClient)
      .get('/api/mood')
      .subscribe({ error: () => undefined });

  it('is lost when nothing answers and asks until something does', () => {
    ask();
    http.expectOne('/api/mood').error(new ProgressEvent('error'));
    expect(connection.lost()).toBe(true);

    jest.advanceTimersByTime(3_000);
    http.expectOne('/api/health').flush('bad gateway', { status: 502, statusText: 'Bad Gateway' });
    expect(connection.lost()).toBe(true);

    jest.advanceTimersByTime(3_000);
    http.expectOne('/api/health').flush({ status: 'ok' });
    expect(connection.lost()).toBe(false);

    jest.advanceTimersByTime(10_000);
    http.expectNone('/api/health');
  });

  it('takes an error that the API wrote for an answer', () => {
    ask();
    http
      .expectOne('/api/mood')
      .flush(
        { code: 'model-busy', message: 'Busy', correlationId: 'c' },
        { status: 503, statusText: 'Service Unavailable' },
      );
    expect(connection.lost()).toBe(false);
  });
});
