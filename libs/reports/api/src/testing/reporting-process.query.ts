import { Global, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { RolePrompts } from '@moodline/language-model/api';
import { reportDraftSchema, saveReportSchema, TEMPLATE_SECTIONS, type SaveReport } from '@moodline/reports/contract';
import { SettingsModule, type Settings } from '@moodline/shared/config';
import { DatabaseModule } from '@moodline/shared/db';
import { HttpModule } from '@moodline/shared/http';
import { ReportsModule } from '../reports.module';

/** A clock that a spec sets. */
export interface SpecClock {
  now: Date;
}

export const SPEC_URL = 'https://mood.example.com';
const settings = {
  ...{ publicUrl: SPEC_URL, SECRET_KEY: 'a key of the specs of reports', dataDir: '/nowhere' },
  MOODLINE_ROLES: ['api'],
} as unknown as Settings;

/** For specs: everything that makes and sends reports, with connections of its own, as one process has it. Nothing runs by itself. */
export function reportingProcess(url: string, clock: SpecClock): Promise<INestApplicationContext> {
  @Global()
  @Module({
    providers: [RolePrompts, { provide: 'report-clock', useValue: () => clock.now }],
    exports: [RolePrompts, 'report-clock'],
  })
  class SpecModule {}
  @Module({
    imports: [SettingsModule.forRoot(settings), DatabaseModule.forRoot(url), HttpModule, SpecModule, ReportsModule],
  })
  class ProcessModule {}
  return NestFactory.createApplicationContext(ProcessModule, { logger: ['error'], abortOnError: false });
}

/** A weekly report as somebody enters it. */
export function specReport(more: Partial<SaveReport> = {}): SaveReport {
  const { name, ...draft } = reportDraftSchema.parse({
    ...{ name: 'Monday review', template: 'weekly', period: { kind: 'week' }, sections: TEMPLATE_SECTIONS.weekly },
  });
  return saveReportSchema.parse({ name, ...draft, ...more });
}
