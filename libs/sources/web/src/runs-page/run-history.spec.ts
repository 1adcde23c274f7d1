import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { ServerEvents } from '@moodline/shared/ui';
import type { Run, RunProgress } from '@moodline/sources/contract';
import { Subject } from 'rxjs';
import { RunHistory } from './run-history';

const run = (id: number, part: Partial<Run> = {}): Run => ({
  ...{
    id,
    sourceId: 3,
    trigger: 'schedule',
    status: 'done',
    startedAt: '2026-05-05T12:00:00Z',
    finishedAt: '2026-05-05T12:00:02Z',
    fileName: null,
    takenBack: 0,
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
    requests: 1,
    bytes: 10,
  },
  ...{ notModified: false, errorCode: null, errorMessage: null },
  ...part,
});
const news = (part: Partial<RunProgress>): RunProgress => ({
  runId: 9,
  sourceId: 3,
  status: 'running',
  rows: 40,
  imported: 30,
  duplicates: 10,
  rejected: 0,
  share: null,
  ...part,
});

describe('RunHistory', () => {
  const events = new Subject<RunProgress>();
  let history: RunHistory;
  let http: HttpTestingController;

  const answer = (items: Run[], nextCursor: string | null = null) => {
    http.expectOne('/api/sources').flush([]);
    const request = http.expectOne(({ url }) => url === '/api/sources/3/runs');
    request.flush({ items, nextCursor });
    return request.request.params.get('cursor');
  };
  const ids = () => history.runs()?.map(({ id }) => id);

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        RunHistory,
        { provide: ServerEvents, useValue: { on: () => events } },
      ],
    });
    history = TestBed.inject(RunHistory);
    http = TestBed.inject(HttpTestingController);
    history.load(3);
  });
  afterEach(() => http.verify());

  it('shows older runs page by page, until there are no more', () => {
    answer([run(8), run(7)], 'c7');
    expect(history.hasMore()).toBe(true);
    history.older();
    expect(history.loadingMore()).toBe(true);
    expect(answer([run(6)])).toBe('c7');
    expect(ids()).toEqual([8, 7, 6]);
    expect([history.hasMore(), history.loadingMore()]).toEqual([false, false]);
  });

  it('takes in a new run without losing the older pages or how far they go', () => {
    answer([run(8), run(7)], 'c7');
    history.older();
    answer([run(6), run(5)], 'c5');
    history.reload();
    answer([run(9), run(8)], 'c8');
    expect(ids()).toEqual([9, 8, 7, 6, 5]);
    history.older();
    expect(answer([run(4)])).toBe('c5');
    expect(ids()).toEqual([9, 8, 7, 6, 5, 4]);
  });

  it('moves the numbers of the run at work, and reads the page anew when it ends', () => {
    answer([run(9, { status: 'running', finishedAt: null, imported: 0 }), run(8)]);
    events.next(news({}));
    TestBed.tick();
    answer([run(9, { status: 'running', finishedAt: null, imported: 0 }), run(8)]);
    events.next(news({ imported: 35 }));
    TestBed.tick();
    expect(history.runs()?.map(({ imported }) => imported)).toEqual([35, 1]);
    events.next(news({ status: 'done' }));
    TestBed.tick();
    answer([run(9, { imported: 50 }), run(8)]);
    expect(history.runs()?.[0]?.imported).toBe(50);
  });

  it('tells how far an undo is, also one that was begun elsewhere', () => {
    answer([run(9, { imported: 200 }), run(8)]);
    const undoing = { status: 'undoing', imported: 200 } as const;
    events.next(news({ ...undoing, share: 0.1 }));
    answer([run(9, { ...undoing, takenBack: 0 }), run(8)]);
    expect(history.runs()?.[0]?.takenBack).toBe(20);
    events.next(news({ ...undoing, share: 0.45 }));
    expect(history.runs()?.map(({ takenBack }) => takenBack)).toEqual([90, 0]);
    events.next(news({ status: 'undone', imported: 200 }));
    answer([run(9, { status: 'undone', imported: 200, takenBack: 200 }), run(8)]);
    expect(history.runs()?.[0]?.status).toBe('undone');
  });

  it('hears that its run has ended when another run makes news right after it', () => {
    answer([run(9, { status: 'running', finishedAt: null, imported: 0 }), run(8)]);
    events.next(news({}));
    answer([run(9, { status: 'running', finishedAt: null, imported: 0 }), run(8)]);
    events.next(news({ status: 'done' }));
    events.next(news({ sourceId: 4, runId: 20 }));
    answer([run(9, { imported: 50 }), run(8)]);
    expect(history.runs()?.[0]?.imported).toBe(50);
  });

  it('does not mind runs of other sources', () => {
    answer([run(8)]);
    events.next(news({ sourceId: 4, runId: 20 }));
    TestBed.tick();
    expect(ids()).toEqual([8]);
  });
});
