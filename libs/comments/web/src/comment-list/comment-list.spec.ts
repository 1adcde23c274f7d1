import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Comment } from '@moodline/comments/contract';
import { HeldPermissions, provideWords } from '@moodline/shared/ui';
import { LabelCorrections } from '../correction/label-corrections';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { CommentList } from './comment-list';

const comment = (id: number, part: Partial<Comment> = {}): Comment => ({
  id,
  source: { id: 1, name: 'Weibo' },
  text: `text ${id}`,
  language: 'en',
  publishedAt: '2026-05-03T00:00:00.000Z',
  engagement: 0,
  permalink: null,
  label: 'positive',
  probabilities: { positive: 0.9, neutral: 0.08, negative: 0.02 },
  machineLabel: null,
  correction: null,
  unsure: false,
  copies: 1,
  unscoredReason: null,
  ...part,
});
const waiting = { label: null, probabilities: null, unscoredReason: 'pending' };

describe('CommentList', () => {
  let list: CommentList;
  let http: HttpTestingController;
  const ids = () => list.items().map(({ id }) => id);
  const answer = (url: string, items: Comment[], nextCursor: string | null = null, total = items.length) =>
    http
      .expectOne((request) => request.urlWithParams === url)
      .flush({ items, nextCursor, total, totalCapped: false, slowSearch: false });

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideWords({ en, zh }), CommentList],
    });
    list = TestBed.inject(CommentList);
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => http.verify());

  it('asks with the whole filter and goes on with the cursor until the end', () => {
    list.show({ filter: { from: '2026-05-01', source: ['1', '2'], label: [], q: 'a b' }, sort: 'loudest' });
    answer('/api/comments?from=2026-05-01&source=1,2&q=a%20b&sort=loudest', [comment(1), comment(2)], 'next', 3);
    expect(list.total()).toBe(3);
    list.loadMore();
    answer(
      '/api/comments?from=2026-05-01&source=1,2&q=a%20b&sort=loudest&cursor=next',
      [comment(2), comment(3)],
      null,
      3,
    );
    expect(ids()).toEqual([1, 2, 3]);
    expect(list.hasMore()).toBe(false);
    list.loadMore();
  });

  it('keeps the count of the first page, and says when there are more than that', () => {
    list.show({ filter: {} });
    const page = { items: [comment(1)], nextCursor: 'next', total: 10_000, totalCapped: true, slowSearch: false };
    http.expectOne(({ urlWithParams }) => urlWithParams === '/api/comments').flush(page);
    list.loadMore();
    http
      .expectOne(({ urlWithParams }) => urlWithParams === '/api/comments?cursor=next')
      .flush({ ...page, items: [comment(2)], nextCursor: null, total: null, totalCapped: false, slowSearch: true });
    expect({ total: list.total(), capped: list.totalCapped(), slow: list.slowSearch() }).toEqual({
      total: 10_000,
      capped: true,
      slow: true,
    });
  });

  it('drops the answer of a selection that is no longer shown', () => {
    list.show({ filter: { q: 'old' } });
    const old = http.expectOne('/api/comments?q=old');
    list.show({ filter: { q: 'new' } });
    expect(old.cancelled).toBe(true);
    answer('/api/comments?q=new', [comment(5)]);
    expect(ids()).toEqual([5]);
  });

  it('keeps the rows when the next page fails, and tries that page again', () => {
    list.show({ filter: {} });
    answer('/api/comments', [comment(1)], 'next', 2);
    list.loadMore();
    http.expectOne('/api/comments?cursor=next').error(new ProgressEvent('error'));
    expect(list.status()).toBe('failed');
    expect(ids()).toEqual([1]);
    list.loadMore();
    answer('/api/comments?cursor=next', [comment(2)], null, 2);
    expect(ids()).toEqual([1, 2]);
    expect(list.error()).toBeNull();
  });

  it('does not load the next page twice at once', () => {
    list.show({ filter: {} });
    answer('/api/comments', [comment(1)], 'next', 2);
    list.loadMore();
    list.loadMore();
    answer('/api/comments?cursor=next', [comment(2)]);
  });

  it('shows single comments by id, and nothing without ids', () => {
    list.show({ ids: [7, 9] });
    answer('/api/comments?ids=7,9&limit=2', [comment(7), comment(9)]);
    expect(ids()).toEqual([7, 9]);
    list.show({ ids: [] });
    expect(list.status()).toBe('ready');
    expect(list.total()).toBe(0);
  });

  it('fills in labels where the rows stand and counts what arrived', () => {
    list.show({ filter: { q: 'x' } });
    answer('/api/comments?q=x', [comment(1), comment(2, waiting as Partial<Comment>)]);
    list.refresh();
    list.refresh();
    answer('/api/comments?ids=2&limit=1', [comment(2, { label: 'negative' })]);
    answer('/api/comments?q=x&limit=1', [comment(8)], 'c', 5);
    expect(list.items().map(({ label }) => label)).toEqual(['positive', 'negative']);
    expect(list.arrived()).toBe(3);
    list.reload();
    answer('/api/comments?q=x', [comment(8)], null, 5);
    expect(list.arrived()).toBe(0);
  });

  it('stays as it is when a refresh fails', () => {
    list.show({ filter: {} });
    answer('/api/comments', [comment(1)]);
    list.refresh();
    http.expectOne('/api/comments?limit=1').error(new ProgressEvent('error'));
    expect(list.status()).toBe('ready');
    expect(ids()).toEqual([1]);
  });

  it('keeps a comment in its place that was corrected, also when it does not match the filter any more', () => {
    TestBed.inject(HeldPermissions).set(['labels.correct']);
    list.show({ filter: { label: ['positive'] } });
    answer('/api/comments?label=positive', [comment(1), comment(2)]);
    TestBed.inject(LabelCorrections).correct(comment(1), 'negative');
    expect(list.items().map(({ id, label }) => [id, label])).toEqual([
      [1, 'negative'],
      [2, 'positive'],
    ]);
    http.expectOne('/api/labels/1').flush(comment(1, { label: 'negative' }));
  });

  it('asks for what is narrowed beyond the filter', () => {
    list.show({ filter: {}, narrowing: { machine: 'positive', human: 'negative' } });
    answer('/api/comments?machine=positive&human=negative', [comment(1)]);
    expect(ids()).toEqual([1]);
  });
});
