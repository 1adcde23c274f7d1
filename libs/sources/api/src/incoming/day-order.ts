import { numericDayAndMonth, readWrittenTime, type DayOrder } from './time-text';

const DAY_MS = 86_400_000;
/** Steps from row to row that have to point the same way before they prove an order. */
const ENOUGH_STEPS = 3;

export interface OrderVerdict {
  readonly order: DayOrder;
  /** Nothing in the file decides between the two orders. */
  readonly open: boolean;
  /** A date that reads differently in the two orders; null where there is none. */
  readonly example: string | null;
}

/**
 * Finds out whether `3/5/2026` is in March or in May, over all dates of a column: a number over 12 can only be a day, a comment
 * is not from the future, and rows that are sorted by time show it. Where nothing decides, the calmer order is taken, at last the American one.
 */
export class DayOrderEvidence {
  private readonly way = { 'day-first': new Way(), 'month-first': new Way() };
  private readonly over12 = { 'day-first': 0, 'month-first': 0 };
  private example: string | null = null;

  /** @param latest the instant after which a time lies in the future, in milliseconds */
  constructor(private readonly latest: number) {}

  add(value: string): void {
    const pair = numericDayAndMonth(value);
    if (!pair) return;
    const [first, second] = pair;
    if (first > 12) this.over12['day-first']++;
    else if (second > 12) this.over12['month-first']++;
    else if (first !== second) this.example ??= value.trim();
    for (const order of ['day-first', 'month-first'] as const) {
      const time = readWrittenTime(value, order);
      // A day or two off do not matter here, so the zone is left out.
      if (time && time.month <= 12)
        this.way[order].add(
          Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute),
          this.latest + DAY_MS,
        );
    }
  }

  verdict(): OrderVerdict {
    const { example } = this;
    const decided = this.byDays() ?? this.byFuture() ?? this.byRows();
    if (decided) return { order: decided, open: false, example };
    const { 'day-first': day, 'month-first': month } = this.way;
    return { order: day.distance < month.distance ? 'day-first' : 'month-first', open: example !== null, example };
  }

  private byDays(): DayOrder | null {
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

/** How the rows of a file go through time. */
class Way {
  future = 0;
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
    if (this.last !== null) {
      if (instant > this.last) this.up++;
      if (instant < this.last) this.down++;
      this.distance += Math.abs(instant - this.last);
    }
    this.last = instant;
  }
}
