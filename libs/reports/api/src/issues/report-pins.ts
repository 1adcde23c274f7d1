import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { isSealed, quotable } from '@moodline/narration/api';
import type { MadePin, Pin, Report, SectionOf } from '@moodline/reports/contract';
import { SecretBox } from '@moodline/shared/secrets';
import { PinnedChart, type PinnedContent } from '../content/pinned-chart';
import { AnswerChangedError, IssueSentError } from '../reports.errors';
import { IssueMaker } from './issue-maker';
import { PinRepository, slotOfPin } from './pin.repository';
import { ReportRepository } from './report.repository';

const TITLE_SIGNS = 160;

/** Pins answers of the chat and charts to what goes out next of a report. */
@Injectable()
export class ReportPins {
  constructor(
    private readonly reports: ReportRepository,
    private readonly pins: PinRepository,
    private readonly maker: IssueMaker,
    private readonly charts: PinnedChart,
    private readonly box: SecretBox,
    @Optional() @Inject('report-clock') private readonly now: () => Date = () => new Date(),
  ) {}

  /**
   * Adds it to the one that was made last and has not gone out; where there is none, one is made for it.
   * @throws NotFoundError, AnswerChangedError, EmptyPeriodError, TooManyPinsError
   */
  async pin(workspaceId: number, reportId: number, pin: Pin): Promise<MadePin> {
    const report = await this.reports.get(workspaceId, reportId);
    const content = await this.content(workspaceId, pin, report);
    const section: SectionOf<'pinned'> = {
      ...{ kind: 'pinned', pin: randomUUID(), pinnedAt: this.now().toISOString() },
      ...content,
    };
    const of = (issue: number, fresh: boolean): MadePin => ({
      ...{ report: reportId, issue, fresh, pin: section.pin, title: report.name },
    });
    const open = await this.pins.openIssue(workspaceId, reportId);
    if (open !== null && (await this.pins.add(workspaceId, open, section))) return of(open, false);
    const { id } = await this.maker.byHand(workspaceId, reportId, { send: false, slot: slotOfPin(section.pin) });
    // Somebody sent it in the same moment.
    if (!(await this.pins.add(workspaceId, id, section))) throw new IssueSentError();
    return of(id, true);
  }

  private async content(workspaceId: number, pin: Pin, { language }: Report): Promise<PinnedContent> {
    if (pin.kind === 'chart') {
      const found = await this.charts.find(workspaceId, pin.filters, language);
      if (!found) throw new Error('A chart without a line was pinned.');
      return { ...found, title: quotable(found.title, TITLE_SIGNS) };
    }
    const { question, told, seal } = pin;
    if (!isSealed(this.box, workspaceId, told, seal)) throw new AnswerChangedError();
    const { language: spoken, period, facts, sentences, exhibits } = told;
    return {
      ...{ language: spoken, period, facts, exhibits, title: quotable(question, TITLE_SIGNS) },
      n: Math.max(0, ...facts.map(({ n }) => n)),
      sentences: sentences.map(({ text, citations }) => ({ text, facts: citations })),
    };
  }
}
