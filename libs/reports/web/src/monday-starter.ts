import { inject, Injectable } from '@angular/core';
import { LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { mondayReport } from './fresh-report';
import { ReportsClient } from './reports.client';

/** "Send me a Monday report" in one step: the weekly review, to the first mail server there is. */
@Injectable({ providedIn: 'root' })
export class MondayStarter {
  private readonly client = inject(ReportsClient);
  private readonly locale = inject(LocaleStore);

  /** @returns the id of the report */
  async start(): Promise<number> {
    const report = mondayReport(this.locale.translate('reports.monday.name'), this.locale.language());
    const channels = await firstValueFrom(this.client.channels());
    const channel = channels.find(({ kind }) => kind === 'smtp') ?? channels[0];
    const recipients = channel ? [{ channel: channel.id, addresses: channel.to ?? [] }] : [];
    return (await firstValueFrom(this.client.create({ ...report, recipients }))).id;
  }
}
