import { Component, inject } from '@angular/core';
import { FilterStore } from '@moodline/comments/web';
import { SummaryCard } from '@moodline/reports/web';
import { MoodPage } from '@moodline/trends/web';

/** The mood page with the summary in it. They meet here, because trends stand upstream of reports. */
@Component({
  selector: 'ml-overview',
  imports: [MoodPage, SummaryCard],
  template: `<ml-mood-page><ml-summary-card summary [filter]="filters.filter()" /></ml-mood-page>`,
})
export class Overview {
  protected readonly filters = inject(FilterStore);
}
