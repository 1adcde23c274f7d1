import type { Label } from '@moodline/comments/contract';
import type { FactDraft, FactPeriod } from '@moodline/narration/contract';
import { periodName } from '@moodline/narration/api';
import { volume, type MoodFacts } from '@moodline/trends/api';
import type { MoodTotal } from '@moodline/trends/contract';
import type { AveragePer } from '../question/clock-units';
import { LEAST_COMMENTS, overPeriod, type Search } from './asked-facts';
import { daysCounted, type ClockRow } from './clock-rows';
import { rowNameOf } from './language-names';
import { countedLabels } from './counted-labels';
import { common, coverageDraft } from './mood-drafts';

/** Days of a unit that comments are averaged over. */
const DAYS: Readonly<Record<AveragePer, number>> = { day: 1, week: 7, month: 30.4375 };

/** To one decimal; below one to two. */
function rounded(value: number): number {
  const digits = value < 1 ? 100 : 10;
  return Math.round(value * digits) / digits;
}

export const perDay = (count: number, days: number): number => rounded(days ? count / days : 0);

/** Comments of the question's period a day, week or month on average; of two periods side by side. */
export async function addAverage(search: Search, moods: MoodFacts): Promise<void> {
  const { workspaceId, within, typed, sheet, compared } = search;
  const per: AveragePer = typed.by === 'week' || typed.by === 'month' ? typed.by : 'day';
  const { total } = await moods.series(workspaceId, within);
  if (!volume(total)) {
    // Of a time without comments, before the first or ahead, there are no days to average over.
    sheet.add(coverageDraft(search, 'too-few', { value: 0, limit: LEAST_COMMENTS }));
    return;
  }
  const labels = countedLabels(search);
  const { days } = daysCounted(search);
  for (const label of labels.length ? labels : [undefined]) {
    const count = label ? total[label] : volume(total);
    sheet.add({
      ...common(search, label ? total.n : count, { label }),
      kind: 'average',
      value: rounded((count / days) * DAYS[per]),
      unit: 'comments',
      label: label ?? null,
      per,
      count,
      days,
    });
  }
  if (!compared || typed.intent !== 'compare') return;
  const before = (await moods.series(workspaceId, overPeriod(within, compared))).total;
  sheet.add(averagesOfPeriods(search, labels[0] ?? null, { now: total, before, compared }));
}

/** Comments a day of two periods side by side, however long each is. */
export function averagesOfPeriods(
  search: Search,
  label: Label | null,
  { now, before, compared }: { readonly now: MoodTotal; readonly before: MoodTotal; readonly compared: FactPeriod },
): FactDraft {
  const { period, language } = search;
  return averageComparison(search, label, [
    { name: periodName(compared, language), total: before, days: daysCounted({ ...search, period: compared }).days },
    { name: periodName(period, language), total: now, days: daysCounted(search).days },
  ]);
}

/** Sides whose numbers are chance alone differ by less than this many standard errors. */
const CLEAR = 1.96;

/** Comments a day of two groups of days, side by side; clear where their Poisson rates differ by more than chance. */
export function averageComparison(
  search: Search,
  label: Label | null,
  [left, right]: readonly [ClockRow, ClockRow],
): FactDraft {
  const counted = (total: MoodTotal): number => (label ? total[label] : volume(total));
  const side = ({ name, total, days }: ClockRow) => ({
    name: rowNameOf(name, search.language),
    value: perDay(counted(total), days),
    n: total.n,
  });
  const [a, b] = [side(left), side(right)];
  const rate = ({ total, days }: ClockRow): number => counted(total) / days;
  const error = Math.hypot(...[left, right].map(({ total, days }) => Math.sqrt(counted(total)) / days));
  return {
    ...common(search, left.total.n + right.total.n, label ? { label } : {}),
    kind: 'comparison',
    measure: 'average',
    label,
    left: a,
    right: b,
    value: Math.round(10 * (a.value - b.value)) / 10,
    unit: 'comments',
    clear: error > 0 && Math.abs(rate(left) - rate(right)) > CLEAR * error,
  };
}
