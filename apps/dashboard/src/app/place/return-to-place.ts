import { DOCUMENT } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import { NavigationStart, Router, Scroll } from '@angular/router';

/** How long a page may take to become as long as it was (ms). */
const PATIENCE = 4_000;
const OWN_MOVES = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;

/**
 * Brings whoever goes back to where they were in the page. The router scrolls once, when the page has just been drawn; a list has its
 * length a moment later, so that it stops short. This goes on until the page is long enough; whoever moves meanwhile stays where they are.
 */
@Injectable({ providedIn: 'root' })
export class ReturnToPlace {
  private readonly view = inject(DOCUMENT).defaultView as Window;
  private frame = 0;

  constructor() {
    inject(Router).events.subscribe((event) => {
      if (event instanceof NavigationStart) this.stop();
      if (event instanceof Scroll && event.position) this.pursue(event.position[1]);
    });
    for (const name of OWN_MOVES) this.view.addEventListener(name, () => this.stop(), { passive: true });
  }

  private pursue(top: number): void {
    this.stop();
    const { view } = this;
    const end = view.performance.now() + PATIENCE;
    const attempt = () => {
      const { scrollHeight } = view.document.documentElement;
      if (scrollHeight - view.innerHeight < top && view.performance.now() < end)
        this.frame = view.requestAnimationFrame(attempt);
      else if (Math.abs(view.scrollY - top) > 1) view.scrollTo({ top });
    };
    this.frame = view.requestAnimationFrame(attempt);
  }

  private stop(): void {
    this.view.cancelAnimationFrame(this.frame);
  }
}
