import { Module } from '@nestjs/common';
import { TrendsModule } from '@moodline/trends/api';
import { LabelStateQuery } from './queries/label-state.query';
import { ReportsController } from './reports.controller';
import { SummaryWriter } from './summary-writer';
import { SummaryRepository } from './summary.repository';

/** Summaries with evidence. Needs the language model, which its own module provides to the whole application. */
@Module({
  imports: [TrendsModule],
  controllers: [ReportsController],
  providers: [SummaryWriter, LabelStateQuery, SummaryRepository],
})
export class ReportsModule {}
