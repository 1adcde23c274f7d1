import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject } from '@angular/core';

/** Keeps the screen from going dark for as long as the calling component lives, where the browser can and the page is in sight. */
export function keepAwake(): void {
  const document = inject(DOCUMENT);
  const wakeLock = (document.defaultView?.navigator as Partial<Pick<Navigator, 'wakeLock'>> | undefined)?.wakeLock;
  if (!wakeLock) return;
  let lock: WakeLockSentinel | null = null;
  let over = false;
  const ask = async () => {
    if (document.visibilityState !== 'visible' || over) return;
    try {
      lock = await wakeLock.request('screen');
      // The component may have gone while the browser decided.
      if (over) await lock.release();
    } catch {
      // Refused, as with a battery that runs low: the screen follows its own settings.
    }
  };
  // The browser gives the lock back whenever the page is out of sight.
  const again = () => void ask();
  document.addEventListener('visibilitychange', again);
  void ask();
  inject(DestroyRef).onDestroy(() => {
    over = true;
    document.removeEventListener('visibilitychange', again);
    void lock?.release();
  });
}
