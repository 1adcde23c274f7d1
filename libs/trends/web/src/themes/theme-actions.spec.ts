import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { MatSnackBar } from '@angular/material/snack-bar';
import { FilterStore, MonitorsClient } from '@moodline/comments/web';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { uiWords } from '@moodline/shared/ui/words';
import { of, Subject, throwError } from 'rxjs';
import { themesWords } from '../i18n/themes-words';
import { aTheme } from '../testing/theme-fixtures';
import { ThemeActions } from './theme-actions';
import { ThemesClient } from './themes.client';

describe('ThemeActions', () => {
  const client = { change: jest.fn() };
  const monitors = { create: jest.fn(), remove: jest.fn() };
  const filters = { load: jest.fn() };
  const toasts = { open: jest.fn() };
  const changed = jest.fn();
  let undo: Subject<void>;
  let actions: ThemeActions;
  const messages = () => toasts.open.mock.calls.map(([message]) => message as string);
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  beforeEach(() => {
    jest.resetAllMocks();
    undo = new Subject();
    toasts.open.mockReturnValue({ onAction: () => undo });
    client.change.mockReturnValue(of(undefined));
    monitors.create.mockReturnValue(of({ id: 8 }));
    monitors.remove.mockReturnValue(of(undefined));
    TestBed.configureTestingModule({
      providers: [
        provideWords(uiWords, themesWords),
        { provide: ThemesClient, useValue: client },
        { provide: MonitorsClient, useValue: monitors },
        { provide: FilterStore, useValue: filters },
        { provide: MatSnackBar, useValue: toasts },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    actions = TestBed.inject(ThemeActions);
  });

  it('hides a theme, and shows it again when that is taken back', async () => {
    await actions.setHidden(aTheme(), true, changed);
    expect(messages()).toEqual(['“battery life” is hidden']);
    undo.next();
    await settled();
    expect(client.change.mock.calls).toEqual([
      [1, { hidden: true }],
      [1, { hidden: false }],
    ]);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it.each([
    [aTheme(), { name: null }],
    [aTheme({ name: 'Akku', named: true }), { name: 'Akku' }],
  ])('gives a renamed theme the name back that it had', async (theme, before) => {
    await actions.rename(theme, 'Power', changed);
    undo.next();
    await settled();
    expect(client.change.mock.calls).toEqual([
      [1, { name: 'Power' }],
      [1, before],
    ]);
  });

  it('takes a merged theme out again together with what had been merged into it', async () => {
    const theme = aTheme({ merged: [{ id: 4, name: 'charging' }] });
    await actions.merge(theme, { id: 2, name: 'the update' }, changed);
    undo.next();
    await settled();
    expect(client.change.mock.calls).toEqual([
      [1, { mergedInto: 2 }],
      [1, { mergedInto: null }],
      [4, { mergedInto: 1 }],
    ]);
  });

  it('follows the words of a theme as a topic, and removes that monitor when it is taken back', async () => {
    await expect(actions.follow(aTheme())).resolves.toBe(true);
    expect(monitors.create).toHaveBeenCalledWith(
      expect.objectContaining({
        name: 'battery life',
        kind: 'topic',
        rules: expect.objectContaining({ any: expect.objectContaining({ words: ['battery', '续航'] }) }),
      }),
    );
    undo.next();
    await settled();
    expect(monitors.remove).toHaveBeenCalledWith(8);
    expect(filters.load).toHaveBeenCalledTimes(2);
  });

  it('says why something could not be done, and changes nothing in sight', async () => {
    client.change.mockReturnValue(throwError(() => new HttpErrorResponse({ status: 0 })));
    await expect(actions.setHidden(aTheme(), true, changed)).resolves.toBe(false);
    expect(changed).not.toHaveBeenCalled();
    expect(toasts.open).toHaveBeenCalledTimes(1);
    expect(messages()[0]).not.toContain('is hidden');
  });
});
