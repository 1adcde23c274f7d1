import { effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { LocaleStore } from '@moodline/shared/ui/start';

/** The page's title in the tab, in the language of the moment: routes name the key of the words. */
@Injectable({ providedIn: 'root' })
export class TranslatedTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly locale = inject(LocaleStore);
  private readonly key = signal<string | undefined>(undefined);
  /** Words of the page, for the announcement after a navigation. */
  readonly page = () => (this.key() ? this.locale.translate(this.key() as string) : '');

  constructor() {
    super();
    effect(() => this.title.setTitle(this.page() ? `${this.page()} · Moodline` : 'Moodline'));
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.key.set(this.buildTitle(state));
  }
}
