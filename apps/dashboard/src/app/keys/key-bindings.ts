import { Dialog } from '@angular/cdk/dialog';
import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, Injectable } from '@angular/core';
import { isTyping } from '@moodline/shared/ui';

/** Time within which the second key of a pair has to follow (ms). */
const PAIR_WITHIN = 1_200;

/** Keys by what is pressed: `?`, `a`, `g o` (one after the other), `mod+k` (⌘ or Ctrl). */
export type KeyMap = Readonly<Record<string, () => void>>;

/** Listens to the keyboard. Single keys are left alone while someone types or a dialog is open. */
@Injectable({ providedIn: 'root' })
export class KeyBindings {
  private readonly document = inject(DOCUMENT);
  private readonly dialog = inject(Dialog);
  private first: { readonly key: string; readonly at: number } | null = null;

  /** Binds until the caller is destroyed. */
  bind(keys: KeyMap, owner: DestroyRef): void {
    const listen = (event: KeyboardEvent) => this.press(event, keys);
    this.document.addEventListener('keydown', listen);
    owner.onDestroy(() => this.document.removeEventListener('keydown', listen));
  }

  private press(event: KeyboardEvent, keys: KeyMap): void {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (event.metaKey || event.ctrlKey) {
      if (!event.altKey && !event.shiftKey) this.run(keys[`mod+${key}`], event);
      return;
    }
    if (event.altKey || isTyping(event.target) || this.dialog.openDialogs.length > 0) return;
    const pair =
      this.first && event.timeStamp - this.first.at < PAIR_WITHIN ? keys[`${this.first.key} ${key}`] : undefined;
    this.first = { key, at: event.timeStamp };
    if (pair) this.first = null;
    this.run(pair ?? keys[key], event);
  }

  private run(action: (() => void) | undefined, event: KeyboardEvent): void {
    if (!action) return;
    event.preventDefault();
    action();
  }
}
