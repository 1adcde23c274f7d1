import { TestBed } from '@angular/core/testing';
import { ThemeStore } from './theme-store';

/** A store as it is after loading the page. */
function load(): ThemeStore {
  TestBed.resetTestingModule();
  return TestBed.inject(ThemeStore);
}

describe('ThemeStore', () => {
  let systemDark = false;
  beforeEach(() => {
    localStorage.clear();
    systemDark = false;
    window.matchMedia = () => ({ matches: systemDark, addEventListener: () => undefined }) as unknown as MediaQueryList;
  });

  it('follows the system until someone chooses', () => {
    systemDark = true;
    expect(load().shown()).toBe('dark');
    expect(document.documentElement.hasAttribute('data-theme')).toBe(false);
  });

  it('remembers the choice', () => {
    load().toggle();
    expect(document.documentElement.getAttribute('data-theme')).toBe('dark');
    expect(load().shown()).toBe('dark');
  });

  it('goes back to the system', () => {
    const store = load();
    store.choose('dark');
    store.choose('system');
    expect(store.shown()).toBe('light');
    expect(document.documentElement.hasAttribute('data-theme')).toBe(false);
  });

  it('ignores what somebody else left in the storage', () => {
    localStorage.setItem('moodline.theme', 'sepia');
    expect(load().choice()).toBe('system');
  });
});
