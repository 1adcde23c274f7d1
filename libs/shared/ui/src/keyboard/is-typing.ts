/** Fields that take what is typed; a ticked box or a chosen circle takes no letters. */
const TYPED = 'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=range]), textarea, select';

/** Whether keys that are pressed now belong to a field: single-key shortcuts then stay silent. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest(TYPED) !== null || target.closest('[contenteditable]:not([contenteditable=false])') !== null;
}

/** Whether a key was pressed with ⌘, Ctrl or Alt, is being held down, or composes a character. */
export function isShortcutOfOthers(event: KeyboardEvent): boolean {
  return event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing;
}
