import { Component, inject } from '@angular/core';
import { OpenAlerts } from '@moodline/alerts/web';
import { FilterStore } from '@moodline/comments/web';
import { SummaryCard } from '@moodline/reports/web';
import { MoodPage } from '@moodline/trends/web';

/** The mood page with open alerts and the note of the day in it. They meet here, because trends stand upstream of both. */
@Component({
  selector: 'ml-overview',
  imports: [MoodPage, OpenAlerts, SummaryCard],
  template: `
    <ml-mood-page>
      <ml-open-alerts alerts />
      <ml-summary-card summary [filter]="filters.filter()" />
    </ml-mood-page>
  `,
})
export class Overview {
  protected readonly filters = inject(FilterStore);
}
