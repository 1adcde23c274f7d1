import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { FilterStore } from '@moodline/comments/web';
import { Icon, ThemeStore } from '@moodline/shared/ui';
import { filter, map } from 'rxjs';
import type { FramePage } from './pages';

/** The pages that the bar of a phone has no room for, and the change between light and dark. */
@Component({
  selector: 'ml-more-pages',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, RouterLink, TranslocoPipe],
  templateUrl: './more-pages.html',
  styleUrl: './more-pages.css',
})
export class MorePages {
  readonly pages = input.required<readonly FramePage[]>();

  protected readonly filters = inject(FilterStore);
  protected readonly theme = inject(ThemeStore);
  private readonly router = inject(Router);
  private readonly address = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => urlAfterRedirects),
    ),
    { initialValue: this.router.url },
  );
  /** The page that is shown, where it is one of these. */
  protected readonly current = computed(() => {
    const path = this.address().split(/[?#]/)[0] ?? '';
    return this.pages().find((page) => path === page.path || path.startsWith(`${page.path}/`)) ?? null;
  });
}
