import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { commentsWords } from '@moodline/comments/web/words';
import type { Relabelling, RelabellingPreview, Role } from '@moodline/sentiment/contract';
import { HeldPermissions, LocaleStore, provideWords } from '@moodline/shared/ui';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { RelabellingCard } from './relabelling-card';

const words = { en: 'Labels', zh: '标注' };
const ROLE: Role = {
  role: {
    name: 'label',
    title: words,
    purpose: words,
    answer: words,
    language: null,
    task: 'choose',
    options: [],
    sample: '',
    activeVersion: 1,
    versions: 2,
    edited: false,
    rates: null,
    own: false,
  },
  versions: [
    {
      version: 2,
      kind: 'prompt',
      system: 'b',
      note: '',
      author: 'Mei',
      createdAt: '2026-05-03T00:00:00.000Z',
      evaluations: [],
    },
    { version: 1, kind: 'prompt', system: 'a', note: '', author: null, createdAt: null, evaluations: [] },
  ],
  activations: [],
  model: { name: 'moodline-qwen-0.5b', heads: true },
};
const relabelling = (more: Partial<Relabelling> = {}): Relabelling => ({
  ...{ id: 5, version: 2, state: 'running', total: 40, done: 10, switched: 0, rate: 2, waitsFor: null },
  ...{
    model: 'qwen',
    days: 30,
    since: '2026-05-01T00:00:00.000Z',
    by: 'Mei',
    createdAt: '2026-05-03T00:00:00.000Z',
    endedAt: null,
  },
  ...more,
});
const preview = (of: Relabelling): RelabellingPreview => ({
  relabelling: of,
  outcome: {
    total: { n: 40, changed: 12, netBefore: 25, netAfter: -5.2 },
    byPerson: 3,
    moves: [
      { from: 'positive', to: 'negative', n: 12 },
      { from: 'positive', to: 'positive', n: 25 },
    ],
    sources: [{ sourceId: 1, name: '<b>Shop</b>', n: 40, changed: 12, netBefore: 25, netAfter: -5.2 }],
  },
  samples: [
    {
      id: 9,
      text: 'great <img src=x>',
      source: 'Shop',
      publishedAt: '2026-05-03T00:00:00.000Z',
      permalink: null,
      from: 'positive',
      to: 'negative',
      probability: 0.8,
    },
  ],
});

describe('RelabellingCard', () => {
  let http: HttpTestingController;

  async function shown(current: Relabelling | null) {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideWords({ en, zh }, commentsWords)],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    TestBed.inject(HeldPermissions).set(['roles.read', 'roles.write']);
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(RelabellingCard);
    fixture.componentRef.setInput('role', ROLE);
    fixture.componentRef.setInput('version', 2);
    fixture.detectChanges();
    http.expectOne('/api/relabellings').flush(current ? [current] : []);
    const settle = async () => {
      for (let turn = 0; turn < 4; turn++) await Promise.resolve();
      fixture.detectChanges();
    };
    await settle();
    if (current) http.expectOne(`/api/relabellings/${current.id}`).flush(preview(current));
    await settle();
    const host: HTMLElement = fixture.nativeElement;
    const button = (name: string) =>
      [...host.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name);
    return { host, button, settle };
  }

  it('says how far it is and how long yet, and can be stopped', async () => {
    const { host, button, settle } = await shown(relabelling());
    expect(host.textContent).toContain('10 of 40 comments');
    expect(host.textContent).toContain('2 per second, about 15 secs left');
    button('Stop')?.click();
    http.expectOne('/api/relabellings/5/cancel').flush(relabelling({ state: 'cancelled' }));
    await settle();
    expect([button('Go on')?.disabled, button('Discard')?.disabled]).toEqual([false, false]);
  });

  it('says what it waits for', async () => {
    const { host } = await shown(relabelling({ waitsFor: 'fresh-comments', rate: 0 }));
    expect(host.textContent).toContain('new comments are labelled first');
  });

  it('shows what would change, with comments as text and not as markup', async () => {
    const { host } = await shown(relabelling({ state: 'ready', done: 40 }));
    expect(host.textContent).toContain('12 of 40 comments get another label.');
    expect(host.textContent).toContain('3 were labelled by people');
    expect(host.textContent).toContain('+25 → −5');
    expect(
      [...host.querySelectorAll('.matrix tbody tr')].map((row) =>
        [...row.querySelectorAll('td')].map(({ textContent }) => textContent.trim()),
      )[0],
    ).toEqual(['25', '0', '12']);
    expect(host.querySelector('img')).toBeNull();
    expect(host.textContent).toContain('great <img src=x>');
  });

  it('switches to a version that nobody has measured only when that is confirmed', async () => {
    const { host, button, settle } = await shown(relabelling({ state: 'ready', done: 40 }));
    expect(button('Switch to the new labels')?.disabled).toBe(true);
    (host.querySelector('input[type=checkbox]') as HTMLInputElement).click();
    await settle();
    button('Switch to the new labels')?.click();
    const sent = http.expectOne('/api/relabellings/5/switch');
    expect(sent.request.body).toEqual({ confirmWithoutEvaluation: true });
    sent.flush(relabelling({ state: 'switching' }));
    await settle();
    expect(button('Discard')).toBeUndefined();
  });

  it('offers a start only where there is something to label', async () => {
    jest.useFakeTimers();
    try {
      const { host, button } = await shown(null);
      expect(button('Start')?.disabled).toBe(true);
      jest.advanceTimersByTime(400);
      const sent = http.expectOne((request) => request.url === '/api/relabellings/scope');
      expect(sent.request.params.toString()).toBe('version=2&days=30');
      sent.flush({ since: '2026-05-01T00:00:00.000Z', total: 0, done: 0, model: 'qwen', perSecond: null });
      await jest.advanceTimersByTimeAsync(0);
      TestBed.tick();
      expect(host.textContent).toContain('There are no labelled comments');
      expect(button('Start')?.disabled).toBe(true);
    } finally {
      jest.useRealTimers();
    }
  });
});
