import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MatSnackBar } from '@angular/material/snack-bar';
import { provideRouter } from '@angular/router';
import type { Comment } from '@moodline/comments/contract';
import { HeldPermissions, LocaleStore, provideWords } from '@moodline/shared/ui';
import { uiWords } from '@moodline/shared/ui/words';
import { Subject } from 'rxjs';
import { filterWords } from '../filter/filter-words';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { readWork } from './work-choice';
import { Working } from './working';

const comment = (id: number, work?: Comment['work']): Comment => ({
  ...{ id, source: { id: 1, name: 'Weibo' }, text: `text ${id}`, language: 'en' },
  ...{ publishedAt: '2026-05-03T00:00:00.000Z', engagement: 0, permalink: null, label: null, probabilities: null },
  ...{ machineLabel: null, correction: null, unsure: false, copies: 1, unscoredReason: 'pending' },
  ...(work && { work }),
});
const ANN = { id: 3, name: 'Ann', me: true };

describe('Working', () => {
  let working: Working;
  let http: HttpTestingController;
  let shown: Comment[];
  let undo: Subject<void>;
  let told: string[];

  beforeEach(() => {
    undo = new Subject<void>();
    told = [];
    const open = (words: string) => {
      told.push(words);
      return { onAction: () => undo };
    };
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        provideWords(uiWords, { en, zh }, filterWords),
        { provide: MatSnackBar, useValue: { open } },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    TestBed.inject(HeldPermissions).set(['labels.correct']);
    working = TestBed.inject(Working);
    http = TestBed.inject(HttpTestingController);
    shown = [];
    working.changed.subscribe((one) => shown.push(one));
  });
  afterEach(() => http.verify());

  const asked = () => http.expectOne({ method: 'PUT', url: '/api/work/comments' });

  it('assigns comments, shows those that were kept, and takes it back with what stood before', async () => {
    const done = { state: 'done' as const, assignee: null };
    const comments = [comment(1), comment(2, done), comment(3)];
    const change = working.change(comments, { assignee: ANN }, 'comments.work.told.assigned');
    const request = asked();
    expect(request.request.body).toEqual({ changes: [1, 2, 3].map((id) => ({ id, assignee: 3 })) });
    const before = [
      { id: 1, state: null, assignee: null },
      { id: 2, state: 'done', assignee: null },
    ];
    request.flush({ before });
    await change;
    expect(shown.map(({ id, work }) => [id, work])).toEqual([
      [1, { state: 'open', assignee: { id: 3, name: 'Ann' } }],
      [2, { state: 'done', assignee: { id: 3, name: 'Ann' } }],
    ]);
    expect(told).toEqual(['2 comments assigned to Ann']);
    undo.next();
    const back = asked();
    expect(back.request.body).toEqual({ changes: before });
    back.flush({ before: [] });
    await Promise.resolve();
    await Promise.resolve();
    expect(shown.slice(2).map(({ id, work }) => [id, work])).toEqual([
      [1, undefined],
      [2, done],
    ]);
  });

  it('takes a comment off the work with who had it', async () => {
    const taken = comment(1, { state: 'open', assignee: { id: 3, name: 'Ann' } });
    const change = working.change([taken], { state: null }, 'comments.work.told.none');
    asked().flush({ before: [{ id: 1, state: 'open', assignee: 3 }] });
    await change;
    expect(shown[0]?.work).toBeUndefined();
    expect(told).toEqual(['Comment not taken up any more']);
  });

  it('changes nothing where the server refuses, and says so', async () => {
    const change = working.change([comment(1)], { state: 'open' }, 'comments.work.told.open');
    asked().flush(
      { code: 'not-allowed', message: 'No.', correlationId: '1' },
      { status: 403, statusText: 'Forbidden' },
    );
    await change;
    expect(shown).toEqual([]);
    expect(told[0]).toContain('That was not kept.');
  });

  it.each([
    ['open', null, { state: 'open' }],
    ['open', '3', { state: 'open', assignee: 3 }],
    [null, 'none', { assignee: 'none' }],
    ['nonsense', '-3', {}],
    [null, 'x', {}],
  ])('reads %s and %s from an address', (state, assignee, work) => expect(readWork(state, assignee)).toEqual(work));
});
