import { LABELS, type Label } from '@moodline/shared/contract';

/** What a key means on a comment: a label, taking it back (null), or nothing (undefined). */
export function correctionKey(event: KeyboardEvent): Label | null | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing)
    return undefined;
  if (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]'))
    return undefined;
  if (event.key === '0' || event.key.toLowerCase() === 'u') return null;
  return /^[123]$/.test(event.key) ? LABELS[Number(event.key) - 1] : undefined;
}
