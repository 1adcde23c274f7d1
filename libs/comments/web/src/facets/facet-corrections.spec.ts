import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Comment } from '@moodline/comments/contract';
import { HeldPermissions, LocaleStore, provideWords } from '@moodline/shared/ui';
import { CommentRow } from '../comment-row/comment-row';
import { filterWords } from '../filter/filter-words';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { FacetCorrections } from './facet-corrections';

const comment: Comment = {
  id: 7,
  source: { id: 1, name: 'Weibo' },
  text: 'It broke again, I am furious',
  language: 'en',
  publishedAt: '2024-05-03T16:30:00.000Z',
  engagement: 0,
  permalink: null,
  label: 'negative',
  probabilities: { positive: 0.1, neutral: 0.1, negative: 0.8 },
  machineLabel: 'negative',
  correction: null,
  unsure: false,
  emotion: { value: 'anger', machine: 'anger', probability: 0.714, correction: null },
  kind: { value: 'opinion', machine: 'opinion', probability: 0.95, correction: null },
  copies: 1,
  unscoredReason: null,
};

describe('emotion and kind of a comment', () => {
  let http: HttpTestingController;
  afterEach(() => http.verify());

  async function row(given: Comment = comment) {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(),
        provideHttpClientTesting(),
        provideWords({ en, zh }, filterWords),
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    TestBed.inject(HeldPermissions).set(['labels.correct']);
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(CommentRow);
    fixture.componentRef.setInput('comment', given);
    await fixture.whenStable();
    const host: HTMLElement = fixture.nativeElement;
    const chips = () => [...host.querySelectorAll('.facet')].map((chip) => chip.textContent?.trim());
    return { fixture, chips, corrections: TestBed.inject(FacetCorrections) };
  }

  it('names what is out of the usual, with how sure it is', async () => {
    expect((await row()).chips()).toEqual(['Anger 71%']);
  });

  it('does not name what is not probable enough', async () => {
    const unsure = { value: null, machine: 'fear', probability: 0.41, correction: null } as const;
    expect((await row({ ...comment, emotion: unsure })).chips()).toEqual([]);
  });

  it('shows what a person says beside the machine, and takes it back from the message', async () => {
    const { fixture, chips, corrections } = await row();
    const correction = { value: 'ad', by: 'Ann', at: '2024-05-03T16:30:00.000Z' } as const;
    const said = { ...comment, kind: { value: 'ad', machine: 'opinion', probability: 0.95, correction } as const };
    const saying = corrections.say(comment, 'kind', 'ad');
    const put = http.expectOne({ method: 'PUT', url: '/api/labels/7/kind' });
    expect(put.request.body).toEqual({ kind: 'ad' });
    put.flush(said);
    await saying;
    await fixture.whenStable();
    expect(chips()).toEqual(['Anger 71%', 'Advertising · Ann']);
    const undo = document.querySelector<HTMLElement>('.mat-mdc-snack-bar-action button, button[matsnackbaraction]');
    undo?.click();
    http.expectOne({ method: 'DELETE', url: '/api/labels/7/kind' }).flush(comment);
    await fixture.whenStable();
    expect(chips()).toEqual(['Anger 71%']);
  });
});
