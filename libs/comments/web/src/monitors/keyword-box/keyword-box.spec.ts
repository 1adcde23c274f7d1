import { TestBed } from '@angular/core/testing';
import { keywordBoxSchema, type KeywordBox as KeywordBoxValue } from '@moodline/comments/contract';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { monitorWords } from '../monitor-words';
import { KeywordBox } from './keyword-box';

describe('KeywordBox', () => {
  async function shown(...words: string[]) {
    TestBed.configureTestingModule({ providers: [provideWords(monitorWords)] });
    TestBed.inject(LocaleStore).setLanguage('en');
    const fixture = TestBed.createComponent(KeywordBox);
    fixture.componentRef.setInput('name', 'any');
    fixture.componentRef.setInput('value', keywordBoxSchema.parse({ words }) satisfies KeywordBoxValue);
    await fixture.whenStable();
    const root: HTMLElement = fixture.nativeElement;
    const field = root.querySelector('input[type=text]') as HTMLInputElement;
    const press = async (key: string, part: KeyboardEventInit = {}) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...part });
      field.dispatchEvent(event);
      await fixture.whenStable();
      return event.defaultPrevented;
    };
    const chips = () => [...root.querySelectorAll('.word .text')].map((chip) => chip.textContent);
    return { root, field, press, chips, fixture };
  }

  it('adds what was typed with Enter and with a comma of either width, each word once', async () => {
    const { field, press, chips } = await shown('battery');
    for (const [text, key] of [
      ['电池', 'Enter'],
      ['screen', ','],
      ['battery', '，'],
    ] as const) {
      field.value = text;
      await press(key);
    }
    expect(chips()).toEqual(['battery', '电池', 'screen']);
    expect(field.value).toBe('');
  });

  it('leaves Enter to the input method that is composing, and a comma within quotes to the phrase', async () => {
    const { field, press, chips } = await shown();
    field.value = 'dianchi';
    expect(await press('Enter', { isComposing: true })).toBe(false);
    field.value = '"slow';
    expect(await press(',')).toBe(false);
    expect(chips()).toEqual([]);
  });

  it('takes the last one back into the field with Backspace', async () => {
    const { field, press, chips } = await shown('battery', 'screen');
    await press('Backspace');
    expect([chips(), field.value]).toEqual([['battery'], 'screen']);
    expect(await press('Backspace')).toBe(false);
  });

  it('makes many of a pasted list, and leaves a single word to the field', async () => {
    const { field, chips, fixture } = await shown();
    const paste = async (text: string) => {
      const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
        clipboardData: { getData: () => text },
      });
      field.dispatchEvent(event);
      await fixture.whenStable();
      return event.defaultPrevented;
    };
    expect(await paste('battery')).toBe(false);
    expect(await paste('battery\n电池、"a, b"')).toBe(true);
    expect(chips()).toEqual(['battery', '电池', '"a, b"']);
  });

  it('says what is wrong with a keyword, keeps it in the field, and adds the others', async () => {
    const { root, field, press, chips } = await shown();
    field.value = 'good, b*d';
    await press('Enter');
    expect([chips(), field.value]).toEqual([['good'], 'b*d']);
    expect(root.querySelector('[role=alert]')?.textContent).toContain('“b*d”');
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it('removes a keyword by its button, which says which', async () => {
    const { root, chips, fixture } = await shown('battery', '<b>screen</b>');
    (root.querySelector('[aria-label="Remove <b>screen</b>"]') as HTMLButtonElement).click();
    await fixture.whenStable();
    expect(chips()).toEqual(['battery']);
  });
});
