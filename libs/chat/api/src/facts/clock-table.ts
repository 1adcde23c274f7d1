import type { Label } from '@moodline/comments/contract';
import { formatsOf } from '@moodline/narration/api';
import type { Exhibit } from '@moodline/narration/contract';
import { signed, volume, wholeNet, wholeShare } from '@moodline/trends/api';
import type { ClockUnit } from '../question/clock-units';
import type { QuestionLanguage } from '../question/question-language';
import { perDay } from './averages';
import type { ClockRow } from './clock-rows';
import { COLUMNS } from './exhibits';
import { rowNameOf } from './language-names';

/** Groups of the clock in its order, each with its comments, those a day on average (of hours that says no more), and their mood. */
export function clockTable(
  language: QuestionLanguage,
  unit: ClockUnit,
  { rows, label }: { readonly rows: readonly ClockRow[]; readonly label: Label | null },
): Exhibit {
  const words = COLUMNS[language];
  const averaged = unit !== 'hour';
  return {
    kind: 'table',
    columns: [
      words[unit],
      words.comments,
      ...(label ? [words.labelled[label]] : []),
      ...(averaged ? [words.average] : []),
      words.negative,
      words.net,
    ],
    rows: rows.map(({ name, total, days }) => [
      rowName(name, unit, language),
      volume(total),
      ...(label ? [total[label]] : []),
      ...(averaged ? [perDay(label ? total[label] : volume(total), days)] : []),
      ...(total.n ? [`${wholeShare(total.negative, total.n)}%`, signed(wholeNet(total))] : [null, null]),
    ]),
  };
}

function rowName(name: string, unit: ClockUnit, language: QuestionLanguage): string {
  if (unit === 'weekday') return formatsOf(language, 0).weekday(Number(name));
  return unit === 'hour' ? HOUR[language](name) : rowNameOf(name, language);
}

const HOUR: Readonly<Record<QuestionLanguage, (hour: string) => string>> = {
  en: (hour) => `${hour.padStart(2, '0')}:00`,
  zh: (hour) => `${hour}点`,
  ja: (hour) => `${hour}時台`,
};
