import { Module, type OnModuleInit } from '@nestjs/common';
import { RolePrompts } from '@moodline/language-model/api';
import { NARRATOR_ROLE, THEMES_ROLE, TrendsModule } from '@moodline/trends/api';
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
export class ReportsModule implements OnModuleInit {
  constructor(private readonly roles: RolePrompts) {}

  onModuleInit(): void {
    for (const role of [NARRATOR_ROLE, THEMES_ROLE]) this.roles.register(...Object.values(role));
  }
}
