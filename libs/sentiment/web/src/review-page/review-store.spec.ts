import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Comment } from '@moodline/comments/contract';
import { HeldPermissions, provideWords } from '@moodline/shared/ui';
import { sentimentWords } from '../sentiment.words';
import { ReviewStore } from './review-store';

const comment = (id: number): Comment => ({
  id,
  source: { id: 1, name: 'Weibo' },
  text: `text ${id}`,
  language: 'en',
  publishedAt: '2026-05-03T00:00:00.000Z',
  engagement: 0,
  permalink: null,
  label: 'positive',
  probabilities: { positive: 0.4, neutral: 0.35, negative: 0.25 },
  machineLabel: 'positive',
  correction: null,
  unsure: true,
  copies: 1,
  unscoredReason: null,
});

describe('ReviewStore', () => {
  let store: ReviewStore;
  let http: HttpTestingController;
  const page = (ids: number[], nextCursor: string | null = null, counts = { left: ids.length, today: 0 }) => ({
    items: ids.map((id) => ({ ...comment(id), asked: { way: 'telling' } })),
    nextCursor,
    ...counts,
  });
  const answerQueue = (url: string, body: object) =>
    http.expectOne((request) => request.urlWithParams === url).flush(body);
  const answerLabel = async (id: number, method: string) => {
    const request = http.expectOne(`/api/labels/${id}`);
    expect(request.request.method).toBe(method);
    // Why the queue asked goes back with the judgement.
    if (method === 'PUT') expect(request.request.body).toMatchObject({ asked: { way: 'telling' } });
    const correction =
      method === 'PUT'
        ? { label: request.request.body.label, by: 'Ann', at: '2026-05-03T00:00:00.000Z', reason: null }
        : null;
    request.flush({ ...comment(id), correction });
    for (let turn = 0; turn < 4; turn++) await Promise.resolve();
  };

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideWords(sentimentWords), ReviewStore],
    });
    TestBed.inject(HeldPermissions).set(['labels.correct']);
    store = TestBed.inject(ReviewStore);
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => http.verify());

  it('moves on with each judgement and counts it', async () => {
    store.show({});
    answerQueue('/api/review', page([1, 2], null, { left: 60, today: 7 }));
    expect([store.today(), store.goal(), store.left()]).toEqual([7, 40, 60]);
    store.label('positive');
    expect(store.current()?.id).toBe(2);
    expect([store.today(), store.left()]).toEqual([8, 59]);
    await answerLabel(1, 'PUT');
    expect(store.judged().map(({ id, correction }) => [id, correction?.by])).toEqual([[1, 'Ann']]);
  });

  it('goes back over skipped and judged comments, the last one first', async () => {
    store.show({});
    answerQueue('/api/review', page([1, 2, 3]));
    store.label('negative');
    await answerLabel(1, 'PUT');
    store.skip();
    expect(store.current()?.id).toBe(3);
    store.undo();
    expect(store.current()?.id).toBe(2);
    store.undo();
    expect([store.current()?.id, store.today(), store.judged().length, store.canUndo()]).toEqual([1, 0, 0, false]);
    await answerLabel(1, 'DELETE');
  });

  it('lays a comment in front again when the server refuses its label', async () => {
    store.show({});
    answerQueue('/api/review', page([1, 2]));
    store.label('negative');
    http
      .expectOne('/api/labels/1')
      .flush({ code: 'internal', message: 'no', correlationId: 'x' }, { status: 500, statusText: 'no' });
    for (let turn = 0; turn < 4; turn++) await Promise.resolve();
    expect([store.current()?.id, store.today()]).toEqual([1, 0]);
  });

  it('asks for more before the last comment, and shows none twice', () => {
    store.show({ q: 'x' });
    answerQueue('/api/review?q=x', page([1, 2, 3, 4, 5], 'next', { left: 7, today: 0 }));
    store.skip();
    answerQueue('/api/review?q=x&cursor=next', page([5, 6], null, { left: 7, today: 0 }));
    for (let skipped = 0; skipped < 5; skipped++) store.skip();
    expect(store.state()).toBe('empty');
  });

  it('does not count back when a page comes that does not know of the last judgements', async () => {
    store.show({});
    answerQueue('/api/review', page([1, 2, 3, 4, 5], 'next', { left: 20, today: 3 }));
    store.label('negative');
    answerQueue('/api/review?cursor=next', page([6, 7], null, { left: 20, today: 3 }));
    expect([store.today(), store.left()]).toEqual([4, 19]);
    await answerLabel(1, 'PUT');
  });

  it('says that nothing is left, or that it could not ask', () => {
    store.show({});
    expect(store.state()).toBe('loading');
    http.expectOne('/api/review').error(new ProgressEvent('error'));
    expect(store.state()).toBe('failed');
    store.load();
    answerQueue('/api/review', page([]));
    expect(store.state()).toBe('empty');
  });
});
