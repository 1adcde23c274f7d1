import { inject, Injectable } from '@angular/core';
import type { Report, ReportChannel, ReportRecipient } from '@moodline/reports/contract';
import { LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { mondayReport } from '../fresh-report';
import { ReportsClient } from '../reports.client';

/** How a Monday report reaches who asks for it: by mail to an address, by another channel, or on the page of reports only. */
export interface MondayWay {
  readonly kind: 'mail' | 'channel' | 'product';
  /** The addresses, or the name of the channel. */
  readonly to: string;
  readonly recipients: readonly ReportRecipient[];
}

/** "Send me a Monday report" in one step: the weekly review, to the address of who asks. */
@Injectable({ providedIn: 'root' })
export class MondayStarter {
  private readonly client = inject(ReportsClient);
  private readonly locale = inject(LocaleStore);

  /** The way that there is now. */
  async way(): Promise<MondayWay> {
    const [channels, address] = await Promise.all([
      firstValueFrom(this.client.channels()),
      firstValueFrom(this.client.ownAddress()),
    ]);
    return mondayWay(channels, address);
  }

  async start(): Promise<{ readonly report: Report; readonly way: MondayWay }> {
    const fresh = mondayReport(this.locale.translate('reports.monday.name'), this.locale.language());
    const way = await this.way();
    const report = await firstValueFrom(this.client.create({ ...fresh, recipients: [...way.recipients] }));
    return { report, way };
  }
}

/** A mail server that knows whom to write to, else the first other channel, else none. */
export function mondayWay(channels: readonly ReportChannel[], address: string | null): MondayWay {
  const server = channels.find(({ kind }) => kind === 'smtp');
  const addresses = address ? [address] : (server?.to ?? []);
  if (server && addresses.length)
    return { kind: 'mail', to: addresses.join(', '), recipients: [{ channel: server.id, addresses: [...addresses] }] };
  const other = channels.find(({ kind }) => kind !== 'smtp');
  if (other) return { kind: 'channel', to: other.name, recipients: [{ channel: other.id, addresses: [] }] };
  return { kind: 'product', to: '', recipients: [] };
}
