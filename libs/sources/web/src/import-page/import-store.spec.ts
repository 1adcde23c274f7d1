import { HttpEventType, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ServerEvents } from '@moodline/shared/ui';
import type { ImportResult, RunProgress } from '@moodline/sources/contract';
import { ImportStore } from './import-store';

const result = (part: Partial<ImportResult> = {}): ImportResult => ({
  rows: 3,
  imported: 2,
  duplicates: 1,
  rejectedCount: 0,
  rejected: [],
  runId: null,
  runIds: [],
  sourceId: null,
  dryRun: true,
  encoding: 'utf-8',
  format: 'csv',
  delimiter: ',',
  columns: ['content', 'when', 'likes'],
  signature: 'sig',
  saved: false,
  template: null,
  recognised: [
    { column: 'content', field: 'text', why: 'header' },
    { column: 'when', field: 'publishedAt', why: 'content' },
  ],
  preview: [],
  placeholders: 0,
  starsOnly: 0,
  notCustomers: 0,
  firstAt: null,
  lastAt: null,
  doubts: [],
  offers: [],
  parts: [],
  timeZone: 'UTC',
  ...part,
});
const news = (runId: number): RunProgress => ({
  runId,
  sourceId: 1,
  status: 'running',
  rows: 10,
  imported: 9,
  duplicates: 1,
  rejected: 0,
  share: 0.4,
});

const undone = {
  ...{
    id: 5,
    sourceId: 1,
    trigger: 'import',
    status: 'undone',
    startedAt: '2026-05-05T12:00:00Z',
    finishedAt: '2026-05-05T12:00:02Z',
    fileName: 'a.csv',
  },
  ...{
    rows: 1,
    imported: 1,
    duplicates: 0,
    updated: 0,
    removed: 0,
    filtered: 0,
    rejected: 0,
    undated: 0,
    requests: 0,
    bytes: 0,
  },
  ...{ notModified: false, errorCode: null, errorMessage: null, takenBack: 1, mayComeAgain: false },
};

