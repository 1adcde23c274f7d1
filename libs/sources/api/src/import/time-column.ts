import type { ChoiceReason } from '@moodline/sources/contract';
import type { TimeReader } from '../incoming/time-formats';
import { isClock, isHour, tellsClock } from '../incoming/time-of-day';
import type { ColumnLook } from './column-look';
import { zoneOfColumn } from '../incoming/column-zone';
import { isNever, nameRank } from './column-names';

/** The column of the time, how it was found, and others that could be meant. */
export interface TimeChoice {
  readonly column: string;
  readonly why: 'header' | 'content';
  readonly rivals: readonly string[];
  /** What speaks for the column that was taken, beside the first rival; null without rivals. */
  readonly reason: ChoiceReason | null;
  /** Only a time of another thing than the comment is there: when it was collected or changed. */
  readonly borrowed: boolean;
}

/** Times of people and of those who answer them, which say nothing of the comment. */
const OF_OTHERS =
  /user(?!_?(?:comment|review|feedback))|account|author|member|birth|生日|注册|join|(?:developer|owner|seller|shop)_?(?:comment|reply|response|answer)/iu;
/** Values of a column that are looked at for times. */
const LOOKED_AT = 200;
/** Columns of hours, whole ones or with their minutes. */
const HOUR = /^(?:hour(?:_?of_?(?:the_?)?day)?|小时|時|时|uhr)$/iu;
const DAY = /(?:date|day|日期|日付|年-?月-?日|datum|fecha|data|дата|날짜)/iu;

/** Finds columns of times among the columns of a table. Reading values is slow, so each column is read once. */
export class TimeColumns {
  private readonly shares = new Map<ColumnLook, number>();

  /** @param readerOf makes a reader for these values */
  constructor(private readonly readerOf: (values: readonly string[]) => TimeReader) {}

  /** Share of the values of a column that are times, those in the future among them. */
  share(look: ColumnLook): number {
    const known = this.shares.get(look);
    if (known !== undefined) return known;
    const filled = look.values.filter(Boolean).slice(0, LOOKED_AT);
    const read = this.readerOf(filled);
    const times = filled.filter((value) => isTimeLike(value, read));
    const share = times.length / Math.max(1, filled.length);
    this.shares.set(look, share);
    return share;
  }

  /** @param text of two columns of one name, the one with the same number behind it is taken: `text (2)` and `date (2)` */
  choose(free: readonly ColumnLook[], hasNames: boolean, text?: ColumnLook): TimeChoice | null {
    const times = free.filter((look) => look.filled > 0 && !look.countsRows && this.share(look) >= 0.5);
    const own = times.filter(({ column }) => !isNever(column, 'publishedAt'));
    const besides = (look: ColumnLook) => Number(numberBehind(look.column) === numberBehind(text?.column ?? ''));
    const ranked = hasNames ? own.filter(isNamed).sort((a, b) => rank(a) - rank(b) || besides(b) - besides(a)) : [];
    // Written times before bare numbers, which may be ids that look like seconds.
    const others = own
      .filter((look) => !isNamed(look) && this.share(look) > 0.8 && !isBareNumber(look))
      .sort((a, b) => a.numberShare - b.numberShare || b.distinct - a.distinct);
    const [first, second] = [...ranked, ...others];
    if (first) {
      const rivals = ranked.length ? [] : others.slice(1).map(({ column }) => column);
      // A time that is the same in all rows is that of the collecting.
      const constant = first.filled >= 20 && first.distinct === 1 && second !== undefined && second.distinct > 5;
      const [named, left] = constant ? [second, [first.column]] : [first, rivals];
      const taken = own.find((other) => isExactTwin(other, named)) ?? named;
      const rival = times.find(({ column }) => column === left[0]);
      return {
        column: taken.column,
        why: isNamed(named) && hasNames ? 'header' : 'content',
        rivals: left,
        reason: rival ? reasonFor(taken, rival) : null,
        borrowed: false,
      };
    }
    const [borrowed] = times.filter(({ column }) => !OF_OTHERS.test(column));
    return borrowed ? { column: borrowed.column, why: 'content', rivals: [], reason: null, borrowed: true } : null;
  }

  /** The column of clocks beside a column of days; null where the times have clocks or none stands beside them. */
  clock(looks: readonly ColumnLook[], free: readonly ColumnLook[], time: ColumnLook, hasNames: boolean): string | null {
    const days = time.values.filter(Boolean).slice(0, LOOKED_AT);
    if (days.filter((value) => tellsClock(value.replace(/[T ]00:00(?::00)?$/, ''))).length > days.length * 0.2)
      return null;
    const place = looks.indexOf(time);
    const clocks = free.filter((look) => {
      const filled = look.values.filter(Boolean);
      const isOne = HOUR.test(look.column.trim()) ? (value: string) => isHour(value) || isClock(value) : isClock;
      return filled.length > 0 && filled.filter(isOne).length / filled.length > 0.8;
    });
    // Without names a clock stands right beside its day.
    if (!hasNames) return clocks.find((look) => looks.indexOf(look) === place + 1)?.column ?? null;
    const named = clocks.filter(
      ({ column }) => nameRank(column, 'timeOfDay') !== null || /time|时间|時間|時刻/iu.test(column),
    );
    return named.find((look) => DAY.test(time.column) || looks.indexOf(look) === place + 1)?.column ?? null;
  }
}

function reasonFor(chosen: ColumnLook, other: ColumnLook): ChoiceReason {
  if (chosen.numberShare < other.numberShare) return 'written-out';
  return chosen.distinct > other.distinct ? 'differs-more' : 'alike';
}

/** Times that are written with their zone, and counted ones, which have none. */
const EXACT = /^\d{9,19}(?:\.\d+)?$|(?:z|utc|gmt|[+-]\d{2}:?\d{2})$/i;
const isExact = ({ column, values }: ColumnLook) =>
  zoneOfColumn(column) !== null || values.every((value) => !value || EXACT.test(value));

/** The same time without doubt about its zone: `date` and `date_unixtime`, `comment_date` and `comment_date_gmt`. */
function isExactTwin(other: ColumnLook, look: ColumnLook): boolean {
  const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const rest = plain(other.column).slice(plain(look.column).length);
  return (
    plain(other.column).startsWith(plain(look.column)) &&
    /^(?:gmt|utc|unix(?:time)?|epoch|timestamp|ts|iso(?:8601)?)$/.test(rest) &&
    look.values.every((value, row) => !value || Boolean(other.values[row])) &&
    !isExact(look) &&
    isExact(other)
  );
}

/** The number that tells columns of one name apart. */
const numberBehind = (column: string) => /\((\d+)\)$/.exec(column)?.[1];

const rank = (look: ColumnLook) => nameRank(look.column, 'publishedAt') ?? Infinity;
const isNamed = (look: ColumnLook) => rank(look) < Infinity;
const isBareNumber = (look: ColumnLook) => look.values.every((value) => !value || /^\d{5}$/.test(value));

/** A time, or a written one in the future: such a column is the right one, and its rows are refused one by one. */
function isTimeLike(value: string, read: TimeReader): boolean {
  const outcome = read(value);
  if (outcome instanceof Date) return true;
  return outcome.code === 'relative-time' || (outcome.code === 'future-time' && !/^\d+$/.test(value));
}
