import { Clipboard } from '@angular/cdk/clipboard';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { NoteDraft, NoteDraftRequest, NoteKind } from '@moodline/assistants/contract';
import { provideRouter } from '@angular/router';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { ColleagueClient, type NoteDraftEvent } from './colleague.client';
import { NotePanel } from './note-panel';

const WRITTEN: NoteDraft = {
  ...{ text: 'Hello Anna,\n\nIt is late.', by: 'written', language: 'en', asked: null, rulesOnly: null },
  attempts: [{ text: 'Dear Peter', flaws: ['lost', 'stranger'] }],
};

describe('NotePanel', () => {
  const asked: NoteDraftRequest[] = [];
  const signals: AbortSignal[] = [];
  const copied: string[] = [];
  let next = Promise.withResolvers<NoteDraftEvent>();
  let fixture: ComponentFixture<NotePanel>;

  const page = () => fixture.nativeElement as HTMLElement;
  const text = () => (page().textContent ?? '').replace(/\s+/g, ' ');
  const button = (name: string) =>
    [...page().querySelectorAll('button')].find((one) => one.textContent?.trim() === name);
  const result = () => page().querySelector<HTMLTextAreaElement>('section textarea');
  const settle = async () => {
    // A turn of the loop: what was awaited has gone on.
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  const tell = async (event: NoteDraftEvent) => {
    const told = next;
    next = Promise.withResolvers();
    told.resolve(event);
    await settle();
  };

  function show(kind: NoteKind) {
    async function* draft(request: NoteDraftRequest, signal: AbortSignal) {
      asked.push(request);
      signals.push(signal);
      for (;;) {
        const event = await next.promise;
        yield event;
        if ('draft' in event) return;
      }
    }
    TestBed.configureTestingModule({
      providers: [
        provideWords({ en, zh }),
        provideRouter([]),
        { provide: ColleagueClient, useValue: { draft } },
        { provide: Clipboard, useValue: { copy: (words: string) => copied.push(words) } },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    fixture = TestBed.createComponent(NotePanel);
    fixture.componentRef.setInput('kind', kind);
    fixture.detectChanges();
  }
  const write = (notes: string, name: string) => {
    const field = page().querySelector('textarea') as HTMLTextAreaElement;
    field.value = notes;
    field.dispatchEvent(new Event('input'));
    fixture.detectChanges();
    button(name)?.click();
    fixture.detectChanges();
  };
  beforeEach(() => {
    [asked, signals, copied].forEach((list) => (list.length = 0));
    next = Promise.withResolvers();
  });

  it('shows what the model writes, then what passed or took its place, and why', async () => {
    show('mail');
    write('to Anna\nit is late', 'Write the mail');
    expect(asked).toEqual([{ kind: 'mail', notes: 'to Anna\nit is late', tone: 'plain' }]);
    await tell({ piece: 'Dear Pe' });
    expect(text()).toContain('Dear Pe');
    await tell({ draft: WRITTEN });
    expect(result()?.value).toBe(WRITTEN.text);
    expect(text()).toContain('did not pass the check');
    expect(text()).toContain('A number, day, name or line of the notes is missing.');
    button('Copy')?.click();
    expect(copied).toEqual([WRITTEN.text]);
  });

  it('copies what a person made of it', async () => {
    show('mail');
    write('to Anna\nit is late', 'Write the mail');
    await tell({ draft: { ...WRITTEN, by: 'model', attempts: [{ text: WRITTEN.text, flaws: [] }] } });
    expect(text()).toContain('Written by the model and checked');
    const field = result() as HTMLTextAreaElement;
    field.value = 'My own words';
    field.dispatchEvent(new Event('input'));
    button('Copy')?.click();
    expect(copied).toEqual(['My own words']);
  });

  it('says that the model was not asked, and how seldom its mails pass, beside the way to a larger one', async () => {
    show('mail');
    write('to Anna', 'Write the mail');
    await tell({ draft: { ...WRITTEN, attempts: [], rulesOnly: { n: 20, share: 0.05 } } });
    expect(text()).toContain('of 20 mails by the bundled model 5% passed the check');
    expect(page().querySelector('a')?.getAttribute('href')).toBe('/settings/model');
    expect(text()).not.toContain('No model answered');
  });

  it('stops the model', async () => {
    show('mail');
    write('to Anna', 'Write the mail');
    button('Stop')?.click();
    fixture.detectChanges();
    expect(signals[0]?.aborted).toBe(true);
    expect(button('Stop')).toBeUndefined();
  });

  it('sorts a day, in no tone', async () => {
    show('day');
    expect(page().querySelector('select')).toBeNull();
    write('fixed it', 'Sum up the day');
    await tell({ draft: { ...WRITTEN, text: 'Done:\n- Fixed it.', attempts: [] } });
    expect(asked[0]?.kind).toBe('day');
    expect(text()).toContain('sorted by code');
  });
});
