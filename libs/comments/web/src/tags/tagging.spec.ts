import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MatSnackBar } from '@angular/material/snack-bar';
import { provideRouter } from '@angular/router';
import type { Comment } from '@moodline/comments/contract';
import { HeldPermissions, LocaleStore, provideWords } from '@moodline/shared/ui';
import { uiWords } from '@moodline/shared/ui/words';
import { filterWords } from '../filter/filter-words';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { Subject } from 'rxjs';
import { Tagging } from './tagging';

const comment = (id: number, tags?: Comment['tags']): Comment => ({
  ...{
    id,
    source: { id: 1, name: 'Weibo' },
    text: `text ${id}`,
    language: 'en',
    publishedAt: '2026-05-03T00:00:00.000Z',
  },
  ...{ engagement: 0, permalink: null, label: null, probabilities: null, machineLabel: null, correction: null },
  ...{ unsure: false, copies: 1, unscoredReason: 'pending' },
  ...(tags && { tags }),
});
const REFUNDS = { id: 5, name: 'Refunds', color: 'red' as const };

describe('Tagging', () => {
  let tagging: Tagging;
  let http: HttpTestingController;
  let shown: Comment[];

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        provideWords(uiWords, { en, zh }, filterWords),
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    TestBed.inject(HeldPermissions).set(['labels.correct']);
    tagging = TestBed.inject(Tagging);
    http = TestBed.inject(HttpTestingController);
    shown = [];
    tagging.changed.subscribe((one) => shown.push(one));
  });
  afterEach(() => http.verify());

  const answer = (body: object) => {
    const request = http.expectOne({ method: 'PUT', url: '/api/tags/5/comments' });
    expect(request.request.body).toEqual(body);
    request.flush({ comments: (body as { ids: number[] }).ids.length });
  };

  it('puts a tag on a comment and takes it off', async () => {
    const put = tagging.toggle(comment(1), REFUNDS);
    answer({ ids: [1], tagged: true });
    await put;
    expect(shown.at(-1)?.tags).toEqual([{ id: 5, said: true, probability: null }]);
    const off = tagging.toggle(comment(1, [{ id: 5, said: false, probability: 0.8 }]), REFUNDS);
    answer({ ids: [1], tagged: false });
    await off;
    expect(shown.at(-1)?.tags).toEqual([]);
  });

  it('tags all that have not got the tag, at once', async () => {
    const put = tagging.putOnAll(
      [comment(1), comment(2, [{ id: 5, said: true, probability: null }]), comment(3)],
      REFUNDS,
    );
    answer({ ids: [1, 3], tagged: true });
    await put;
    expect(shown.map(({ id }) => id)).toEqual([1, 3]);
  });

  it('leaves a tag to the machine again when its taking off is undone', async () => {
    const undone = new Subject<void>();
    jest.spyOn(TestBed.inject(MatSnackBar), 'open').mockReturnValue({ onAction: () => undone } as never);
    const off = tagging.toggle(comment(1, [{ id: 5, said: false, probability: 0.8 }]), REFUNDS);
    answer({ ids: [1], tagged: false });
    await off;
    undone.next();
    answer({ ids: [1], tagged: null });
  });

  it('shows nothing that was not kept', async () => {
    const put = tagging.toggle(comment(1), REFUNDS);
    http.expectOne('/api/tags/5/comments').flush({}, { status: 500, statusText: 'Broken' });
    await put;
    expect(shown).toEqual([]);
  });
});
