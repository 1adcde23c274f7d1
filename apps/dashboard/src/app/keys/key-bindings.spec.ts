import { Dialog } from '@angular/cdk/dialog';
import { DestroyRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { KeyBindings } from './key-bindings';

describe('KeyBindings', () => {
  const pressed: string[] = [];
  const dialog = { openDialogs: [] as object[] };

  beforeEach(() => {
    pressed.length = 0;
    dialog.openDialogs = [];
    TestBed.configureTestingModule({ providers: [{ provide: Dialog, useValue: dialog }] });
    const note = (key: string) => () => void pressed.push(key);
    TestBed.inject(KeyBindings).bind(
      { 'mod+k': note('mod+k'), '?': note('?'), 'g o': note('g o'), o: note('o') },
      TestBed.inject(DestroyRef),
    );
  });

  function press(key: string, options: KeyboardEventInit & { at?: number; on?: EventTarget } = {}) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options });
    if (options.at !== undefined) Object.defineProperty(event, 'timeStamp', { value: options.at });
    (options.on ?? document.body).dispatchEvent(event);
    return event;
  }

  it('hears a pair only when the second key follows soon', () => {
    press('g', { at: 1_000 });
    press('o', { at: 1_500 });
    expect(pressed).toEqual(['g o']);
    press('g', { at: 3_000 });
    press('o', { at: 9_000 });
    expect(pressed).toEqual(['g o', 'o']);
  });

  it('leaves single keys to a field, but not the palette', () => {
    const field = document.body.appendChild(document.createElement('input'));
    press('?', { on: field });
    press('k', { on: field, metaKey: true });
    expect(pressed).toEqual(['mod+k']);
    field.remove();
  });

  it('leaves single keys alone under a dialog', () => {
    dialog.openDialogs = [{}];
    press('?');
    expect(pressed).toEqual([]);
  });

  it('does not take a key of the browser', () => {
    expect(press('o', { ctrlKey: true }).defaultPrevented).toBe(false);
    expect(press('?').defaultPrevented).toBe(true);
    expect(pressed).toEqual(['?']);
  });
});
