import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ServerEvents } from '@moodline/shared/ui';
import type { RunProgress, Source } from '@moodline/sources/contract';
import { Subject } from 'rxjs';
import { SourcesStore } from './sources-store';

const source: Source = {
  id: 1,
  kind: 'feed',
  name: 'Blog',
  url: 'https://example.com/feed',
  movedTo: null,
  config: { url: 'https://example.com/feed' },
  secrets: [],
  schedule: 'hourly',
  paused: false,
  pausedCode: null,
  pausedReason: null,
  failures: 0,
  nextRunAt: null,
  nextRuns: [],
  backfill: null,
  comments: 5,
  removeAt: null,
  lastRun: null,
};

describe('SourcesStore', () => {
  const run = signal<RunProgress | null>(null);
  const dataChanged = new Subject<string>();
  let store: SourcesStore;
  let http: HttpTestingController;
  const settled = () => jest.advanceTimersByTimeAsync(0).then(() => TestBed.tick());
  const list = async (sources: Source[]) => {
    TestBed.tick();
    http.expectOne({ method: 'GET', url: '/api/sources' }).flush(sources);
    await settled();
  };

  beforeEach(async () => {
    jest.useFakeTimers();
    run.set(null);
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        SourcesStore,
        { provide: ServerEvents, useValue: { latest: () => run, dataChanged } },
      ],
    });
    store = TestBed.inject(SourcesStore);
    http = TestBed.inject(HttpTestingController);
    TestBed.tick();
    http.expectOne('/api/sources/kinds').flush([]);
    await list([source]);
  });
  afterEach(() => {
    http.verify();
    jest.useRealTimers();
  });

  it('knows the sources', () => expect(store.sources()).toEqual([source]));

  it('loads again when a run makes news, at most every two seconds', async () => {
    run.set({
      runId: 3,
      sourceId: 1,
      status: 'running',
      rows: 1,
      imported: 1,
      duplicates: 0,
      rejected: 0,
      share: null,
    });
    TestBed.tick();
    await list([{ ...source, comments: 6 }]);
    dataChanged.next('imported');
    dataChanged.next('labelled');
    http.expectNone('/api/sources');
    jest.advanceTimersByTime(2_000);
    await list([{ ...source, comments: 9 }]);
    expect(store.sources()?.[0]?.comments).toBe(9);
  });

  it('keeps what it shows when loading again fails, and goes on afterwards', async () => {
    store.load();
    TestBed.tick();
    http.expectOne('/api/sources').error(new ProgressEvent('error'));
    await settled();
    expect(store.sources()).toHaveLength(1);
    store.load();
    await list([]);
    expect(store.error()).toBeNull();
    expect(store.sources()).toEqual([]);
  });

  it('loads again after a change', async () => {
    const pausing = store.update(1, { paused: true });
    const request = http.expectOne({ method: 'PATCH', url: '/api/sources/1' });
    expect(request.request.body).toEqual({ paused: true });
    request.flush({});
    await pausing;
    await list([{ ...source, paused: true }]);
    expect(store.sources()?.[0]?.paused).toBe(true);
  });
});
