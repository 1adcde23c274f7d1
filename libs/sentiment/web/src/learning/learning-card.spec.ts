import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { commentsWords } from '@moodline/comments/web/words';
import type { AdoptionEffort, HeadProposal, Learning } from '@moodline/sentiment/contract';
import { HeldPermissions, LocaleStore, provideWords } from '@moodline/shared/ui';
import { uiWords } from '@moodline/shared/ui/words';
import { sentimentWords } from '../sentiment.words';
import { LearningCard } from './learning-card';

const learning = (part: Partial<Learning>): Learning => ({
  able: 'yes',
  judged: 212,
  asked: 200,
  fresh: 0,
  enough: 25,
  state: 'resting',
  automatic: false,
  proposal: null,
  ...part,
});
const proposal = (part: Partial<HeadProposal>): HeadProposal => ({
  id: 4,
  state: 'proposed',
  judged: 212,
  own: { n: 200, before: 150, after: 164, gained: 22, lost: 8, chance: 0.0054 },
  known: { n: 719, before: 592, after: 590, gained: 9, lost: 11, chance: 0.67 },
  lookedAt: 200,
  changing: 24,
  changes: [
    {
      commentId: 7,
      text: '<b>late</b> again',
      source: 'Weibo',
      publishedAt: '2026-05-03T00:00:00.000Z',
      before: 'neutral',
      after: 'negative',
      probability: 0.81,
    },
  ],
  version: null,
  createdAt: '2026-05-03T00:00:00.000Z',
  ...part,
});

describe('LearningCard', () => {
  let http: HttpTestingController;

  async function shown(
    answer: Learning,
    permissions: Parameters<HeldPermissions['set']>[0] = ['roles.write', 'labels.correct'],
    effort: AdoptionEffort = { comments: 100_000, perSecond: 10 },
  ) {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        provideWords(uiWords, commentsWords, sentimentWords),
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    TestBed.inject(HeldPermissions).set(permissions);
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(LearningCard);
    TestBed.tick();
    http.expectOne('/api/learning').flush(answer);
    TestBed.tick();
    http.match('/api/learning/effort').forEach((request) => request.flush(effort));
    await fixture.whenStable();
    const host: HTMLElement = fixture.nativeElement;
    const button = (name: string) =>
      [...host.querySelectorAll('button')].find((one) => one.textContent?.trim() === name);
    return { host, button, text: () => host.textContent?.replace(/\s+/g, ' ') ?? '' };
  }

  it('says what a proposal would change, and on what that rests', async () => {
    const { text, host } = await shown(learning({ proposal: proposal({}) }));
    expect(text()).toContain('Your 212 judgements can improve the labels: 75% → 82%');
    expect(text()).toContain('22 better, 8 worse; chance alone brings that about with p = 0.005');
    expect(text()).toContain(
      'On 719 other comments that nothing learned from, read without your label rates, so that nothing is forgotten: 82.3% → 82.1%',
    );
    expect(text()).toContain('Of 200 comments drawn at random, 24 would get another label');
    expect(text()).toContain('Neutral → Negative');
    // A comment is hostile text.
    expect(host.querySelector('.text')?.innerHTML).toBe('&lt;b&gt;late&lt;/b&gt; again');
  });

  it('says how long labelling again takes before anybody decides', async () => {
    expect((await shown(learning({ proposal: proposal({}) }))).text()).toContain(
      'Labelling all 100,000 comments again takes about 3 hrs (10 a second, measured here).',
    );
  });

  it('says so where that could not be measured, and asks for nothing that was decided', async () => {
    const unknown = await shown(learning({ proposal: proposal({}) }), undefined, { comments: 7, perSecond: null });
    expect(unknown.text()).toContain('7 comments would be labelled again. How long that takes could not be measured');
    TestBed.resetTestingModule();
    const decided = await shown(learning({ proposal: proposal({ state: 'declined' }) }));
    expect(decided.text()).not.toContain('labelled again');
  });

  it.each([
    ['Put in force', 'adopt'],
    ['Not now', 'decline'],
  ])('decides by a click: %s', async (name, step) => {
    const { button } = await shown(learning({ proposal: proposal({}) }));
    button(name)?.click();
    const request = http.expectOne({ method: 'POST', url: `/api/learning/proposals/4/${step}` });
    request.flush(learning({ proposal: proposal({ state: step === 'adopt' ? 'adopted' : 'declined' }) }));
  });

  it('offers nothing to people who may not decide', async () => {
    const { button, text } = await shown(learning({ proposal: proposal({}) }), ['labels.correct']);
    expect(text()).toContain('Your 212 judgements can improve the labels');
    expect(button('Put in force')).toBeUndefined();
  });

  it('leads to the queue while there is too little to learn from', async () => {
    const { host, text } = await shown(learning({ judged: 30, asked: 7 }));
    expect(text()).toContain('7 of 25 judged in the queue, 30 in all');
    expect(host.querySelector('a')?.getAttribute('href')).toBe('/review');
  });

  it('says why what was learned is not proposed', async () => {
    const forgets = { n: 719, before: 592, after: 570, gained: 10, lost: 32, chance: 0.999 };
    const { text } = await shown(learning({ proposal: proposal({ state: 'no-better', known: forgets, changes: [] }) }));
    expect(text()).toContain(
      'It is not proposed, because on 719 other comments it would forget more than chance explains',
    );
  });

  it('says what a prompt in force is in the way of', async () => {
    expect((await shown(learning({ able: 'prompt' }))).text()).toContain('Learning needs a version of heads in force');
  });
});
