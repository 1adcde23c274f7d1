import { Component, inject } from '@angular/core';
import { Router, RouterLink, type UrlTree } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SavedView } from '@moodline/accounts/contract';
import { DialogOpener } from '@moodline/shared/ui';
import { SavedViews } from './saved-views';
import type { ViewToSave } from './view-dialog';

/** Saved views as links, and the way to save the page in sight. */
@Component({
  selector: 'ml-view-list',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './view-list.html',
  styleUrl: './view-list.css',
})
export class ViewList {
  protected readonly views = inject(SavedViews);
  private readonly router = inject(Router);
  private readonly dialogs = inject(DialogOpener);

  protected treeOf({ path }: SavedView): UrlTree {
    return this.router.parseUrl(path);
  }

  /** Saves the page in sight, without what lies over it. */
  async save(): Promise<void> {
    const tree = this.router.parseUrl(this.router.url);
    tree.queryParams = Object.fromEntries(Object.entries(tree.queryParams).filter(([name]) => name !== 'open'));
    tree.fragment = null;
    await this.show({ path: this.router.serializeUrl(tree) });
  }

  protected async showTv(): Promise<void> {
    const { TvDialog } = await import('./tv-dialog');
    this.dialogs.open(TvDialog, { name: 'tv', labelledBy: 'tv-title' });
  }

  protected async show(view: ViewToSave): Promise<void> {
    const { ViewDialog } = await import('./view-dialog');
    this.dialogs.open(ViewDialog, { name: 'view', labelledBy: 'view-title', data: view });
  }
}
