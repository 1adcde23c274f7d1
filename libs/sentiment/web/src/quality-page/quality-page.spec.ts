import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatSnackBar } from '@angular/material/snack-bar';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { commentsWords } from '@moodline/comments/web/words';
import type { EstimatedShare, Evaluation, EvaluationResult } from '@moodline/sentiment/contract';
import { HeldPermissions, LocaleStore, provideWords } from '@moodline/shared/ui';
import { uiWords } from '@moodline/shared/ui/words';
import { Subject } from 'rxjs';
import { sentimentWords } from '../sentiment.words';
import { QualityPage } from './quality-page';
import { ReliabilityDiagram } from './reliability-diagram';

@Component({ selector: 'ml-reliability-diagram', template: '' })
class NoDiagram {
  readonly bins = input<unknown>();
  readonly calibrationError = input<unknown>();
}

const share = (n: number, correct: number) => ({
  n,
  correct,
  value: n ? correct / n : null,
  low: n ? correct / n - 0.05 : null,
  high: n ? correct / n + 0.05 : null,
});
const result = (n: number, correct: number): EvaluationResult => {
  const part = {
    rows: n,
    unscored: 0,
    accuracy: share(n, correct),
    macroF1: 0.7,
    calibrationError: 0.1,
    logLoss: 0.5,
    brier: 0.4,
  };
  const label = { gold: n, predicted: n, precision: 1, recall: 1, f1: 1 };
  return {
    ...part,
    labels: [label, label, label],
    confusion: [
      [correct, 0, n - correct],
      [0, 0, 0],
      [0, 0, 0],
    ],
    reliability: [],
    byLanguage: { en: part },
    bySource: { Weibo: part },
  };
};
const evaluation = (id: number, part: Partial<Evaluation>): Evaluation => ({
  id,
  state: 'done',
  done: 100,
  total: 100,
  set: { kind: 'set', id: 1, name: 'Tickets' },
  role: 'label',
  version: id,
  model: 'qwen',
  createdAt: '2026-05-03T00:00:00.000Z',
  startedAt: null,
  finishedAt: null,
  removeAt: null,
  by: 'Ann',
  problem: null,
  result: null,
  ...part,
});

