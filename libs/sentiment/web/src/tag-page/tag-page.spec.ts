import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Comment } from '@moodline/comments/contract';
import { commentsWords } from '@moodline/comments/web/words';
import type { TagLearning, TagSuggestion, TagVersion } from '@moodline/sentiment/contract';
import { HeldPermissions, LocaleStore, provideWords } from '@moodline/shared/ui';
import { uiWords } from '@moodline/shared/ui/words';
import { sentimentWords } from '../sentiment.words';
import { TagPage } from './tag-page';

const comment = (id: number): Comment => ({
  ...{
    id,
    source: { id: 1, name: 'Forum' },
    text: `Comment ${id}`,
    language: 'en',
    publishedAt: '2026-05-03T00:00:00Z',
  },
  ...{ engagement: 0, permalink: null, label: null, probabilities: null, machineLabel: null, correction: null },
  ...{ unsure: false, copies: 1, unscoredReason: 'pending' },
});
const suggestion = (id: number, drawn = false): TagSuggestion => ({
  ...{ comment: comment(id), probability: 0.4, drawn, words: [] },
});
const best = { threshold: 0.2, precision: null, recall: 0.5, share: 0.04 };
const version: TagVersion = {
  ...{ version: 1, createdAt: '2026-05-03T00:00:00Z', yes: 12, no: 3, best },
  rate: { n: 0, correct: 0, value: null, low: null, high: null },
};
const learning = (part: Partial<TagLearning> = {}): TagLearning => ({
  tag: {
    ...{ id: 5, name: 'Refunds', color: 'red', threshold: 0.5, applyNew: false, applyStored: false },
    ...{ comments: 12, yes: 12, no: 3, given: 0 },
  },
  ...{ able: true, enough: 10, enoughDrawn: 20, others: 300, enoughOthers: 20, fresh: 0, state: 'resting' },
  ...{ versions: [version], scores: [best], lowest: 0.05, inForce: null, comments: 1_000, stored: null },
  ...part,
});

describe('TagPage', () => {
  let http: HttpTestingController;

  async function shown(answer: TagLearning) {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        provideWords(uiWords, commentsWords, sentimentWords),
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    TestBed.inject(HeldPermissions).set(['labels.correct']);
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(TagPage);
    fixture.componentRef.setInput('id', '5');
    const settle = async () => {
      for (let turn = 0; turn < 6; turn++) {
        TestBed.tick();
        await Promise.resolve();
      }
      TestBed.tick();
    };
    await settle();
    http.expectOne('/api/tags/5/learning').flush(answer);
    await settle();
    for (const request of http.match((one) => one.url === '/api/tags/5/examples'))
      request.flush({ items: [], more: false });
    for (const request of http.match((one) => one.url === '/api/tags/5/use/scope'))
      request.flush({ total: 1_000, seconds: 90 });
    await settle();
    const host: HTMLElement = fixture.nativeElement;
    const text = () => host.textContent?.replace(/\s+/g, ' ') ?? '';
    return { host, text, settle };
  }
  const suggest = (kind: string, items: TagSuggestion[]) =>
    http.expectOne((one) => one.url === '/api/tags/5/suggestions' && one.params.get('kind') === kind).flush({ items });
  const press = (key: string) => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  const said = async (settle: () => Promise<void>, body: object) => {
    await settle();
    const request = http.expectOne({ method: 'PUT', url: '/api/tags/5/comments' });
    expect(request.request.body).toEqual(body);
    request.flush({ comments: 1 });
    await settle();
  };

  it('says how many examples are missing, and shows no figures', async () => {
    const { text, host } = await shown(
      learning({ versions: [], scores: [], tag: { ...learning().tag, yes: 7, no: 0, comments: 7 } }),
    );
    expect(text()).toContain('7 of 10 examples: too few to learn from yet');
    expect(text()).not.toContain('Precision');
    expect(host.querySelector('ml-tag-switches')).toBeNull();
  });

  it('tells precision only when enough random comments were judged', async () => {
    const { text } = await shown(learning());
    expect(text()).toContain('Not known yet: judge 20 more random comments');
    expect(text()).toContain('50%');
    expect(text()).toContain('It calls 4% of all comments tagged, about 40 of 1,000.');
  });

  it('judges by keys, one after the other, says which were drawn, and goes back', async () => {
    const { text, settle } = await shown(learning());
    suggest('likely', [suggestion(1), suggestion(2, true), suggestion(3), suggestion(4), suggestion(5), suggestion(6)]);
    await settle();
    expect(text()).toContain('Comment 1');
    press('y');
    await said(settle, { ids: [1], tagged: true });
    press('n');
    await said(settle, { ids: [2], tagged: false, drawn: true });
    expect(text()).toContain('Comment 3');
    press('u');
    await said(settle, { ids: [2], tagged: null, drawn: true });
    expect(text()).toContain('Comment 2');
    expect(text()).toContain('1 judged in this sitting');
    press('s');
    await settle();
    http.expectNone({ method: 'PUT', url: '/api/tags/5/comments' });
  });

  it('puts the tag on new comments with the version and the threshold that are shown', async () => {
    const { host, settle } = await shown(learning());
    host.querySelector<HTMLInputElement>('ml-tag-switches input[type=checkbox]')?.click();
    await settle();
    const request = http.expectOne({ method: 'PUT', url: '/api/tags/5/use' });
    expect(request.request.body).toEqual({ version: 1, threshold: 0.2, toNew: true, toStored: false, days: 3_650 });
  });

  it('offers a version that was learned since the one in use', async () => {
    const { text } = await shown(
      learning({
        inForce: 1,
        versions: [{ ...version, version: 2, yes: 30, best: { ...best, precision: 0.8 } }, version],
      }),
    );
    expect(text()).toContain('A newer version has learned from 30 examples and 3 others: precision 80%, recall 50%.');
  });
});