describe('ImportStore', () => {
  const run = signal<RunProgress | null>(null);
  const file = new File(['content,when\na,2026-05-03'], 'tweets.csv', { lastModified: Date.UTC(2026, 4, 3) });
  let store: ImportStore;
  let http: HttpTestingController;

  beforeEach(() => {
    run.set(null);
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: ServerEvents, useValue: { latest: () => run } },
      ],
    });
    store = TestBed.inject(ImportStore);
    http = TestBed.inject(HttpTestingController);
    store.choose(file);
  });
  afterEach(() => http.verify());

  const sent = () => http.expectOne((request) => request.url === '/api/imports');
  const reviewed = () => {
    store.dryRun();
    sent().flush(result());
  };

  it('sends the whole file for a dry run and shows what was understood', () => {
    store.dryRun();
    const { request } = sent();
    expect(request.body).toBe(file);
    expect(request.headers.get('Content-Type')).toBe('application/octet-stream');
    expect(request.params.toString()).toBe(
      'name=tweets.csv&source=tweets&dryRun=true&fileTime=2026-05-03T00:00:00.000Z',
    );
    expect(store.checking()).toBe(true);
  });

  it('goes on to the review with the recognised columns', () => {
    reviewed();
    expect(store.step()).toBe('review');
    expect(store.mapping()).toEqual({ text: 'content', publishedAt: 'when' });
    expect(store.columns()).toEqual(['content', 'when', 'likes']);
  });

  it('checks again with columns chosen by hand, and imports with them', () => {
    reviewed();
    store.setColumn('engagement', 'likes');
    const again = sent();
    expect(JSON.parse(again.request.params.get('mapping') ?? '')).toEqual({ engagement: 'likes' });
    expect(store.mapping()).toEqual({ text: 'content', publishedAt: 'when', engagement: 'likes' });
    store.setColumn('publishedAt', null);
    expect(again.cancelled).toBe(true);
    sent().flush(result());
    store.import();
    const { request } = sent();
    expect(request.params.get('dryRun')).toBe('false');
    expect(JSON.parse(request.params.get('mapping') ?? '')).toEqual({ engagement: 'likes', publishedAt: '' });
  });

  it('takes a choice of a doubt, asks again with it, and imports with it', () => {
    reviewed();
    store.decide({ dayOrder: 'day-first' });
    const again = sent();
    expect(again.request.params.get('dayOrder')).toBe('day-first');
    again.flush(result());
    store.decide({ mapping: { text: 'when' } });
    sent().flush(result());
    store.import();
    const { params } = sent().request;
    expect([params.get('dayOrder'), params.get('mapping')]).toEqual(['day-first', '{"text":"when"}']);
  });

  it('leaves chosen columns behind when another sheet is read', () => {
    reviewed();
    store.setColumn('engagement', 'likes');
    sent().flush(result());
    store.decide({ part: 'June' });
    const { params } = sent().request;
    expect([params.get('part'), params.get('mapping')]).toEqual(['June', null]);
  });

  it('lets people choose columns when the file could not be understood', () => {
    store.dryRun();
    const problem = { code: 'no-time-column', message: 'which?', correlationId: 'x', details: { columns: ['a', 'b'] } };
    sent().flush(problem, { status: 400, statusText: 'Bad Request' });
    expect(store.step()).toBe('review');
    expect(store.columns()).toEqual(['a', 'b']);
    store.setColumn('publishedAt', 'b');
    expect(JSON.parse(sent().request.params.get('mapping') ?? '')).toEqual({ publishedAt: 'b' });
  });

  it('stays at the choice when the file is no table', () => {
    store.dryRun();
    sent().flush(
      { code: 'binary-file', message: 'a workbook', correlationId: 'x' },
      { status: 400, statusText: 'Bad Request' },
    );
    expect(store.step()).toBe('choose');
    expect(store.checking()).toBe(false);
    expect(store.error()).not.toBeNull();
  });

  it('shows how much is sent and the news of its own run only', () => {
    run.set(news(4));
    reviewed();
    store.import();
    const importing = sent();
    expect(store.progress()).toBeNull();
    importing.event({ type: HttpEventType.UploadProgress, loaded: 5, total: 10 });
    expect(store.sent()).toBe(0.5);
    run.set({ ...news(7), share: null });
    expect(store.progress()).toBeNull();
    run.set(news(5));
    expect(store.progress()?.imported).toBe(9);
    importing.flush(result({ dryRun: false, runId: 5, runIds: [5], sourceId: 1 }));
    expect(store.step()).toBe('done');
    expect(store.result()?.runId).toBe(5);
  });

  it('comes back to the review with the reason when the import fails', () => {
    reviewed();
    store.import();
    sent().error(new ProgressEvent('error'));
    expect(store.step()).toBe('review');
    expect(store.error()).not.toBeNull();
    expect(store.check()).not.toBeNull();
  });

  it('stops an import on request', () => {
    reviewed();
    store.import();
    const importing = sent();
    run.set(news(5));
    store.cancel();
    expect(importing.cancelled).toBe(true);
    expect(store.stopped()).toEqual({ sourceId: 1 });
    expect(store.step()).toBe('review');
  });

  it('undoes an import once', async () => {
    reviewed();
    store.import();
    sent().flush(result({ dryRun: false, runId: 5, runIds: [5], sourceId: 1 }));
    const undoing = store.undo();
    void store.undo();
    http.expectOne({ method: 'DELETE', url: '/api/runs/5' }).flush(undone);
    await undoing;
    expect(store.undone()).toBe('yes');
  });

  it('says so when an undo fails, and can try again', async () => {
    reviewed();
    store.import();
    sent().flush(result({ dryRun: false, runId: 5, runIds: [5], sourceId: 1 }));
    const undoing = store.undo();
    http.expectOne({ method: 'DELETE', url: '/api/runs/5' }).error(new ProgressEvent('error'));
    await undoing;
    expect(store.undone()).toBe('no');
    expect(store.error()).not.toBeNull();
  });

  it('forgets everything with another file', () => {
    reviewed();
    store.setColumn('engagement', 'likes');
    const old = sent();
    store.choose(new File(['x'], '评论 5月.tsv'));
    expect(old.cancelled).toBe(true);
    expect(store.step()).toBe('choose');
    expect(store.source()).toBe('评论 5月');
    store.dryRun();
    expect(sent().request.params.get('mapping')).toBeNull();
  });

  it('keeps the columns for the next file with this header, those left out too, and forgets them', async () => {
    reviewed();
    expect(store.choseByHand()).toBe(false);
    store.setColumn('engagement', 'likes');
    sent().flush(result());
    expect(store.choseByHand()).toBe(true);
    const remembering = store.remember();
    const saved = http.expectOne({ method: 'PUT', url: '/api/imports/mappings' });
    expect(saved.request.body).toMatchObject({
      columns: ['content', 'when', 'likes'],
      mapping: { text: 'content', publishedAt: 'when', engagement: 'likes', author: '' },
    });
    saved.flush({});
    await remembering;
    expect(store.remembering()).toBe('yes');
    const forgetting = store.forget();
    http.expectOne({ method: 'DELETE', url: '/api/imports/mappings/sig' }).flush(null);
    await forgetting;
    expect(store.remembering()).toBe('no');
    sent().flush(result());
  });

  it('says so when the columns could not be kept', async () => {
    reviewed();
    store.setColumn('engagement', 'likes');
    sent().flush(result());
    const remembering = store.remember();
    http.expectOne('/api/imports/mappings').error(new ProgressEvent('error'));
    await remembering;
    expect(store.remembering()).toBe('no');
    expect(store.error()).not.toBeNull();
  });
});
