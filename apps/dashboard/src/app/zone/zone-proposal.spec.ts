import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { SessionStore } from '@moodline/accounts/web';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { shellWords } from '../words/shell-words';
import { ZoneProposal } from './zone-proposal';

describe('ZoneProposal', () => {
  const updateWorkspace = jest.fn(() => Promise.resolve());
  const HERE = 'Asia/Shanghai';

  function shown(timeZone: string, may = true) {
    localStorage.clear();
    jest
      .spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions')
      .mockReturnValue({ timeZone: HERE } as Intl.ResolvedDateTimeFormatOptions);
    const workspace = signal({ id: 1, name: 'Acme', timeZone, hasDemo: false });
    TestBed.configureTestingModule({
      providers: [
        provideWords(shellWords),
        { provide: SessionStore, useValue: { workspace, can: () => may, updateWorkspace } },
      ],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    const fixture = TestBed.createComponent(ZoneProposal);
    fixture.detectChanges();
    const page = fixture.nativeElement as HTMLElement;
    const press = (words: string) => {
      [...page.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(words))?.click();
      fixture.detectChanges();
    };
    return { page, press };
  }
  afterEach(() => jest.restoreAllMocks());

  it('asks on the first visit, with the zone of the browser as the proposal', () => {
    const { page, press } = shown('UTC');
    expect(page.textContent).toContain('Days are counted in UTC. Your browser is in Asia/Shanghai.');
    press('Count days in Asia/Shanghai');
    expect(updateWorkspace).toHaveBeenCalledWith({ name: 'Acme', timeZone: HERE });
  });

  it('asks no more once the person has decided to keep it', () => {
    const { page, press } = shown('UTC');
    press('Keep UTC');
    expect(page.textContent?.trim()).toBe('');
  });

  it.each(['Asia/Shanghai', 'Asia/Chongqing', 'Asia/Hong_Kong'])(
    'asks nothing where %s shows the same clock',
    (zone) => {
      expect(shown(zone).page.textContent?.trim()).toBe('');
    },
  );

  it('asks nobody who may not decide it', () => expect(shown('UTC', false).page.textContent?.trim()).toBe(''));
});
