import { afterNextRender, DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';

/** Tells each time its element comes into view, a little ahead: for lists that load more as one scrolls. */
@Directive({ selector: '[mlWhenSeen]' })
export class WhenSeen {
  readonly mlWhenSeen = output<void>();

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const destroyRef = inject(DestroyRef);
    afterNextRender(() => {
      const observer = new IntersectionObserver(
        (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.mlWhenSeen.emit(),
        { rootMargin: '200px' },
      );
      observer.observe(element);
      destroyRef.onDestroy(() => observer.disconnect());
    });
  }
}
