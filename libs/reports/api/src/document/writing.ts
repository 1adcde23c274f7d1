import type { ReportSnapshot } from '@moodline/reports/contract';
import type { ReportFormats } from './formats';
import type { ReportWords } from './report-words';

/** What the blocks of a section are made with. */
export interface Writing {
  readonly words: ReportWords;
  readonly f: ReportFormats;
  readonly snapshot: ReportSnapshot;
}
