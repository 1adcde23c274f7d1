import { Component, computed, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { SourcesClient } from '../sources.client';
import { inOrder, kindsFor, needsKey } from './kind-search';
import { exportsFor } from './known-exports';

/** What comments can be read from; choosing a kind leads to its form. */
@Component({
  selector: 'ml-add-source-page',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './add-source-page.html',
  styleUrl: './add-source-page.css',
})
export class AddSourcePage {
  private readonly client = inject(SourcesClient);
  protected readonly locale = inject(LocaleStore);

  protected readonly search = signal('');
  private readonly loaded = rxResource({ stream: () => this.client.kinds() });
  protected readonly kinds = computed(() => {
    if (!this.loaded.hasValue()) return null;
    const language = this.locale.language();
    return inOrder(kindsFor(this.loaded.value(), this.search()), language).map((kind) => ({
      kind: kind.kind,
      title: this.locale.text(kind.title),
      about: this.locale.text(kind.about),
      needsKey: needsKey(kind),
      sent: kind.schedule === null,
    }));
  });
  protected readonly exports = computed(() => {
    const language = this.locale.language();
    return exportsFor(this.search(), language).map(({ name }) => this.locale.text(name));
  });
  protected readonly problem = computed(() =>
    this.loaded.error() ? describeProblem(this.loaded.error(), this.locale).message : null,
  );

  protected reload(): void {
    this.loaded.reload();
  }
}
