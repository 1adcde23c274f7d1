import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { LocaleStore } from '../locale/locale-store';
import { provideWords } from '../locale/provide-words';
import { uiWords } from '../words';
import { Reveal } from './reveal';

@Component({
  imports: [Reveal],
  template: `<form (submit)="$event.preventDefault()">
    <ml-reveal><input type="password" value="a long way home" /></ml-reveal>
  </form>`,
})
class Page {}

describe('Reveal', () => {
  function shown() {
    TestBed.configureTestingModule({ providers: [provideWords(uiWords)] });
    TestBed.inject(LocaleStore).setLanguage('en');
    const host: HTMLElement = TestBed.createComponent(Page).nativeElement;
    TestBed.tick();
    const input = host.querySelector('input') as HTMLInputElement;
    const button = host.querySelector('button') as HTMLButtonElement;
    const press = () => {
      button.click();
      TestBed.tick();
    };
    return { host, input, button, press };
  }

  it('shows what was typed and hides it again, and says which of the two it does', () => {
    const { input, button, press } = shown();
    expect([input.type, button.textContent]).toEqual(['password', expect.stringContaining('Show what was typed')]);
    press();
    expect([input.type, button.textContent]).toEqual(['text', expect.stringContaining('Hide what was typed')]);
    expect(input.value).toBe('a long way home');
    press();
    expect(input.type).toBe('password');
  });

  it('hides it when the form is sent, and is no button that sends', () => {
    const { host, input, press } = shown();
    press();
    host.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    expect(input.type).toBe('password');
    expect(host.querySelector('button')?.type).toBe('button');
  });

  it('keeps spelling checkers and capital letters away', () => {
    const { input } = shown();
    expect([input.spellcheck, input.autocapitalize]).toEqual([false, 'none']);
  });
});
