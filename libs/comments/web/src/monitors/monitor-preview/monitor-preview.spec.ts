import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideRouter } from '@angular/router';
import { TestBed } from '@angular/core/testing';
import {
  keywordBoxSchema,
  monitorRulesSchema,
  type MonitorPreview as Preview,
  type MonitorRules,
} from '@moodline/comments/contract';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { filterWords } from '../../filter/filter-words';
import { monitorWords } from '../monitor-words';
import { MonitorPreview } from './monitor-preview';

const EMPTY: MonitorRules = {
  any: keywordBoxSchema.parse({}),
  all: keywordBoxSchema.parse({}),
  none: keywordBoxSchema.parse({}),
  languages: [],
  sources: [],
};
const rules = (...words: string[]) => monitorRulesSchema.parse({ any: { words } });
const answer = (part: Partial<Preview> = {}): Preview => ({
  count: 12,
  sampled: 340,
  total: 340,
  examples: [
    {
      id: 1,
      text: `<b>so</b> ${'x'.repeat(300)} 臺灣電池 good`,
      language: 'zh',
      publishedAt: '2026-05-03T00:00:00.000Z',
      source: 'Weibo',
      spans: [{ start: 313, end: 315, word: '电池' }],
    },
  ],
  ...part,
});

describe('MonitorPreview', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  async function shown(first: MonitorRules) {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        provideWords(monitorWords, filterWords),
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    const fixture = TestBed.createComponent(MonitorPreview);
    const http = TestBed.inject(HttpTestingController);
    const type = async (next: MonitorRules, pause = 300) => {
      fixture.componentRef.setInput('rules', next);
      TestBed.tick();
      await jest.advanceTimersByTimeAsync(pause);
      TestBed.tick();
    };
    await type(first);
    const text = () => fixture.nativeElement.textContent.replace(/\s+/g, ' ');
    return { http, type, text, root: fixture.nativeElement as HTMLElement };
  }

  it('asks nothing before there is a keyword', async () => {
    const { http, text } = await shown(EMPTY);
    http.expectNone('/api/monitors/preview');
    expect(text()).toContain('Add a keyword');
  });

  it('counts in the period of the page, as the card of the monitor does, and leads to all of them', async () => {
    const { http, root } = await shown(rules('电池', 'customer service'));
    const asked = http.expectOne('/api/monitors/preview');
    expect(asked.request.body).toMatchObject({
      from: expect.stringMatching(/^\d{4}-/),
      to: expect.stringMatching(/^\d{4}-/),
    });
    asked.flush(answer());
    TestBed.tick();
    const link = root.querySelector<HTMLAnchorElement>('a')?.href ?? '';
    expect(new URL(link).searchParams.get('q')).toBe('电池 OR "customer service"');
  });

  it('counts once after a pause, and gives up the count that is out of date', async () => {
    const { http, type, text } = await shown(rules('a1'));
    const old = http.expectOne('/api/monitors/preview');
    await type(rules('a1', 'b1'), 100);
    await type(rules('a1', 'b1', 'c1'));
    expect(old.cancelled).toBe(true);
    http.expectOne(({ body }) => body.rules.any.words.length === 3).flush(answer());
    TestBed.tick();
    expect(text()).toContain('12 of 340 comments');
  });

  it('marks the words in a piece of the text around them, and leaves markup as text', async () => {
    const { http, root } = await shown(rules('电池'));
    http.expectOne('/api/monitors/preview').flush(answer());
    TestBed.tick();
    expect(root.querySelector('mark')?.textContent).toBe('電池');
    expect(root.querySelector('.text')?.textContent?.trim()).toMatch(/^…x+ 臺灣電池 good$/);
    expect(root.querySelector('b')).toBeNull();
    expect(root.textContent).toContain('found: 电池');
  });

  it('says that a number is an estimate, and from how many comments', async () => {
    const { http, text } = await shown(rules('电池'));
    http.expectOne('/api/monitors/preview').flush(answer({ count: 1240, sampled: 20_000, total: 1_000_000 }));
    TestBed.tick();
    expect(text()).toContain('About 1,240 comments (from a sample of 20,000)');
  });

  it('says what failed and tries again', async () => {
    const { http, root, text } = await shown(rules('电池'));
    http
      .expectOne('/api/monitors/preview')
      .flush({ code: 'internal', message: 'It broke.', correlationId: 'x' }, { status: 500, statusText: 'x' });
    TestBed.tick();
    expect(text()).toContain('It broke.');
    root.querySelector('button')?.click();
    TestBed.tick();
    http.expectOne('/api/monitors/preview').flush(answer());
  });
});
