import { DOCUMENT } from '@angular/common';
import { DestroyRef, type EnvironmentProviders, inject, provideEnvironmentInitializer } from '@angular/core';
import { isTyping } from '@moodline/shared/ui';
import { LabelCorrections } from './label-corrections';

/** ⌘Z or Ctrl Z takes the last correction back, wherever the focus is, except in a field, which has its own. */
export function provideUndoKey(): EnvironmentProviders {
  return provideEnvironmentInitializer(() => {
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
  });
}
