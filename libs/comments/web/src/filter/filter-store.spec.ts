import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { FilterStore } from './filter-store';

@Component({ template: '' })
class Page {}

async function open(url: string, last: string | null = '2015-02-24') {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', component: Page }]),
      provideWords(),
    ],
  });
  TestBed.inject(LocaleStore).setTimeZone('Asia/Shanghai');
  const store = TestBed.inject(FilterStore);
  await RouterTestingHarness.create(url);
  const loaded = store.load();
  const http = TestBed.inject(HttpTestingController);
  http.expectOne('/api/filter-choices').flush({
    first: last && '2015-02-01',
    last,
    sources: [{ id: 3, name: 'Weibo' }],
    monitors: [{ id: 8, name: 'Acme', competitor: false }],
    tags: [{ id: 5, name: 'Refunds', color: 'red' }],
    stars: false,
    versions: [],
    undated: 12,
    added: null,
  });
  await loaded;
  return { store, router: TestBed.inject(Router), http };
}

describe('FilterStore', () => {
  it('ends the default 30 days at the newest comment when the data are old', async () => {
    const { store } = await open('/');
    expect(store.filter()).toMatchObject({ from: '2015-01-26', to: '2015-02-24' });
    expect(store.isDefault()).toBe(true);
  });

  it('ends the default period today when a comment pretends to be of the future', async () => {
    const { store } = await open('/', '2999-01-01');
    expect(store.filter().to).not.toBe('2999-01-01');
  });

  it('reads every field from the address and drops only what makes no sense', async () => {
    const { store } = await open(
      '/?from=2026-05-01&to=yesterday&source=3,4&label=negative,furious&language=zh&q=battery',
    );
    expect(store.filter()).toEqual({ from: '2026-05-01', source: ['3', '4'], language: ['zh'], q: 'battery' });
    expect(store.period()).toBeNull();
  });

  it('asks for comments without a date instead of a period, until a period is chosen', async () => {
    const { store, router } = await open('/?source=3');
    expect(store.undated()).toBe(12);
    await store.chooseUndated();
    expect(store.filter()).toEqual({ source: ['3'], undated: true });
    expect(router.url).toContain('undated=true');
    await store.choosePeriod('7d');
    expect(store.filter()).toEqual({ source: ['3'], from: '2015-02-18', to: '2015-02-24' });
    await store.chooseUndated();
    await store.patch({ from: '2015-02-01' });
    expect(store.filter()).toEqual({ source: ['3'], from: '2015-02-01' });
  });

  it('has no bounds for all time', async () => {
    const { store } = await open('/?period=all');
    expect(store.filter().from).toBeUndefined();
    expect(store.filter().to).toBeUndefined();
  });

  it('writes changes to the address, keeps what is not its own and removes what is empty', async () => {
    const { store, router } = await open('/?tab=runs&source=3');
    await store.patch({ source: [], q: 'battery', label: ['negative', 'pending'] });
    expect(router.parseUrl(router.url).queryParams).toEqual({ tab: 'runs', q: 'battery', label: 'negative,pending' });
  });

  it('lets days replace a preset and a preset replace days', async () => {
    const { store, router } = await open('/?period=7d');
    expect(store.filter()).toMatchObject({ from: '2015-02-18', to: '2015-02-24' });
    await store.patch({ from: '2015-02-02', to: '2015-02-03' });
    expect(store.period()).toBeNull();
    await store.choosePeriod('14d');
    expect(router.url).toBe('/?period=14d');
  });

  it('clears everything at once', async () => {
    const { store, router } = await open('/?period=7d&source=3&q=x');
    expect(store.narrowed()).toBe(2);
    await store.clear();
    expect(router.url).toBe('/');
  });

  it('carries the filter to other pages', async () => {
    const { store } = await open('/?period=7d&source=3,4');
    expect(store.queryParams()).toMatchObject({ period: '7d', source: '3,4', q: null });
    expect(store.queryParams({ from: '2015-02-02', to: '2015-02-02' })).toMatchObject({
      period: null,
      from: '2015-02-02',
      source: '3,4',
    });
  });

  it('keeps the names it knows when the API does not answer the second time', async () => {
    const { store, http } = await open('/');
    const again = store.load();
    http.expectOne('/api/filter-choices').error(new ProgressEvent('error'));
    await again;
    expect(store.sources()).toEqual([{ id: 3, name: 'Weibo' }]);
    expect(store.monitors()).toEqual([{ id: 8, name: 'Acme', competitor: false }]);
    expect(store.range()).toEqual({ first: '2015-02-01', last: '2015-02-24' });
  });

  it('still has a period when the API does not answer', async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), provideWords()],
    });
    const store = TestBed.inject(FilterStore);
    const loaded = store.load();
    const http = TestBed.inject(HttpTestingController);
    http.expectOne('/api/filter-choices').error(new ProgressEvent('error'));
    await expect(loaded).resolves.toBeUndefined();
    expect(store.filter().from).toMatch(/^\d{4}-/);
  });
});
