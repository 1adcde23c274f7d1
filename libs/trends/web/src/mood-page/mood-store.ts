import { computed, inject, Injectable } from '@angular/core';
import { keptAnswer, LocaleStore } from '@moodline/shared/ui';
import { loudestFor } from './loudest-for';
import { MoodLine } from './mood-line';

/** What the mood page shows beside the line, for the filter in force. Old numbers stay until the new ones are there. */
@Injectable()
export class MoodStore extends MoodLine {
  private readonly filterQuestion = computed(() => ({ filter: this.filters.filter() }));

  private readonly locale = inject(LocaleStore);
  private readonly loudestQuestion = computed(() => ({
    filter: this.filters.filter(),
    language: this.locale.language(),
  }));

  private readonly bySource = keptAnswer(
    this.question,
    ({ filter, step }) => this.client.sources(filter, step),
    this.news,
  );
  private readonly told = keptAnswer(this.filterQuestion, ({ filter }) => this.client.facets(filter), this.news);
  private readonly loud = keptAnswer(
    this.loudestQuestion,
    ({ filter, language }) => loudestFor(language, filter, this.client),
    this.news,
  );

  readonly sources = this.bySource.value;
  readonly facets = this.told.value;
  readonly facetsFailure = this.told.failure;
  readonly loudest = this.loud.value;
  readonly sourcesFailure = this.bySource.failure;
  readonly loudestFailure = this.loud.failure;

  /** Asks again for everything, with the old numbers in sight. */
  override refresh(): void {
    super.refresh();
    for (const answer of [this.bySource, this.told, this.loud]) answer.reload();
  }
}
