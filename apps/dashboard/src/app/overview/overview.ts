import { Component, inject } from '@angular/core';
import { OpenAlerts } from '@moodline/alerts/web';
import { FilterStore } from '@moodline/comments/web';
import { MondayOffer, SummaryCard } from '@moodline/reports/web';
import { MoodPage } from '@moodline/trends/web';

/** The mood page with open alerts, the note of the day and the offer of a Monday report in it. They meet here, downstream of trends. */
@Component({
  selector: 'ml-overview',
  imports: [MoodPage, MondayOffer, OpenAlerts, SummaryCard],
  template: `
    <ml-mood-page #mood>
      <ml-open-alerts alerts />
      <ml-summary-card summary [filter]="filters.filter()" [comments]="mood.labelled()" />
      <ml-monday-offer summary />
    </ml-mood-page>
  `,
})
export class Overview {
  protected readonly filters = inject(FilterStore);
}
