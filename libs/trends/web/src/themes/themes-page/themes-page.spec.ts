import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { CommentDrawerOpener, FilterStore } from '@moodline/comments/web';
import type { CommentFilter } from '@moodline/comments/contract';
import type { Permission } from '@moodline/shared/contract';
import { HeldPermissions, LocaleStore, provideWords, ServerEvents } from '@moodline/shared/ui';
import { uiWords } from '@moodline/shared/ui/words';
import type { ThemeList } from '@moodline/trends/contract';
import { Subject } from 'rxjs';
import { themesWords } from '../../i18n/themes-words';
import { aTheme, aThemeList, moodTotal } from '../../testing/theme-fixtures';
import { ThemeActions } from '../theme-actions';
import { ThemesPage } from './themes-page';

describe('ThemesPage', () => {
  const filter = signal<CommentFilter>({ from: '2026-05-08', theme: 9 });
  const filters = { filter, queryParams: () => ({ period: '7d' }), clear: jest.fn() };
  const drawer = { open: jest.fn() };
  const actions = { setHidden: jest.fn(() => Promise.resolve(true)) };
  let http: HttpTestingController;

  async function shown(
    answer: ThemeList | null,
    language: 'en' | 'zh' = 'en',
    permissions: Permission[] = ['monitors.write'],
  ) {
    TestBed.inject(LocaleStore).setLanguage(language);
    TestBed.inject(HeldPermissions).set(permissions);
    const fixture = TestBed.createComponent(ThemesPage);
    fixture.detectChanges();
    const root = fixture.nativeElement as HTMLElement;
    const waiting = root.querySelector('[role=status]') !== null;
    const request = http.expectOne(({ url }) => url === '/api/themes');
    if (answer) request.flush(answer);
    else request.flush(null, { status: 500, statusText: 'broken' });
    await fixture.whenStable();
    const text = () => (root.textContent ?? '').replace(/\s+/g, ' ');
    const button = (name: string) =>
      [...root.querySelectorAll('button')].find(
        (one) => one.getAttribute('aria-label') === name || one.textContent?.trim() === name,
      );
    return { fixture, root, text, button, waiting, params: request.request.params };
  }

  beforeEach(() => {
    jest.clearAllMocks();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        provideWords(uiWords, themesWords),
        { provide: FilterStore, useValue: filters },
        { provide: CommentDrawerOpener, useValue: drawer },
        { provide: ThemeActions, useValue: actions },
        { provide: ServerEvents, useValue: { dataChanged: new Subject() } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
  });

  it('shows each theme with its count, change, mood and share of the change', async () => {
    const { text, waiting, params } = await shown(aThemeList([aTheme()]));
    expect(waiting).toBe(true);
    expect(params.get('from')).toBe('2026-05-08');
    expect(params.has('theme')).toBe(false);
    expect(text()).toContain('battery life');
    expect(text()).toContain('40 ▲ 30 more');
    expect(text()).toContain('−47');
    expect(text()).toContain('−3 of −29');
    expect(text()).toContain('33% of them in no theme');
  });

  it('opens all comments of a theme from its number', async () => {
    const { button } = await shown(aThemeList([aTheme()]));
    button('All 40 comments about battery life')?.click();
    expect(drawer.open).toHaveBeenCalledWith({ filter: { from: '2026-05-08', theme: 1 } }, 'battery life');
  });

  it('puts the lowest mood first when asked to', async () => {
    const { fixture, root, button } = await shown(
      aThemeList([aTheme({ name: 'loud' }), aTheme({ id: 2, name: 'low', total: moodTotal(0, 10) })]),
    );
    const names = () => [...root.querySelectorAll('li h2')].map((heading) => heading.textContent?.trim());
    expect(names()).toEqual(['loud', 'low']);
    button('Lowest mood')?.click();
    fixture.detectChanges();
    expect(names()).toEqual(['low', 'loud']);
    expect(button('Lowest mood')?.getAttribute('aria-pressed')).toBe('true');
  });

  it('hides a theme and shows a hidden one again', async () => {
    const { button } = await shown(aThemeList([aTheme()], { hidden: [{ id: 7, name: 'spam' }] }));
    button('Hide battery life')?.click();
    button('Show spam again')?.click();
    expect(
      actions.setHidden.mock.calls.map(([theme, hidden]: unknown[]) => [(theme as { id: number }).id, hidden]),
    ).toEqual([
      [1, true],
      [7, false],
    ]);
  });

  it('offers no change to whoever may only read', async () => {
    const { button } = await shown(aThemeList([aTheme()]), 'en', []);
    expect(button('Hide battery life')).toBeUndefined();
  });

  it('says what to do where no theme stands out', async () => {
    const { text, button } = await shown(aThemeList([]), 'zh');
    expect(text()).toContain('没有突出的主题');
    button('清除筛选')?.click();
    expect(filters.clear).toHaveBeenCalledTimes(1);
  });

  it('says that the themes could not be loaded, and asks again', async () => {
    const { root, button } = await shown(null);
    expect(root.querySelector('[role=alert]')?.textContent).toContain('could not be loaded');
    button('Try again')?.click();
    TestBed.tick();
    http.expectOne(({ url }) => url === '/api/themes');
  });
});
