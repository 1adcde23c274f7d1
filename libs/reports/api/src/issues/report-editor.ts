import { Injectable } from '@nestjs/common';
import type { Report, SaveReport } from '@moodline/reports/contract';
import { ReportChannelsQuery } from '../queries/report-channels.query';
import { NoAddressError, UnknownChannelError } from '../reports.errors';
import { nextOccurrence } from '../schedule/occurrences';
import { ReportRepository, type NewRecipient } from './report.repository';

/** Checks what people enter of a report, and reckons when it is due first. */
@Injectable()
export class ReportEditor {
  constructor(
    private readonly reports: ReportRepository,
    private readonly channels: ReportChannelsQuery,
  ) {}

  /** @throws ReportNameTakenError, UnknownChannelError, NoAddressError */
  async create(workspaceId: number, report: SaveReport): Promise<Report> {
    const id = await this.reports.create(workspaceId, report, await this.reckoned(workspaceId, report));
    return this.reports.get(workspaceId, id);
  }

  /** @throws NotFoundError, ReportNameTakenError, UnknownChannelError, NoAddressError */
  async update(workspaceId: number, id: number, report: SaveReport): Promise<Report> {
    await this.reports.update(workspaceId, id, { report, ...(await this.reckoned(workspaceId, report)) });
    return this.reports.get(workspaceId, id);
  }

  private async reckoned(workspaceId: number, { recipients, schedule }: SaveReport) {
    const [channels, timeZone] = await Promise.all([
      this.channels.list(workspaceId),
      this.channels.timeZone(workspaceId),
    ]);
    const stored = recipients.flatMap(({ channel: channelId, addresses }): NewRecipient[] => {
      const channel = channels.find(({ id }) => id === channelId);
      if (!channel) throw new UnknownChannelError(channelId);
      if (!channel.to) return [{ channelId, address: '' }];
      const to = addresses.length ? addresses : channel.to;
      if (!to.length) throw new NoAddressError(channel.name);
      return [...new Set(to.map((address) => address.toLowerCase()))].map((address) => ({ channelId, address }));
    });
    return { recipients: stored, nextAt: schedule && nextOccurrence(schedule, new Date(), timeZone).at };
  }
}
