import { mayBeginWithYear, numericDayAndMonth, readWrittenTime, type DayOrder, type WrittenTime } from './time-text';

const DAY_MS = 86_400_000;
/** Steps from row to row that have to point the same way before they prove an order. */
const ENOUGH_STEPS = 3;
/** Comments are mostly of the last years: an order whose newest one is so much older than by another one is not meant. */
const OLD_MS = 3650 * DAY_MS;
/** Days of one month lie so much nearer to each other than the same numbers taken for years. */
const CALMER = 4;

export interface OrderVerdict {
  readonly order: DayOrder;
  /** Nothing in the file decides between the two orders. */
  readonly open: boolean;
  /** A date that reads differently in the two orders; null where there is none. */
  readonly example: string | null;
  /** All dates may begin with their year too, since none has four digits of it. */
  readonly maybeYearFirst: boolean;
}

/**
 * Finds out whether `3/5/2026` is in March or in May, over all dates of a column: a number over 12 can only be a day, a comment
 * is not from the future, and rows that are sorted by time show it. Where nothing decides, the calmer order is taken, at last the American one.
 * `26-03-05` begins with the year where that makes the dates younger, or lets them lie together.
 */
export class DayOrderEvidence {
  private readonly way = { 'day-first': new Way(), 'month-first': new Way() };
  private readonly over12 = { 'day-first': 0, 'month-first': 0 };
  private readonly yearFirst = new Way();
  /** Both other orders of the dates that may begin with their year. */
  private readonly short = { 'day-first': new Way(), 'month-first': new Way(), example: null as string | null };
  private dates = 0;
  private notYearFirst = 0;
  private onlyYearFirst = 0;
  private example: string | null = null;

  /** @param latest the instant after which a time lies in the future, in milliseconds */
  constructor(private readonly latest: number) {}

  add(value: string): void {
    this.addYearFirst(value);
    const pair = numericDayAndMonth(value);
    if (!pair) return;
    const [first, second] = pair;
    if (first > 12) this.over12['day-first']++;
    else if (second > 12) this.over12['month-first']++;
    else if (first !== second) this.example ??= value.trim();
    for (const order of ORDERS) {
      const time = readWrittenTime(value, order);
      if (time && time.month <= 12) this.way[order].add(instantOf(time), this.latest + DAY_MS);
    }
  }

  verdict(): OrderVerdict {
    const maybeYearFirst = this.dates > 0 && !this.notYearFirst && !this.yearFirst.future;
    const year = maybeYearFirst ? this.byYear() : { yearFirst: false, open: false };
    const example = this.example ?? (year.open ? this.short.example : null);
    if (year.yearFirst) return { order: 'year-first', open: year.open, example, maybeYearFirst };
    const decided = this.byDays() ?? this.byFuture() ?? this.byRows();
    const open = year.open || (decided === null && this.example !== null);
    return { order: decided ?? this.calmer(), open, example, maybeYearFirst };
  }

  private addYearFirst(value: string): void {
    if (this.notYearFirst || !/\p{Nd}/u.test(value)) return;
    this.dates++;
    const time = mayBeginWithYear(value) ? readWrittenTime(value, 'year-first') : null;
    if (!time || !isDay(time)) {
      this.notYearFirst++;
      return;
    }
    this.yearFirst.add(instantOf(time), this.latest + DAY_MS);
    this.short.example ??= value.trim();
    const others = ORDERS.map((order) => ({ order, time: readWrittenTime(value, order) }));
    if (!others.some((other) => other.time && isDay(other.time))) this.onlyYearFirst++;
    for (const other of others)
      if (other.time && isDay(other.time)) this.short[other.order].add(instantOf(other.time), this.latest + DAY_MS);
  }

  /** Whether dates that could all begin with their year do so, and whether that stays open. */
  private byYear(): { yearFirst: boolean; open: boolean } {
    const other = this.short[this.byDays() ?? this.calmer()];
    if (this.onlyYearFirst || other.future) return { yearFirst: true, open: false };
    if (this.yearFirst.distance * CALMER < other.distance) return { yearFirst: true, open: false };
    if (other.distance * CALMER < this.yearFirst.distance) return { yearFirst: false, open: false };
    return { yearFirst: this.yearFirst.newest > other.newest + OLD_MS, open: true };
  }

  private calmer(): 'day-first' | 'month-first' {
    const { 'day-first': day, 'month-first': month } = this.way;
    return day.distance < month.distance ? 'day-first' : 'month-first';
  }

  private byDays(): 'day-first' | 'month-first' | null {
    const { 'day-first': day, 'month-first': month } = this.over12;
    return day === month ? null : day > month ? 'day-first' : 'month-first';
  }

  private byFuture(): DayOrder | null {
    const { 'day-first': day, 'month-first': month } = this.way;
    if (day.future && !month.future) return 'month-first';
    return month.future && !day.future ? 'day-first' : null;
  }

  private byRows(): DayOrder | null {
    const { 'day-first': day, 'month-first': month } = this.way;
    if (day.sorted && !month.sorted) return 'day-first';
    return month.sorted && !day.sorted ? 'month-first' : null;
  }
}

const ORDERS = ['day-first', 'month-first'] as const;

const isDay = ({ month, day }: WrittenTime) => month >= 1 && month <= 12 && day >= 1 && day <= 31;

/** A day or two off do not matter here, so the zone is left out. */
const instantOf = (time: WrittenTime) => Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute);

/** How the rows of a file go through time. */
class Way {
  future = 0;
  newest = -Infinity;
  /** Sum of the distances from row to row. */
  distance = 0;
  private up = 0;
  private down = 0;
  private last: number | null = null;

  get sorted(): boolean {
    return Math.min(this.up, this.down) === 0 && this.up + this.down >= ENOUGH_STEPS;
  }

  add(instant: number, latest: number): void {
    if (instant > latest) this.future++;
    this.newest = Math.max(this.newest, instant);
    if (this.last !== null) {
      if (instant > this.last) this.up++;
      if (instant < this.last) this.down++;
      this.distance += Math.abs(instant - this.last);
    }
    this.last = instant;
  }
}
