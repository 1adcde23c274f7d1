import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { CommentDrawerOpener } from '@moodline/comments/web';
import type { Summary } from '@moodline/reports/contract';
import { LocaleStore, provideWords, ServerEvents } from '@moodline/shared/ui';
import { reportsWords } from '../reports.words';
import { SummaryCard } from './summary-card';

const summary = (part: Partial<Summary> = {}): Summary => ({
  sentences: [
    { text: 'The battery drains fast', citations: [41, 7], facts: [], part: 'happened' },
    { text: 'The new icons are liked', citations: [7], facts: [], part: 'happened' },
  ],
  facts: [],
  themes: [],
  change: null,
  n: 412,
  reason: null,
  dropped: 0,
  model: 'moodline-qwen-0.5b',
  createdAt: '2026-05-09T04:00:00Z',
  ...part,
});

const moodOf = (n: number) => {
  const total = { n, positive: 0, neutral: n, negative: 0, net: 0, unsure: 0, unlabelled: 0 };
  const period = { from: '2026-05-01T00:00:00Z', to: '2026-05-08T00:00:00Z' };
  return { step: 'day', timeZone: 'UTC', period, points: [], total, previous: { period, total } };
};

describe('SummaryCard', () => {
  const drawer = { open: jest.fn() };
  const version = signal(0);
  let http: HttpTestingController;
  let fixture: ComponentFixture<SummaryCard>;

  const page = () => fixture.nativeElement as HTMLElement;
  const text = () => (page().textContent ?? '').replace(/\s+/g, ' ');
  const button = (name: string) =>
    [...page().querySelectorAll('button')].find(
      (one) => one.textContent?.trim() === name || one.getAttribute('aria-label') === name,
    );
  const wait = (ms: number) => {
    TestBed.tick();
    jest.advanceTimersByTime(ms);
    fixture.detectChanges();
  };
  const show = (filter: object) => {
    fixture.componentRef.setInput('filter', filter);
    wait(0);
  };
  const request = (): TestRequest => http.expectOne((one) => one.url === '/api/summary');
  const mood = (): TestRequest => http.expectOne((one) => one.url === '/api/mood');
  const answer = (part: Partial<Summary> = {}) => {
    request().flush(summary(part));
    fixture.detectChanges();
  };

  beforeEach(() => {
    jest.useFakeTimers();
    drawer.open.mockClear();
    version.set(0);
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideWords(reportsWords),
        { provide: CommentDrawerOpener, useValue: drawer },
        { provide: ServerEvents, useValue: { version } },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(SummaryCard);
  });
  afterEach(() => jest.useRealTimers());

  it('asks with the filter and the language, and tells how many comments it reads and for how long', () => {
    show({ from: '2026-05-01', source: ['weibo', 'youtube'] });
    expect(request().request.params.toString()).toBe('from=2026-05-01&source=weibo,youtube&locale=en');
    // What is answered at once is counted by nobody.
    http.expectNone(({ url }) => url === '/api/mood');
    wait(500);
    mood().flush(moodOf(412));
    wait(2_600);

    expect(text()).toContain('Reading 412 comments…');
    expect(page().querySelector('[role=timer]')?.textContent).toContain('3 sec');
  });

  it('tells the number that the page has, and asks for it no second time', () => {
    fixture.componentRef.setInput('comments', null);
    show({});
    wait(500);
    http.expectNone(({ url }) => url === '/api/mood');
    fixture.componentRef.setInput('comments', 412);
    wait(100);

    expect(text()).toContain('Reading 412 comments…');
  });

  it('opens the comment behind a citation', () => {
    show({});
    answer();
    button('Comment 7 [2]')?.click();

    expect(text()).toContain('The battery drains fast [1] [2]');
    expect(drawer.open).toHaveBeenCalledWith({ ids: [7] }, 'The battery drains fast');
  });

  it('says who wrote it and how many sentences did not check out', () => {
    show({});
    answer({ dropped: 2 });

    expect(text()).toContain('Written by moodline-qwen-0.5b from 412 comments, 9 May 2026');
    expect(text()).toContain('2 sentences were left out');
  });

  it('says that there is not enough, with the number, and looks again when labels arrive', () => {
    show({});
    answer({ sentences: [], n: 7, reason: 'not enough data (n = 7)', model: null });
    expect(text()).toContain('Not enough data (n = 7)');

    version.set(1);
    wait(500);
    answer({ n: 20 });
    expect(text()).toContain('The battery drains fast');
  });

  it('leaves a written summary alone when labels arrive', () => {
    show({});
    answer();
    version.set(1);
    wait(500);

    http.expectNone((one) => one.url === '/api/summary');
    expect(text()).toContain('The battery drains fast');
  });

  it('cancels the request of the old filter and asks once for the last of quick changes', () => {
    show({});
    const old = request();
    show({ q: 'b' });
    wait(100);
    show({ q: 'battery' });
    wait(500);

    expect(old.cancelled).toBe(true);
    expect(request().request.params.get('q')).toBe('battery');
  });

  it('does not ask again for an equal filter', () => {
    show({ q: 'battery' });
    answer();
    show({ q: 'battery' });
    wait(500);

    http.expectNone((one) => one.url === '/api/summary');
  });

  it('can be cancelled and written after all', () => {
    show({});
    const first = request();
    button('Cancel')?.click();
    wait(0);
    expect(first.cancelled).toBe(true);

    button('Write it now')?.click();
    wait(0);
    answer();
    expect(text()).toContain('The battery drains fast');
  });

  it('keeps an error on the card and tries again', () => {
    show({});
    request().flush(
      { code: 'model-failed', message: 'The model does not answer.', correlationId: 'c' },
      { status: 503, statusText: 'down' },
    );
    fixture.detectChanges();
    expect(page().querySelector('[role=alert]')?.textContent).toContain('The model does not answer.');

    button('Try again')?.click();
    wait(0);
    answer();
    expect(text()).toContain('The battery drains fast');
  });

  it('shows hostile text as text', () => {
    show({});
    answer({ sentences: [{ text: '<img src=x onerror=alert(1)>', citations: [1], facts: [], part: 'happened' }] });

    expect(page().querySelector('img')).toBeNull();
    expect(text()).toContain('<img src=x');
  });
});
