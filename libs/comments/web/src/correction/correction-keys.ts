import { isShortcutOfOthers, isTyping } from '@moodline/shared/ui';
import { LABELS, type Label } from '@moodline/comments/contract';

/** What a key means on a comment: a label, taking it back (null), or nothing (undefined). */
export function correctionKey(event: KeyboardEvent): Label | null | undefined {
  if (isShortcutOfOthers(event) || isTyping(event.target)) return undefined;
  if (event.key === '0' || event.key.toLowerCase() === 'u') return null;
  return /^[123]$/.test(event.key) ? LABELS[Number(event.key) - 1] : undefined;
}
