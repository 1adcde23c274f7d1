import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { DialogOpener, HeldPermissions, LocaleStore, provideWords } from '@moodline/shared/ui';
import { uiWords } from '@moodline/shared/ui/words';
import type { Annotation } from '@moodline/trends/contract';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { AnnotatedChart } from './annotated-chart';
import { NoteDialog } from './note-dialog';

const DAYS = ['2026-05-01', '2026-05-02', '2026-05-03'];
const axis = {
  starts: DAYS.map((day) => `${day}T00:00:00.000Z`),
  names: DAYS,
  timeZone: 'UTC',
  period: { from: '2026-05-01T00:00:00.000Z', to: '2026-05-04T00:00:00.000Z' },
  byHour: false,
};
const layout = { places: [100, 200, 300], left: 50, right: 350, top: 48, bottom: 300, width: 400, height: 320 };
const note: Annotation = {
  kind: 'note',
  id: 7,
  at: '2026-05-02',
  text: 'Update <b>2.4</b>',
  by: 'Lin',
  comments: null,
};
const alarm: Annotation = {
  ...note,
  kind: 'alert',
  id: 3,
  at: '2026-05-02T08:00:00.000Z',
  text: 'Too negative',
  by: null,
};

describe('AnnotatedChart', () => {
  const dialogs = { open: jest.fn() };
  let http: HttpTestingController;

  async function shown(annotations: Annotation[], writes = true) {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        provideWords(uiWords),
        provideWords({ en, zh }),
        { provide: DialogOpener, useValue: dialogs },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    TestBed.inject(LocaleStore).setTimeZone('UTC');
    TestBed.inject(HeldPermissions).set(writes ? ['monitors.write'] : []);
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(AnnotatedChart);
    fixture.componentRef.setInput('axis', axis);
    fixture.componentRef.setInput('layout', layout);
    fixture.componentRef.setInput('turns', [{ start: axis.starts[2], before: 5, now: -27, n: 90 }]);
    fixture.detectChanges();
    http
      .expectOne(({ url, params }) => url === '/api/annotations' && params.get('to') === axis.period.to)
      .flush(annotations);
    await fixture.whenStable();
    const root = fixture.nativeElement as HTMLElement;
    const button = (name: string) =>
      [...document.querySelectorAll('button')].find(
        (one) => one.getAttribute('aria-label')?.includes(name) || one.textContent?.trim() === name,
      );
    return { fixture, root, button };
  }

  beforeEach(() => dialogs.open.mockClear());

  it('marks what happened where its day stands, and the turns of the mood', async () => {
    const { root } = await shown([note, alarm]);
    const marks = [...root.querySelectorAll<HTMLElement>('.mark')];
    expect(marks.map(({ style, ariaLabel }) => [style.left, ariaLabel])).toEqual([
      ['200px', '2026-05-02: Update <b>2.4</b>; Alert: Too negative'],
      ['300px', '2026-05-03: Net mood turned worse: from +5 to −27 (n = 90)'],
    ]);
    expect(marks[0]?.textContent?.trim()).toBe('2');
    expect(root.querySelector('summary')?.textContent).toContain('(2)');
  });

  it('opens a mark with all that happened there; the words stay words', async () => {
    const { fixture, button } = await shown([note, alarm]);
    button('2026-05-02:')?.click();
    await fixture.whenStable();
    const panel = document.querySelector('.panel');
    expect(panel?.textContent).toContain('Update <b>2.4</b>');
    expect(panel?.querySelector('b')).toBeNull();
    expect(panel?.querySelector('a')?.getAttribute('href')).toBe('/alerts?alert=3');
    panel?.querySelector<HTMLButtonElement>('.button')?.click();
    expect(dialogs.open.mock.calls[0]?.[1]).toMatchObject({ data: { at: '2026-05-02' } });
  });

  it('has the marks alone where the chart is small: nothing is listed or written there', async () => {
    const { fixture, root, button } = await shown([note]);
    fixture.componentRef.setInput('listed', false);
    await fixture.whenStable();
    expect(root.querySelector('summary')).toBeNull();
    expect(root.querySelector('.strip.writes')).toBeNull();
    button('2026-05-02:')?.click();
    await fixture.whenStable();
    document.querySelector<HTMLButtonElement>('.panel .button')?.click();
    await fixture.whenStable();
    expect(document.querySelector('.panel')).toBeNull();
    expect(dialogs.open).not.toHaveBeenCalled();
  });

  it('removes what a person wrote, and nothing that is known anyway', async () => {
    const { fixture, root, button } = await shown([note, alarm]);
    root.querySelector('summary')?.click();
    expect(button('Remove “Too negative”')).toBeUndefined();
    button('Remove “Update <b>2.4</b>”')?.click();
    http.expectOne({ method: 'DELETE', url: '/api/annotations/7' }).flush(null);
    TestBed.tick();
    http.expectOne(({ url }) => url === '/api/annotations').flush([]);
    await fixture.whenStable();
    expect(root.querySelectorAll('.mark')).toHaveLength(1);
  });

  it('marks what happened on both of two lines, and names both days', async () => {
    const { fixture, root } = await shown([note]);
    const april = { from: '2026-04-01T00:00:00.000Z', to: '2026-04-04T00:00:00.000Z' };
    const names = ['2026-04-01', '2026-04-02', '2026-04-03'];
    const starts = names.map((day) => `${day}T00:00:00.000Z`);
    fixture.componentRef.setInput('second', { ...axis, starts, names, period: april });
    fixture.detectChanges();
    http.expectOne(({ params }) => params.get('to') === april.to).flush([{ ...alarm, at: '2026-04-02T08:00:00.000Z' }]);
    await fixture.whenStable();
    expect(root.querySelector('.mark')?.getAttribute('aria-label')).toBe(
      '2026-05-02 / 2026-04-02: Update <b>2.4</b>; Alert: Too negative',
    );
    expect(root.querySelector('summary')?.textContent).toContain('(2)');
  });

  it('tells a picture of the chart what is marked', async () => {
    const { fixture } = await shown([note]);
    expect(fixture.componentInstance.pictureMarks()).toEqual([
      { index: 1, sign: '✎', words: '2026-05-02: Update <b>2.4</b>' },
      { index: 2, sign: '▼', words: '2026-05-03: Net mood turned worse: from +5 to −27 (n = 90)' },
    ]);
  });

  it('offers no writing to whoever may only read', async () => {
    const { root, button } = await shown([note], false);
    expect(button('Add a note')).toBeUndefined();
    expect(root.querySelector('.strip.writes')).toBeNull();
    expect(button('2026-05-02:')).toBeDefined();
  });
});

