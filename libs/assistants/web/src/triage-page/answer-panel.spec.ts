import { HttpErrorResponse } from '@angular/common/http';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { SendAnswer, Triaged } from '@moodline/assistants/contract';
import { Working } from '@moodline/comments/web';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { of, throwError } from 'rxjs';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { TriageClient } from '../triage.client';
import { AnswerPanel } from './answer-panel';

const item = (more: Partial<Triaged> = {}) =>
  ({
    comment: {
      ...{ id: 7, text: 'My parcel came nine days late', language: 'en', label: 'negative', permalink: null },
      source: { id: 1, name: 'Social' },
    },
    ...{ urgency: 1, negative: 1, reach: 1, waiting: 1, hours: 1, overdue: false, answer: null, sends: true },
    ...more,
  }) as unknown as Triaged;

describe('AnswerPanel', () => {
  let fixture: ComponentFixture<AnswerPanel>;
  let sent: SendAnswer[];
  let told: string[];
  let refusal: HttpErrorResponse | null;
  let settled: number;

  const page = () => fixture.nativeElement as HTMLElement;
  const text = () => (page().textContent ?? '').replace(/\s+/g, ' ');
  const button = (name: string) =>
    [...page().querySelectorAll('button')].find((one) => one.textContent?.trim() === name);
  const click = async (name: string) => {
    button(name)?.click();
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };

  function show(given: Triaged, words = 'Sorry that your parcel is late.') {
    [sent, told, refusal, settled] = [[], [], null, 0];
    const send = (_: number, answer: SendAnswer) => {
      sent.push(answer);
      return refusal ? throwError(() => refusal) : of(null);
    };
    TestBed.configureTestingModule({
      providers: [
        provideWords({ en, zh }),
        { provide: TriageClient, useValue: { send } },
        { provide: Working, useValue: {} },
        { provide: MatSnackBar, useValue: { open: (line: string) => told.push(line) } },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    fixture = TestBed.createComponent(AnswerPanel);
    fixture.componentRef.setInput('item', given);
    fixture.componentRef.setInput('snippets', []);
    fixture.componentInstance.settled.subscribe(() => settled++);
    fixture.detectChanges();
    const field = page().querySelector('textarea');
    if (field) field.value = words;
    field?.dispatchEvent(new Event('input'));
    fixture.detectChanges();
  }

  it('asks before it publishes, and publishes once', async () => {
    show(item());
    expect(text()).toContain('Nothing is sent by itself. Send publishes the answer at Social, once');
    await click('Send');
    expect([text().includes('This will be published at Social as a reply'), sent]).toEqual([true, []]);
    await click('Cancel');
    expect([text().includes('This will be published'), sent]).toEqual([false, []]);
    await click('Send');
    await click('Publish it');
    expect(sent).toEqual([{ text: 'Sorry that your parcel is late.', from: 'person', again: false }]);
    expect([told, settled]).toEqual([['Answer published at Social'], 1]);
  });

  it('offers nothing to send where the source does not allow it', () => {
    show(item({ sends: false }));
    expect(button('Send')).toBeUndefined();
    expect(text()).toContain('Moodline sends nothing through this source');
  });

  it('says in words what went wrong, and stays open', async () => {
    show(item());
    refusal = new HttpErrorResponse({
      status: 409,
      error: { code: 'sending-unclear', message: 'x', correlationId: 'c' },
    });
    await click('Send');
    await click('Publish it');
    expect(text()).toContain('it is not known whether it arrived');
    expect(settled).toBe(0);
  });

  it('says that a former attempt is unclear, and sends again on purpose', async () => {
    const answer = {
      ...{ text: 'Sorry.', from: 'model', approvedBy: 'Ann', approvedAt: '2026-05-03T08:00:00Z' },
      ...{ answeredBy: null, answeredAt: null, sent: null, unclear: '2026-05-03T08:00:00Z' },
    } as const;
    show(item({ answer }));
    expect(text()).toContain('Look at the original first');
    await click('Send');
    await click('Publish it');
    expect(sent[0]?.again).toBe(true);
  });
});
