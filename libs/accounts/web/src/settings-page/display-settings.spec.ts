import { TestBed } from '@angular/core/testing';
import { LocaleStore, provideWords, ThemeStore } from '@moodline/shared/ui';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { DisplaySettings } from './display-settings';

describe('DisplaySettings', () => {
  async function shown() {
    TestBed.configureTestingModule({ providers: [provideWords({ en, zh })] });
    TestBed.inject(LocaleStore).setLanguage('en');
    const fixture = TestBed.createComponent(DisplaySettings);
    await fixture.whenStable();
    const host: HTMLElement = fixture.nativeElement;
    const choose = async (id: string, index: number) => {
      const select = host.querySelector(`#${id}`) as HTMLSelectElement;
      select.selectedIndex = index;
      select.dispatchEvent(new Event('change'));
      await fixture.whenStable();
    };
    return { host, choose };
  }

  it('switches the language at once', async () => {
    const { host, choose } = await shown();
    expect(host.querySelector('h2')?.textContent).toBe('Display');
    await choose('display-language', 1);
    expect(TestBed.inject(LocaleStore).language()).toBe('zh');
    expect(host.querySelector('h2')?.textContent).toBe('显示');
  });

  it('switches the colours', async () => {
    const { choose } = await shown();
    await choose('display-theme', 2);
    expect(TestBed.inject(ThemeStore).choice()).toBe('dark');
    await choose('display-theme', 0);
    expect(TestBed.inject(ThemeStore).choice()).toBe('system');
  });
});
