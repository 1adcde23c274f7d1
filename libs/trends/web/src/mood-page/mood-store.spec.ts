import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FilterStore } from '@moodline/comments/web';
import type { CommentFilter } from '@moodline/comments/contract';
import { provideWords, ServerEvents } from '@moodline/shared/ui';
import { uiWords } from '@moodline/shared/ui/words';
import type { MoodSeries } from '@moodline/trends/contract';
import { Subject } from 'rxjs';
import { MoodStore } from './mood-store';

const period = { from: '2026-05-01T00:00:00Z', to: '2026-05-31T00:00:00Z' };
const total = (positive: number, negative: number) => ({
  n: positive + negative,
  positive,
  neutral: 0,
  negative,
  net: (100 * (positive - negative)) / (positive + negative || 1),
  unsure: 0,
  unlabelled: 0,
});
const series = (positive: number, negative: number): MoodSeries => ({
  step: 'day',
  timeZone: 'UTC',
  period,
  points: [],
  total: total(positive, negative),
  previous: { period, total: total(100, 0) },
});

const facets = {
  period,
  n: 0,
  emotions: { joy: 0, anger: 0, sadness: 0, fear: 0, surprise: 0, none: 0 },
  kinds: { opinion: 0, question: 0, wish: 0, news: 0, ad: 0 },
  leftOut: { kinds: [], comments: 0 },
};

describe('MoodStore', () => {
  const filter = signal<CommentFilter>({ from: '2026-05-01', source: ['3', '4'] });
  const dataChanged = new Subject<string>();
  let store: MoodStore;
  let http: HttpTestingController;

  async function answer(mood: object | null = series(100, 100)) {
    TestBed.tick();
    const request = http.expectOne(({ url }) => url === '/api/mood');
    if (mood) request.flush(mood);
    else request.flush({ code: 'x', message: 'broken', correlationId: 'c' }, { status: 500, statusText: 'x' });
    http.expectOne(({ url }) => url === '/api/mood/sources').flush([]);
    for (const open of http.match(({ url }) => url === '/api/mood/facets')) open.flush(facets);
    // First those of the reader's language, then, as there are none, all.
    const none = { items: [], nextCursor: null, total: 0, totalCapped: false, slowSearch: false };
    for (let asked = 0; asked < 2; asked++)
      for (const open of http.match(({ url }) => url === '/api/comments')) open.flush(none);
    await TestBed.inject(ApplicationRef).whenStable();
    return request.request;
  }

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setTimeout', 'queueMicrotask', 'nextTick', 'setImmediate'] });
    filter.set({ from: '2026-05-01', source: ['3', '4'] });
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        MoodStore,
        provideWords(uiWords),
        { provide: FilterStore, useValue: { filter } },
        { provide: ServerEvents, useValue: { dataChanged } },
      ],
    });
    store = TestBed.inject(MoodStore);
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => {
    http.verify();
    jest.useRealTimers();
  });

  it('asks with the filter in force and tells the finding', async () => {
    const request = await answer();
    expect(request.params.toString()).toBe('from=2026-05-01&source=3,4');
    expect(store.finding()).toEqual({ kind: 'fell', net: 0, points: 100 });
    expect(store.empty()).toBe(false);
  });

  it('keeps the old numbers in sight until those of the new filter are there', async () => {
    await answer(series(30, 10));
    expect(store.series()?.total.n).toBe(40);
    filter.set({ from: '2026-05-08' });
    TestBed.tick();
    expect(store.outdated()).toBe(true);
    expect(store.series()?.total.n).toBe(40);
    await answer(series(5, 5));
    expect(store.outdated()).toBe(false);
    expect(store.series()?.total.n).toBe(10);
  });

  it('asks for the chosen step', async () => {
    await answer();
    store.setStep('hour');
    const request = await answer();
    expect(request.params.get('step')).toBe('hour');
  });

  it('asks again when the data changed', async () => {
    await answer(series(30, 10));
    dataChanged.next('labelled');
    await answer(series(31, 10));
    expect(store.series()?.total.n).toBe(41);
  });

  it('tells a failure and recovers from it', async () => {
    await answer(null);
    expect(store.failure()).toBeTruthy();
    store.refresh();
    await answer();
    expect(store.failure()).toBeUndefined();
  });

  it('keeps the numbers when only a refresh failed', async () => {
    await answer(series(30, 10));
    expect(store.series()?.total.n).toBe(40);
    store.refresh();
    await answer(null);
    expect(store.failure()).toBeUndefined();
    expect(store.series()?.total.n).toBe(40);
  });

  it('does not pass off the numbers of another filter when its answer failed', async () => {
    await answer(series(30, 10));
    expect(store.series()?.total.n).toBe(40);
    filter.set({ from: '2026-05-08' });
    await answer(null);
    expect(store.failure()).toBeTruthy();
  });

  it('is empty only when there is neither a labelled comment nor another', async () => {
    await answer(series(0, 0));
    expect(store.empty()).toBe(true);
    store.refresh();
    await answer({ ...series(0, 0), total: { ...total(0, 0), net: null, unsure: 0, unlabelled: 3 } });
    expect(store.empty()).toBe(false);
  });
});
