import { TestBed } from '@angular/core/testing';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { SessionStore } from '../session/session-store';
import { DemoSettings } from './demo-settings';

describe('DemoSettings', () => {
  async function asked(worked: number) {
    const removeDemo = jest.fn(() => Promise.resolve());
    const store = {
      session: () => ({ workspace: { hasDemo: true } }),
      demoLoss: () => Promise.resolve({ comments: 1574, worked }),
      removeDemo,
    };
    TestBed.configureTestingModule({
      providers: [provideWords({ en, zh }), { provide: SessionStore, useValue: store }],
    });
    TestBed.inject(LocaleStore).setLanguage('en');
    const fixture = TestBed.createComponent(DemoSettings);
    await fixture.whenStable();
    const host: HTMLElement = fixture.nativeElement;
    host.querySelector('button')?.click();
    await fixture.whenStable();
    const type = async (word: string) => {
      const input = host.querySelector('input') as HTMLInputElement;
      input.value = word;
      input.dispatchEvent(new Event('input'));
      await fixture.whenStable();
    };
    const button = host.querySelector('.button-danger') as HTMLButtonElement;
    return { host, button, type, removeDemo };
  }

  it('says how much goes, and removes by a second click what can be brought back', async () => {
    const { host, button, removeDemo } = await asked(0);
    expect(host.querySelector('[role=alert]')?.textContent).toContain('All 1,574 demo comments go');
    expect(host.querySelector('input')).toBeNull();
    button.click();
    expect(removeDemo).toHaveBeenCalledTimes(1);
  });

  it('waits for a word where the work of people would be lost', async () => {
    const { host, button, type, removeDemo } = await asked(12);
    expect(host.querySelector('[role=alert]')?.textContent).toContain('12 of its comments');
    expect(button.disabled).toBe(true);
    await type('dem');
    expect(button.disabled).toBe(true);
    await type(' Demo ');
    expect(button.disabled).toBe(false);
    button.click();
    expect(removeDemo).toHaveBeenCalledTimes(1);
  });
});
