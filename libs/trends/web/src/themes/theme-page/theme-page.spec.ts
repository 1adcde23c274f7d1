import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, input, output, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { CommentDrawerOpener, FilterStore } from '@moodline/comments/web';
import type { CommentFilter } from '@moodline/comments/contract';
import { HeldPermissions, LocaleStore, provideWords, ServerEvents } from '@moodline/shared/ui';
import { uiWords } from '@moodline/shared/ui/words';
import type { MoodSeries, ThemeDetail } from '@moodline/trends/contract';
import { Subject } from 'rxjs';
import { en } from '../../i18n/en';
import { themesWords } from '../../i18n/themes-words';
import { zh } from '../../i18n/zh';
import { MoodChart } from '../../mood-chart/mood-chart';
import { aTheme, aThemeDetail, aThemeList } from '../../testing/theme-fixtures';
import { ThemeActions } from '../theme-actions';
import { ThemePage } from './theme-page';

@Component({ selector: 'ml-mood-chart', template: '' })
class NoCanvas {
  readonly series = input.required<MoodSeries>();
  readonly label = input.required<string>();
  readonly pick = output<number>();
}

describe('ThemePage', () => {
  const filter = signal<CommentFilter>({ from: '2026-05-08' });
  const drawer = { open: jest.fn() };
  const actions = {
    setHidden: jest.fn(() => Promise.resolve(true)),
    follow: jest.fn(() => Promise.resolve(true)),
    rename: jest.fn(() => Promise.resolve(true)),
    merge: jest.fn(() => Promise.resolve(true)),
  };
  let http: HttpTestingController;

  async function shown(answer: ThemeDetail | number) {
    const fixture = TestBed.createComponent(ThemePage);
    fixture.componentRef.setInput('id', '1');
    fixture.detectChanges();
    const request = http.expectOne(({ url }) => url === '/api/themes/1');
    if (typeof answer === 'number')
      request.flush({ code: 'not-found', message: 'gone', correlationId: 'c' }, { status: answer, statusText: 'x' });
    else request.flush(answer);
    await fixture.whenStable();
    const root = fixture.nativeElement as HTMLElement;
    const button = (name: string) =>
      [...root.querySelectorAll('button')].find(
        (one) => one.getAttribute('aria-label') === name || one.textContent?.trim() === name,
      );
    return { fixture, root, button };
  }

  beforeEach(() => {
    jest.clearAllMocks();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        provideWords(uiWords, themesWords, { en, zh }),
        { provide: FilterStore, useValue: { filter, queryParams: () => ({}), load: jest.fn() } },
        { provide: CommentDrawerOpener, useValue: drawer },
        { provide: ThemeActions, useValue: actions },
        { provide: ServerEvents, useValue: { dataChanged: new Subject() } },
      ],
    });
    TestBed.overrideComponent(ThemePage, { remove: { imports: [MoodChart] }, add: { imports: [NoCanvas] } });
    TestBed.inject(LocaleStore).setLanguage('en');
    TestBed.inject(HeldPermissions).set(['monitors.write']);
    http = TestBed.inject(HttpTestingController);
  });

  it('opens all comments, those of a source and those that say the same, from their numbers', async () => {
    const { button } = await shown(aThemeDetail());
    button('All 40 comments about battery life')?.click();
    button('Forum')?.click();
    button('7 comments')?.click();
    expect(drawer.open.mock.calls.map(([selection]) => selection)).toEqual([
      { filter: { from: '2026-05-08', theme: 1 } },
      { filter: { from: '2026-05-08', theme: 1, source: ['3'] } },
      { filter: { theme: 1, q: 'drains', label: ['negative'] } },
    ]);
  });

  it('shows what people write as text, in the language it is in', async () => {
    const { root } = await shown(aThemeDetail());
    const [claim, quote] = [...root.querySelectorAll('blockquote')];
    expect(claim?.textContent?.trim()).toBe('It <b>drains</b> in an hour');
    expect(claim?.querySelector('b')).toBeNull();
    expect(quote?.getAttribute('lang')).toBe('zh');
  });

  it('hides the theme and follows it as a monitor', async () => {
    const { button } = await shown(aThemeDetail());
    button('Hide')?.click();
    button('Follow as a monitor')?.click();
    expect(actions.setHidden).toHaveBeenCalledWith(expect.objectContaining({ id: 1 }), true, expect.any(Function));
    expect(actions.follow).toHaveBeenCalledWith(expect.objectContaining({ id: 1 }));
  });

  it('renames by a form that refuses an empty name', async () => {
    const { fixture, root, button } = await shown(aThemeDetail());
    button('Rename')?.click();
    fixture.detectChanges();
    const field = root.querySelector('#theme-name') as HTMLInputElement;
    const submit = () => root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    field.value = '  ';
    submit();
    fixture.detectChanges();
    expect(root.querySelector('[role=alert]')?.textContent).toContain('Give the theme a name');
    field.value = 'Akku ';
    submit();
    await fixture.whenStable();
    expect(actions.rename).toHaveBeenCalledTimes(1);
    expect(actions.rename).toHaveBeenCalledWith(expect.objectContaining({ id: 1 }), 'Akku', expect.any(Function));
    expect(root.querySelector('#theme-name')).toBeNull();
  });

  it('merges into another theme of the period', async () => {
    const { fixture, root, button } = await shown(aThemeDetail());
    button('Merge')?.click();
    fixture.detectChanges();
    http
      .expectOne(({ url }) => url === '/api/themes')
      .flush(aThemeList([aTheme(), aTheme({ id: 2, name: 'the update' })]));
    await fixture.whenStable();
    expect([...root.querySelectorAll('option')].map(({ value }) => value)).toEqual(['2']);
    (root.querySelector('select') as HTMLSelectElement).value = '2';
    root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await fixture.whenStable();
    expect(actions.merge).toHaveBeenCalledWith(
      expect.objectContaining({ id: 1 }),
      expect.objectContaining({ id: 2 }),
      expect.any(Function),
    );
  });

  it('says that a theme is not there any more', async () => {
    const { root } = await shown(404);
    expect(root.querySelector('[role=alert]')?.textContent).toContain('could not be loaded');
  });
});
