import { inject, Injectable } from '@angular/core';
import type { Report, ReportChannel, ReportRecipient } from '@moodline/reports/contract';
import { LocaleStore, OwnAddress } from '@moodline/shared/ui';
import { firstValueFrom, map, type Observable } from 'rxjs';
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
  private readonly address = inject(OwnAddress);

  /** The way that a first report would take; null where there are reports already. */
  offer(): Observable<MondayWay | null> {
    return this.client.channelsOfFirst().pipe(map((channels) => channels && mondayWay(channels, this.address.email())));
  }

  async start(): Promise<{ readonly report: Report; readonly way: MondayWay }> {
    const fresh = mondayReport(this.locale.translate('reports.monday.name'), this.locale.language());
    // What somebody set up meanwhile counts.
    const way = mondayWay(await firstValueFrom(this.client.channels()), this.address.email());
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
