import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject } from '@angular/core';
import { isTyping } from '@moodline/shared/ui';
import { LabelCorrections } from './label-corrections';

/**
 * ⌘Z or Ctrl Z takes the last correction back, wherever the focus is, except in a field, which has its own. Holds for as long as
 * the component lives in whose constructor it is called.
 */
export function listenForUndoKey(): void {
  const corrections = inject(LabelCorrections);
  const document = inject(DOCUMENT);
  const listen = (event: KeyboardEvent) => {
    const undo =
      (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z';
    if (!undo || event.defaultPrevented || isTyping(event.target)) return;
    if (corrections.undo()) event.preventDefault();
  };
  document.addEventListener('keydown', listen);
  inject(DestroyRef).onDestroy(() => document.removeEventListener('keydown', listen));
}
