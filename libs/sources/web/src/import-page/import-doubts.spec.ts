import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { CHOICE_REASONS, type ImportDoubt } from '@moodline/sources/contract';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { ImportDoubts } from './import-doubts';
import { ImportStore } from './import-store';

describe('ImportDoubts', () => {
  const decide = jest.fn();
  const choice = (label: string, chosen: boolean) => ({
    ...{ label, chosen, example: `words of ${label}` },
    set: { mapping: { text: label } },
  });
  const doubt = (reason: ImportDoubt['reason']): ImportDoubt => ({
    ...{ code: 'text-column', columns: ['comment', 'review'], count: null, reason, message: '' },
    choices: [choice('comment', true), choice('review', false)],
  });

  async function shown(doubts: readonly ImportDoubt[], language: 'en' | 'zh' = 'en'): Promise<HTMLElement> {
    decide.mockClear();
    const store = { check: signal({ doubts, offers: [], parts: [] }), checking: signal(false), decide };
    TestBed.configureTestingModule({
      providers: [provideWords({ en, zh }), provideRouter([]), { provide: ImportStore, useValue: store }],
    });
    TestBed.inject(LocaleStore).setLanguage(language);
    const fixture = TestBed.createComponent(ImportDoubts);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  it('says why a column was taken, and takes the other one by a click', async () => {
    const host = await shown([doubt('usual-name')]);
    expect(host.querySelector('p')?.textContent).toBe(
      'Several columns could be the text. “comment” is taken: its name is the more usual one.',
    );
    const buttons = host.querySelectorAll('button');
    expect([...buttons].map((button) => button.getAttribute('aria-pressed'))).toEqual(['true', 'false']);
    buttons[1]?.click();
    expect(decide).toHaveBeenCalledWith({ mapping: { text: 'review' } });
  });

  it('says it in Chinese', async () => {
    const host = await shown([doubt('more-filled')], 'zh');
    expect(host.querySelector('p')?.textContent).toBe('有几列都可能是正文，现在取的是“comment”：它有内容的行更多。');
  });

  it.each(CHOICE_REASONS)('has words for %s', async (reason) => {
    const text = (await shown([doubt(reason)])).querySelector('p')?.textContent ?? '';
    expect(text).toMatch(/is taken: [a-z ,]{20,}\.$/);
  });
});
