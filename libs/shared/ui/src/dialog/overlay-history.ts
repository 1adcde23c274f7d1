import { Location } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import { NavigationEnd, NavigationStart, Router } from '@angular/router';

/** What an overlay writes into the address beside its name, so that the address opens it again. */
export type OverlayParams = Readonly<Record<string, string>>;

/** An overlay as the history of the browser knows it. */
export interface OverlayEntry {
  /** Its name in the address. */
  readonly name: string;
  /** Called when the person went back, or to a page without it. */
  readonly close: () => void;
  readonly params?: OverlayParams;
  /** It stays open on the way to another page, as a panel beside the page does. */
  readonly staysOnPages?: boolean;
}

interface Open extends OverlayEntry {
  /** The navigation that wrote it into the address; null while that is under way or when the address had it already. */
  navigation: number | null;
  written: boolean;
}

/** Query parameter with the names of what is open, the outermost first, parted by commas. */
const PARAMETER = 'open';

/**
 * Keeps dialogs, sheets and panels in the history of the browser: going back closes the last one, going forward or a link opens
 * again those that can be opened from their address.
 */
@Injectable({ providedIn: 'root' })
export class OverlayHistory {
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly openers = new Map<string, (params: OverlayParams) => void>();
  /** Asked for by the address, and not there yet: its code may still be loading. */
  private readonly opening = new Set<string>();
  private stack: Open[] = [];
  private trigger: string | undefined;

  constructor() {
    this.router.events.subscribe((event) => {
      if (event instanceof NavigationStart) this.trigger = event.navigationTrigger;
      if (event instanceof NavigationEnd) this.follow();
    });
  }

  /** Whether an overlay of this name is open. */
  has(name: string): boolean {
    return this.stack.some((open) => open.name === name);
  }

  /** Says how an overlay is opened from its address, now or whenever the address names it. @returns what takes that back */
  openFromAddress(name: string, open: (params: OverlayParams) => void): () => void {
    this.openers.set(name, open);
    queueMicrotask(() => this.openers.get(name) === open && this.reopen());
    return () => this.openers.get(name) === open && this.openers.delete(name);
  }

  /** Puts an overlay that has just opened into the history. @returns what to call when it closes by itself */
  push(entry: OverlayEntry): () => void {
    const open: Open = { ...entry, navigation: null, written: this.named().includes(entry.name) };
    this.opening.delete(entry.name);
    this.stack.push(open);
    if (!open.written) void this.write(open);
    return () => this.leave(open);
  }

  private async write(open: Open): Promise<void> {
    const navigated = await this.navigate({ [PARAMETER]: this.names(), ...open.params }, false);
    open.written = true;
    open.navigation = navigated ? this.lastNavigation() : null;
    // It was closed before the address was written.
    if (!this.stack.includes(open)) this.takeOut(open);
  }

  private leave(open: Open): void {
    if (!this.stack.includes(open)) return;
    this.stack = this.stack.filter((other) => other !== open);
    // What closed it may be leading elsewhere just now: that goes first.
    if (open.written) setTimeout(() => this.takeOut(open));
  }

  private takeOut(open: Open): void {
    if (!this.named().includes(open.name) || this.router.currentNavigation()) return;
    if (open.navigation !== null && open.navigation === this.lastNavigation()) this.location.back();
    else {
      const gone = Object.fromEntries(Object.keys(open.params ?? {}).map((name) => [name, null]));
      void this.navigate({ [PARAMETER]: this.names() || null, ...gone }, true);
    }
  }

  /** After each navigation: closes what the address does not name any more, opens what it names. */
  private follow(): void {
    const named = this.named();
    for (const name of this.opening) if (!named.includes(name)) this.opening.delete(name);
    for (const open of [...this.stack].reverse()) {
      if (!open.written || named.includes(open.name)) continue;
      if (open.staysOnPages && this.trigger !== 'popstate') {
        void this.navigate({ [PARAMETER]: this.names(), ...open.params }, true);
        continue;
      }
      this.stack = this.stack.filter((other) => other !== open);
      open.close();
    }
    this.reopen();
  }

  private reopen(): void {
    const params = this.router.parseUrl(this.router.url).queryParams as OverlayParams;
    for (const name of this.named()) {
      const open = this.openers.get(name);
      if (!open || this.has(name) || this.opening.has(name)) continue;
      this.opening.add(name);
      open(params);
    }
  }

  private names(): string {
    return this.stack.map(({ name }) => name).join(',');
  }

  private named(): string[] {
    const value: unknown = this.router.parseUrl(this.router.url).queryParams[PARAMETER];
    return typeof value === 'string' && value ? value.split(',') : [];
  }

  private lastNavigation(): number | null {
    return this.router.lastSuccessfulNavigation()?.id ?? null;
  }

  private navigate(queryParams: Record<string, string | null>, replaceUrl: boolean): Promise<boolean> {
    return this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl, scroll: 'manual' });
  }
}
