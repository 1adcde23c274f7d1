import { DOCUMENT } from '@angular/common';
import { Component, computed, DestroyRef, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { SavedViews, SessionStore } from '@moodline/accounts/web';
import { FilterStore } from '@moodline/comments/web';
import { LocaleStore } from '@moodline/shared/ui';
import { MoodWall } from '@moodline/trends/web';
import { ConnectionStore } from '../connection/connection-store';
import { nextView, readTvAddress, tvParams } from './tv-address';
import { keepAwake } from './keep-awake';

/**
 * A screen on a wall: the mood of saved views, one after the other, dark and without controls, by an address of its own. The numbers
 * follow the news of the server, and come back by themselves after the connection was lost. Esc leaves.
 */
@Component({
  selector: 'ml-tv-page',
  imports: [MoodWall, TranslocoPipe],
  templateUrl: './tv-page.html',
  styleUrl: './tv-page.css',
  host: { '(document:keydown.escape)': 'leave()', '(document:fullscreenchange)': 'leaveWithFullScreen()' },
})
export class TvPage {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly document = inject(DOCUMENT);
  private readonly saved = inject(SavedViews);
  private readonly session = inject(SessionStore);
  private readonly filters = inject(FilterStore);
  private readonly locale = inject(LocaleStore);
  protected readonly connection = inject(ConnectionStore);

  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });
  private readonly address = computed(() => readTvAddress(this.params()));
  /** Those of the address that are there for this person. */
  private readonly views = computed(() =>
    this.address().views.flatMap((id) => this.saved.all().find((view) => view.id === id) ?? []),
  );
  private readonly view = computed(() => this.views().find(({ id }) => id === this.address().at) ?? null);
  protected readonly places = computed(() => (this.views().length > 1 ? this.views().map(({ id }) => id) : []));
  protected readonly place = computed(() => this.view()?.id);
  protected readonly name = computed(() => this.view()?.name ?? this.session.workspace()?.name ?? 'Moodline');
  /** Views were asked for, the list of views is there, and none of them is in it. */
  protected readonly none = computed(
    () => this.address().views.length > 0 && this.saved.loaded() && this.views().length === 0,
  );
  private readonly now = signal(new Date());
  protected readonly clock = computed(() => this.locale.formats().clock(this.now()));

  constructor() {
    keepAwake();
    // The first view, once it is known which there are; from then on each after its time.
    effect(() => {
      if (this.views().length > 0 && !this.view()) this.turn();
    });
    effect((onCleanup) => {
      const timer = setInterval(() => this.renew(), this.address().every * 1_000);
      onCleanup(() => clearInterval(timer));
    });
    inject(DestroyRef).onDestroy(() => this.leaveFullScreen());
  }

  /** Goes back to the page of the view that is shown. */
  protected leave(): void {
    void this.router.navigateByUrl(
      this.view()?.path ?? this.router.createUrlTree(['/'], { queryParams: this.filters.queryParams() }),
    );
  }

  /** The browser takes the first Esc for itself, and leaves the full screen. */
  protected leaveWithFullScreen(): void {
    if (!this.document.fullscreenElement) this.leave();
  }

  private renew(): void {
    this.now.set(new Date());
    // Days such as "the last 7" are counted from the newest comment, and a view may have been saved or removed meanwhile.
    void this.filters.load();
    if (this.saved.failure()) this.saved.reload();
    this.turn();
  }

  private turn(): void {
    const next = nextView(
      this.views().map(({ id }) => id),
      this.address().at,
    );
    const view = this.views().find(({ id }) => id === next);
    if (!view || view.id === this.address().at) return;
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: tvParams(this.address(), view.id, this.router.parseUrl(view.path)),
      replaceUrl: true,
    });
  }

  private leaveFullScreen(): void {
    if (this.document.fullscreenElement) void this.document.exitFullscreen();
  }
}
