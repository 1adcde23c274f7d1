import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideEnvironmentInitializer } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Comment } from '@moodline/comments/contract';
import { HeldPermissions, LocaleStore, provideWords } from '@moodline/shared/ui';
import { CommentRow } from '../comment-row/comment-row';
import { filterWords } from '../filter/filter-words';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { LabelCorrections } from './label-corrections';
import { listenForUndoKey } from './undo-key';

const comment: Comment = {
  id: 7,
  source: { id: 1, name: 'Weibo' },
  text: 'Great, it broke again',
  language: 'en',
  publishedAt: '2024-05-03T16:30:00.000Z',
  engagement: 0,
  permalink: null,
  label: 'positive',
  probabilities: { positive: 0.62, neutral: 0.08, negative: 0.3 },
  machineLabel: 'positive',
  correction: null,
  unsure: false,
  copies: 1,
  unscoredReason: null,
};
const corrected = (label: Comment['label']): Comment => ({
  ...comment,
  label,
  correction: { label: label ?? 'negative', by: 'Ann', at: '2024-05-03T16:30:00.000Z', reason: null },
});

describe('correcting a label', () => {
  let http: HttpTestingController;
  afterEach(() => http.verify());

  async function row(
    given: Comment = comment,
    permissions: Parameters<HeldPermissions['set']>[0] = ['labels.correct'],
  ) {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(),
        provideHttpClientTesting(),
        provideWords({ en, zh }, filterWords),
        provideEnvironmentInitializer(listenForUndoKey),
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    TestBed.inject(HeldPermissions).set(permissions);
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(CommentRow);
    fixture.componentRef.setInput('comment', given);
    await fixture.whenStable();
    const host: HTMLElement = fixture.nativeElement;
    document.body.append(host);
    const press = async (key: string, options: KeyboardEventInit = {}, on: EventTarget = host) => {
      on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }));
      await fixture.whenStable();
    };
    const answer = async (body: unknown, status = 200) => {
      const request = http.expectOne('/api/labels/7');
      request.flush(body as object, { status, statusText: String(status) });
      // The answer travels through promises before it is drawn.
      for (let turn = 0; turn < 4; turn++) await Promise.resolve();
      await fixture.whenStable();
      return request.request;
    };
    return {
      host,
      press,
      answer,
      words: () => host.textContent?.replace(/\s+/g, ' ') ?? '',
      settle: () => fixture.whenStable(),
    };
  }

  it('shows a key’s label at once and the name when the server has answered', async () => {
    const { press, answer, words } = await row();
    await press('3');
    expect(words()).toContain('▼ Negative by you, just now');
    const request = await answer(corrected('negative'));
    expect([request.method, request.body]).toEqual(['PUT', { label: 'negative' }]);
    expect(words()).toContain('▼ Negative by Ann, 3 May');
    expect(words()).toContain('machine: Positive 62%');
  });

  it('takes a label back by u', async () => {
    const { press, answer, words } = await row(corrected('negative'));
    await press('u');
    expect(words()).toContain('▲ Positive 62%');
    expect((await answer(comment)).method).toBe('DELETE');
  });

  it('undoes by ⌘Z what was done last', async () => {
    const { press, answer, words } = await row();
    await press('3');
    await answer(corrected('negative'));
    await press('z', { metaKey: true }, document.body);
    expect(words()).toContain('▲ Positive 62%');
    expect((await answer(comment)).method).toBe('DELETE');
  });

  it('puts the label back with words when the server refuses', async () => {
    const { press, answer, words } = await row();
    await press('2');
    await answer({ code: 'not-found', message: 'gone', correlationId: 'x' }, 404);
    expect(words()).toContain('▲ Positive 62%');
    expect(document.body.textContent).toContain('The label was not changed.');
  });

  it('sends changes in their order and shows only the last', async () => {
    const { press, answer, words } = await row();
    await press('3');
    await press('2');
    await answer(corrected('negative'));
    expect(words()).toContain('± Neutral');
    expect((await answer(corrected('neutral'))).body).toEqual({ label: 'neutral' });
    expect(words()).toContain('± Neutral by Ann');
  });

  it('remembers nothing of a comment when all of its changes were answered', async () => {
    const { press, answer } = await row();
    const { onTheWay } = TestBed.inject(LabelCorrections) as unknown as { onTheWay: Map<number, unknown> };
    await press('3');
    await press('2');
    expect(onTheWay.size).toBe(1);
    await answer(corrected('negative'));
    expect(onTheWay.size).toBe(1);
    await answer(corrected('neutral'));
    expect(onTheWay.size).toBe(0);
  });

  it('has buttons that do the same', async () => {
    const { host, answer, settle } = await row();
    host.querySelector<HTMLButtonElement>('[aria-label="Label it Negative"]')?.click();
    await settle();
    await answer(corrected('negative'));
    expect(host.querySelector('[aria-label="Label it Negative"]')?.getAttribute('aria-pressed')).toBe('true');
    expect(host.querySelector('[aria-label="Take your label back"]')).not.toBeNull();
  });

  it('offers nothing to people who may only read', async () => {
    const { host, press } = await row(comment, ['comments.read']);
    expect(host.querySelector('ml-label-buttons button')).toBeNull();
    await press('3');
  });

  it('says that the machine is unsure', async () => {
    const { host, words } = await row({ ...comment, unsure: true });
    expect(words()).toContain('Unsure·▲ Positive 62%');
    expect(host.querySelector('.hatch')).not.toBeNull();
  });
});