describe('NoteDialog', () => {
  it('keeps a note with its day and kind, and says why it could not', async () => {
    const dialog = { close: jest.fn() };
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideWords(uiWords),
        provideWords({ en, zh }),
        { provide: DIALOG_DATA, useValue: { at: '2026-05-02' } },
        { provide: DialogRef, useValue: dialog },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    const fixture = TestBed.createComponent(NoteDialog);
    await fixture.whenStable();
    const root = fixture.nativeElement as HTMLElement;
    const submit = root.querySelector<HTMLButtonElement>('button[type=submit]');
    expect(submit?.disabled).toBe(true);
    const text = root.querySelector<HTMLInputElement>('#note-text');
    if (text) text.value = ' Update 2.4 ';
    text?.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    const http = TestBed.inject(HttpTestingController);
    submit?.click();
    http
      .expectOne('/api/annotations')
      .flush({ code: 'disk-full', message: 'The disk is full.', correlationId: 'c' }, { status: 500, statusText: 'x' });
    await fixture.whenStable();
    expect(root.querySelector('[role=alert]')?.textContent).toContain('The disk is full.');
    submit?.click();
    const { request } = http.expectOne('/api/annotations');
    expect(request.body).toEqual({ at: '2026-05-02', text: 'Update 2.4', kind: 'note' });
    expect(dialog.close).not.toHaveBeenCalled();
  });
});
