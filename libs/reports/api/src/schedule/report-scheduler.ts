import { Inject, Injectable, Logger, Optional } from '@nestjs/common';
import { LeaseLostError } from '@moodline/shared/work';
import { IssueMaker } from '../issues/issue-maker';
import { ReportSender } from '../issues/report-sender';
import { ReportRepository } from '../issues/report.repository';
import { ReportChannelsQuery } from '../queries/report-channels.query';
import { lastOccurrence, nextOccurrence } from './occurrences';
import { ScheduleRepository, type DueReport } from './schedule.repository';

/** A time that lies so long before the one that was reckoned with is not the one that is due: the zone was changed. */
const LONGEST_SHIFT_MS = 26 * 3_600_000;

/** Makes and sends reports when they are due: each time of the clock once. */
@Injectable()
export class ReportScheduler {
  private readonly logger = new Logger(ReportScheduler.name);

  constructor(
    private readonly schedules: ScheduleRepository,
    private readonly reports: ReportRepository,
    private readonly maker: IssueMaker,
    private readonly sender: ReportSender,
    private readonly channels: ReportChannelsQuery,
    @Optional() @Inject('report-clock') private readonly now: () => Date = () => new Date(),
  ) {}

  /** Makes the report that is due for the longest time. @returns whether one was due */
  async makeNext(signal: AbortSignal): Promise<boolean> {
    const due = await this.schedules.takeDue(this.now());
    if (!due) return false;
    try {
      await this.schedules.lease.hold(
        { name: `Report ${due.id}`, renew: () => this.schedules.renew(due), signal },
        (holding) => this.make(due, holding),
      );
    } catch (error) {
      // Who took it over has the word.
      if (error instanceof LeaseLostError) return true;
      if (signal.aborted) await this.schedules.release(due);
      else {
        this.logger.error(`Report ${due.id} could not be made: ${(error as Error).message}`);
        await this.schedules.failed(due, (error as Error).message);
      }
    }
    return true;
  }

  private async make(due: DueReport, signal: AbortSignal): Promise<void> {
    const { workspaceId, id, nextAt } = due;
    const report = await this.reports.get(workspaceId, id);
    if (!report.schedule) return this.schedules.release(due);
    const timeZone = await this.channels.timeZone(workspaceId);
    const now = this.now();
    // After a time without a worker only the latest one is made up for.
    const occurrence = lastOccurrence(report.schedule, now, timeZone);
    const next = nextOccurrence(report.schedule, now, timeZone).at;
    if (occurrence.at.getTime() < nextAt.getTime() - LONGEST_SHIFT_MS) {
      await this.schedules.finish(null, due, next);
      return;
    }
    const recipients = await this.reports.recipients(workspaceId, id);
    signal.throwIfAborted();
    const made = await this.maker.make(workspaceId, report, {
      ...{ slot: occurrence.slot, byHand: false, at: occurrence.at },
      first: (transaction) => this.schedules.finish(transaction, due, next),
      send: (transaction, outgoing) => this.sender.queue(transaction, outgoing, recipients),
    });
    // Somebody changed the report meanwhile: it is due by what they said.
    if (!made && !(await this.schedules.finish(null, due, next))) await this.schedules.release(due);
  }
}
