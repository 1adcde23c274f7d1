import { DialogRef } from '@angular/cdk/dialog';
import { DOCUMENT } from '@angular/common';
import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@moodline/shared/ui';
import { PAGES } from '../frame/pages';

/** All keys there are. */
@Component({
  selector: 'ml-key-list',
  imports: [Icon, TranslocoPipe],
  templateUrl: './key-list.html',
  styleUrl: './key-list.css',
})
export class KeyList {
  protected readonly dialog = inject(DialogRef);
  private readonly isApple = /Mac|iP(hone|ad)/.test(inject(DOCUMENT).defaultView?.navigator.platform ?? '');

  protected readonly keys: readonly { readonly name: string; readonly keys: readonly string[] }[] = [
    { name: 'palette', keys: [this.isApple ? '⌘ K' : 'Ctrl K'] },
    ...PAGES.map(({ name, key }) => ({ name, keys: ['g', key] })),
    { name: 'search', keys: ['/'] },
    { name: 'move', keys: ['j / k'] },
    { name: 'correct', keys: ['1 / 2 / 3'] },
    { name: 'withdraw', keys: ['u'] },
    { name: 'undo', keys: [this.isApple ? '⌘ Z' : 'Ctrl Z'] },
    { name: 'skip', keys: ['s'] },
    { name: 'ask', keys: ['a'] },
    { name: 'theme', keys: ['t'] },
    { name: 'saveView', keys: ['v'] },
    { name: 'list', keys: ['?'] },
    { name: 'close', keys: ['Esc'] },
  ];
}
