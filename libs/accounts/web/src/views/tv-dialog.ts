import { DialogRef } from '@angular/cdk/dialog';
import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleStore } from '@moodline/shared/ui';
import { SavedViews } from './saved-views';

/** How long each view can be shown (s). */
const TIMES = [10, 20, 60, 300] as const;

/** Chooses which saved views a screen on a wall goes through; without any, it shows the overview as it is filtered now. */
@Component({
  selector: 'ml-tv-dialog',
  imports: [TranslocoPipe],
  templateUrl: './tv-dialog.html',
  styleUrl: './view-dialog.css',
})
export class TvDialog {
  protected readonly views = inject(SavedViews);
  private readonly dialog = inject<DialogRef<void>>(DialogRef);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly locale = inject(LocaleStore);

  protected readonly times = TIMES;
  protected readonly every = signal<number>(20);
  private readonly leftOut = signal<ReadonlySet<number>>(new Set());
  private readonly chosen = computed(() => this.views.all().filter(({ id }) => !this.leftOut().has(id)));
  private readonly tree = computed(() => {
    const filter = Object.entries(this.router.parseUrl(this.router.url).queryParams).filter(
      ([name]) => name !== 'open',
    );
    const ids = this.chosen().map(({ id }) => id);
    return this.router.createUrlTree(['/tv'], {
      queryParams: ids.length ? { views: ids.join(','), every: this.every() } : Object.fromEntries(filter),
    });
  });
  /** The address for the browser of the screen; whoever is signed in there sees it. */
  protected readonly address = computed(() => this.document.location.origin + this.router.serializeUrl(this.tree()));

  protected isChosen(id: number): boolean {
    return !this.leftOut().has(id);
  }

  protected choose(id: number, chosen: boolean): void {
    this.leftOut.update((before) => {
      const now = new Set(before);
      if (chosen) now.delete(id);
      else now.add(id);
      return now;
    });
  }

  protected words(seconds: number): string {
    return this.locale.formats().duration(seconds);
  }

  protected start(): void {
    const tree = this.tree();
    // Only while a click is being handled may a page fill the screen; a browser that refuses shows it in its window.
    void this.document.documentElement.requestFullscreen?.().catch(() => undefined);
    this.dialog.close();
    void this.router.navigateByUrl(tree);
  }

  protected cancel(): void {
    this.dialog.close();
  }
}