describe('QualityPage', () => {
  async function shown(
    standing: EvaluationResult,
    evaluations: Evaluation[] = [],
    url = '/',
    {
      estimate = null,
      judged = standing.accuracy,
    }: { estimate?: EstimatedShare | null; judged?: EvaluationResult['accuracy'] } = {},
  ) {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', component: QualityPage }]),
        provideWords(uiWords, commentsWords, sentimentWords),
      ],
    });
    TestBed.overrideComponent(QualityPage, {
      remove: { imports: [ReliabilityDiagram] },
      add: { imports: [NoDiagram] },
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    TestBed.inject(HeldPermissions).set(['labels.correct', 'evaluations.write']);
    const harness = await RouterTestingHarness.create(url);
    const http = TestBed.inject(HttpTestingController);
    http.expectOne(({ url: path }) => path === '/api/quality').flush({ result: standing, estimate, byVersion: [] });
    const head = { accuracy: judged, byLanguage: { en: judged } };
    http.expectOne('/api/quality/judged').flush({ mood: head, emotion: head, kind: head });
    http.expectOne('/api/evaluations').flush(evaluations);
    http.expectOne('/api/evaluations/choices').flush({
      versions: [{ version: 1, active: true, createdAt: '2026-05-03T00:00:00.000Z' }],
      model: 'qwen',
      corrections: standing.rows,
      builtIn: 0,
      written: 0,
      sets: [],
    });
    // The answers lead to the next question; nothing is stable before that is answered, too.
    for (let turn = 0; turn < 3; turn++) {
      await new Promise((done) => setTimeout(done));
      TestBed.tick();
    }
    for (const request of http.match(({ url: path }) => /evaluations\/\d+$/.test(path)))
      request.flush({ ...evaluation(1, { result: result(100, 70) }), wrong: [] });
    await harness.fixture.whenStable();
    const page = harness.routeNativeElement as HTMLElement;
    return { page, text: () => page.textContent?.replace(/\s+/g, ' ') ?? '', harness };
  }

  it('says how right all labels are, once enough comments were drawn', async () => {
    const estimate = { drawn: 40, others: 120, value: 0.81, low: 0.7, high: 0.89 };
    const { text } = await shown(result(160, 90), [], '/', { estimate });
    expect(text()).toContain('An estimated 81% of all labels are right (70–89%), from 40 comments drawn at random');
    expect(text()).toContain('40 drawn at random, 120 judged otherwise');
  });

  it('removes a result at once, and brings it back from the toast or the line below the list', async () => {
    const gone = evaluation(2, { state: 'done', result: result(50, 40), removeAt: '2026-05-03T08:10:00.000Z' });
    const { page } = await shown(result(40, 30), [evaluation(1, { state: 'done', result: result(100, 70) }), gone]);
    const http = TestBed.inject(HttpTestingController);
    const pressed = new Subject<void>();
    const open = jest.spyOn(TestBed.inject(MatSnackBar), 'open');
    open.mockReturnValue({ onAction: () => pressed.asObservable() } as ReturnType<MatSnackBar['open']>);
    expect(page.querySelectorAll('ml-evaluation-runs ul:not(.removed) li')).toHaveLength(1);
    page.querySelector<HTMLButtonElement>('ml-evaluation-runs .removed button')?.click();
    http.expectOne({ method: 'POST', url: '/api/evaluations/2/keep' });
    page.querySelector<HTMLButtonElement>('ml-evaluation-runs li .icon-button')?.click();
    http.expectOne({ method: 'DELETE', url: '/api/evaluations/1' }).flush(null);
    // The list is asked for again; nobody waits for that here.
    await new Promise((done) => setTimeout(done));
    expect(open.mock.lastCall?.slice(0, 2)).toEqual([expect.stringContaining('was removed'), 'Bring back']);
    pressed.next();
    http.expectOne({ method: 'POST', url: '/api/evaluations/1/keep' });
  });

  it('states how far the labels agree, with interval and n', async () => {
    const { page } = await shown(result(312, 222));
    expect(page.querySelector('h1')?.textContent).toBe('7 in 10 labels agree with people: 71% (66–76%), n = 312');
  });

  it('does not state a share on too few labels, and shows the way to more', async () => {
    const { page, text } = await shown(result(12, 9));
    expect(page.querySelector('h1')?.textContent).toBe('Too few judged labels to say: 12 of 30');
    expect(page.querySelector('a[href="/review"]')).not.toBeNull();
    expect(text()).toContain('75%');
  });

  it('teaches what to do where there is nothing at all', async () => {
    const { text } = await shown(result(0, 0));
    expect(text()).toContain('How far can you trust the labels?');
    expect(text()).toContain('or upload a labelled set');
    expect(text()).not.toContain('People have judged');
  });

  it('says that people judged comments, where none of them is in the period, and leads to all', async () => {
    const { page, text } = await shown(result(0, 0), [], '/', { judged: result(56, 24).accuracy });
    expect(text()).toContain('People have judged 56 comments, none of them in this period and filter.');
    expect(page.querySelector('a[href="/quality?period=all"]')).not.toBeNull();
  });

  it('opens the comments behind a cell, for corrections only', async () => {
    const { page } = await shown(result(40, 30));
    expect([...page.querySelectorAll('ml-confusion-matrix button')].map((button) => button.textContent)).toContain(
      '1025%People: Positive, machine: Negative. Open 10 comments',
    );
    const other = await shownAgain(result(40, 30), [evaluation(1, { result: result(100, 70) })], '/?show=1');
    expect(other.page.querySelector('ml-confusion-matrix button')).toBeNull();
  });

  it('compares two evaluations and says whether the difference is more than chance', async () => {
    const { text } = await shown(
      result(40, 30),
      [evaluation(2, { result: result(100, 90) }), evaluation(1, { result: result(100, 70) })],
      '/?show=1&against=2',
    );
    expect(text()).toContain('is better by 20 points; the intervals do not overlap');
    expect(text()).toContain('Both are measured on the same kind of texts.');
    expect(text()).toContain('+20 pt');
  });

  it('shows how far an evaluation is, and why another failed', async () => {
    const { text } = await shown(result(40, 30), [
      evaluation(2, { state: 'running', done: 20 }),
      evaluation(1, { state: 'failed', problem: 'model-changed' }),
    ]);
    expect(text()).toContain('20 of 100');
    expect(text()).toContain('Stopped: another model labels now');
    expect(text()).toContain('Cancel');
  });

  async function shownAgain(...given: Parameters<typeof shown>) {
    TestBed.resetTestingModule();
    return shown(...given);
  }
});
