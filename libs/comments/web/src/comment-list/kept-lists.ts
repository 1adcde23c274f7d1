import { inject, Injectable } from '@angular/core';
import { NavigationStart, Router } from '@angular/router';
import type { Comment } from '@moodline/comments/contract';

/** What a list had loaded. */
export interface KeptList {
  readonly items: readonly Comment[];
  readonly nextCursor: string | null;
  readonly total: number | null;
  /** There are more than the total says. */
  readonly capped: boolean;
}

const MOST_LISTS = 4;

/** Lists as they were left: whoever comes back by the history of the browser goes on reading where they stopped. */
@Injectable({ providedIn: 'root' })
export class KeptLists {
  private readonly lists = new Map<string, KeptList>();
  private cameBack = false;

  constructor() {
    inject(Router).events.subscribe((event) => {
      if (event instanceof NavigationStart) this.cameBack = event.navigationTrigger === 'popstate';
    });
  }

  keep(name: string, list: KeptList): void {
    this.lists.delete(name);
    this.lists.set(name, list);
    for (const oldest of [...this.lists.keys()].slice(0, -MOST_LISTS)) this.lists.delete(oldest);
  }

  /** @returns null unless the person came back to it */
  find(name: string): KeptList | null {
    return this.cameBack ? (this.lists.get(name) ?? null) : null;
  }
}
