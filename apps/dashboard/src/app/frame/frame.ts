import { Dialog } from '@angular/cdk/dialog';
import { Component, DestroyRef, ElementRef, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { SessionStore, ViewList } from '@moodline/accounts/web';
import { ChatPanel } from '@moodline/chat/web';
import { FilterBar, FilterStore, listenForUndoKey } from '@moodline/comments/web';
import { LeavingBadge } from '@moodline/language-model/web';
import { LabellingProgressChip } from '@moodline/sentiment/web';
import { DialogOpener, Icon, LocaleStore, OverlayHistory, ServerEvents, ThemeStore } from '@moodline/shared/ui';
import { filter, map, startWith, throttleTime } from 'rxjs';
import { KeyBindings, type KeyMap } from '../keys/key-bindings';
import { KeyList } from '../keys/key-list';
import { CommandPalette } from '../palette/command-palette';
import { ZoneProposal } from '../zone/zone-proposal';
import { AskPanel } from './ask-panel';
import { LanguageMenu } from './language-menu';
import { MorePages } from './more-pages';
import { NAVIGATION, ON_PHONES, PAGES } from './pages';

/** How often the names in the filter bar and the range of days follow new comments (ms). */
const REFRESH_EVERY = 15_000;

/** News after which no name and no day has changed. */
const LABELS_ONLY: readonly string[] = ['labelled', 'corrected', 'relabelled'];

/** What stands around every page of a signed-in person: bars, navigation, questions, keys. */
@Component({
  selector: 'ml-frame',
  imports: [
    ChatPanel,
    FilterBar,
    Icon,
    LabellingProgressChip,
    LanguageMenu,
    LeavingBadge,
    MorePages,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    TranslocoPipe,
    ViewList,
    ZoneProposal,
  ],
  templateUrl: './frame.html',
  styleUrl: './frame.css',
})
export class Frame {
  protected readonly session = inject(SessionStore);
  protected readonly filters = inject(FilterStore);
  protected readonly theme = inject(ThemeStore);
  protected readonly locale = inject(LocaleStore);
  protected readonly ask = inject(AskPanel);
  private readonly router = inject(Router);
  private readonly dialog = inject(Dialog);
  private readonly dialogs = inject(DialogOpener);

  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  private readonly askButton = viewChild<ElementRef<HTMLElement>>('askButton');
  private readonly filterBar = viewChild(FilterBar);
  private readonly viewList = viewChild(ViewList);

  protected readonly pages = NAVIGATION;
  protected readonly onPhones = ON_PHONES;
  protected readonly further = NAVIGATION.slice(ON_PHONES);
  private readonly arrivals = this.router.events.pipe(filter((event) => event instanceof NavigationEnd));
  /** Whether the page's numbers follow the filter. */
  protected readonly filtered = toSignal(
    this.arrivals.pipe(
      startWith(null),
      map(() => this.pageData()['filter'] === true),
    ),
    { requireSync: true },
  );

  constructor() {
    inject(KeyBindings).bind(this.keys(), inject(DestroyRef));
    listenForUndoKey();
    this.focusPageOnArrival();
    const overlays = inject(OverlayHistory);
    for (const [name, open] of Object.entries(this.openers()))
      inject(DestroyRef).onDestroy(overlays.openFromAddress(name, open));
    inject(ServerEvents)
      .dataChanged.pipe(
        filter((reason) => !LABELS_ONLY.includes(reason)),
        throttleTime(REFRESH_EVERY, undefined, { leading: true, trailing: true }),
        takeUntilDestroyed(),
      )
      .subscribe(() => void this.filters.load());
  }

  protected openPalette(): void {
    if (this.dialog.openDialogs.length > 0) return;
    this.dialogs.open(CommandPalette, {
      name: 'palette',
      label: this.locale.translate('shell.palette.open'),
      place: 'top',
    });
  }

  protected openKeys(): void {
    this.dialogs.open(KeyList, { name: 'keys', labelledBy: 'key-list-title' });
  }

  protected closeAsk(): void {
    this.ask.close();
    this.askButton()?.nativeElement.focus();
  }

  /** A link to `#main` would leave the page's address; the focus moves all the same. */
  protected skip(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }

  private keys(): KeyMap {
    const go = (path: string) => () => void this.router.navigate([path], { queryParams: this.filters.queryParams() });
    return {
      'mod+k': () => this.openPalette(),
      '?': () => this.openKeys(),
      '/': () => this.filterBar()?.focusWords(),
      a: () => this.ask.toggle(),
      t: () => this.theme.toggle(),
      v: () => void this.viewList()?.save(),
      ...Object.fromEntries(PAGES.map(({ key, path }) => [`g ${key}`, go(path)])),
    };
  }

  /** What an address may open. */
  private openers(): Readonly<Record<string, () => void>> {
    return { ask: () => this.ask.open(), palette: () => this.openPalette(), keys: () => this.openKeys() };
  }

  /** After going to another page a screen reader goes on at its beginning, as after loading a page. */
  private focusPageOnArrival(): void {
    let path = this.pagePath();
    this.arrivals.pipe(takeUntilDestroyed()).subscribe(() => {
      const arrived = this.pagePath();
      if (arrived !== path) this.main().nativeElement.focus({ preventScroll: true });
      path = arrived;
    });
  }

  private pagePath(): string {
    return this.router.url.split(/[?#]/)[0] ?? '';
  }

  private pageData(): Readonly<Record<string, unknown>> {
    let route = this.router.routerState.snapshot.root;
    let data = route.data;
    while (route.firstChild) {
      route = route.firstChild;
      data = { ...data, ...route.data };
    }
    return data;
  }
}
