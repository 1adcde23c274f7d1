import { Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleStore } from '@moodline/shared/ui';

/** Something secret that is shown once: a link or a key, to be copied and handed over. */
@Component({
  selector: 'ml-link-notice',
  imports: [TranslocoPipe],
  templateUrl: './link-notice.html',
  styleUrl: './link-notice.css',
})
export class LinkNotice {
  private readonly locale = inject(LocaleStore);

  /** What is shown. */
  readonly secret = input.required<string>();
  /** What it is for and how long it is good. */
  readonly words = input.required<string>();

  protected readonly news = signal('');

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.secret());
      this.news.set(this.locale.translate('accounts.copied'));
    } catch {
      // Without TLS, browsers give no clipboard: the text can be selected with one click.
      this.news.set(this.locale.translate('accounts.copyByHand'));
    }
  }
}
