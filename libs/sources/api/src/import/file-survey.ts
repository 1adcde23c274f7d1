import { hash } from 'node:crypto';
import type { ImportField } from '@moodline/sources/contract';
import { isRoundedId } from '../incoming/comment-row';
import { DayOrderEvidence, type OrderVerdict } from '../incoming/day-order';
import { isRelative } from '../incoming/relative-time';
import type { ReadRecord } from './file-record';

/** So many different ids are remembered; later ones are compared with these. */
const MOST_IDS = 5_000_000;
/** Share of rows whose id stands at another text already, above which ids do not tell comments apart. An edited comment may come twice. */
const MAX_REPEATS = 0.01;
/** Ids of so many digits do not fit into the number of a spreadsheet, which rounds the rest to zeros. */
const ROUNDED_DIGITS = /^\d{13,}000$/;

/** What only the whole file tells. */
export interface SurveyResult {
  readonly rows: number;
  readonly order: OrderVerdict;
  /** Rows whose time counts from when the file was made. */
  readonly relative: number;
  /** Why the ids of the file are not used; null where they tell its comments apart. */
  readonly ids: 'ids-repeat' | 'ids-rounded' | null;
  /** Rows whose id is that of another text, or is rounded. */
  readonly badIds: number;
}

/** Goes through all rows of a file once, before the first is taken. */
export class FileSurvey {
  private readonly order: DayOrderEvidence;
  private readonly textOfId = new Map<number, number>();
  private rows = 0;
  private withId = 0;
  private repeats = 0;
  private rounded = 0;
  private long = 0;
  private longRounded = 0;
  private relative = 0;

  constructor(
    private readonly column: ReadonlyMap<ImportField, string>,
    now: Date,
  ) {
    this.order = new DayOrderEvidence(now.getTime() + 86_400_000);
  }

  add({ values }: ReadRecord): void {
    this.rows++;
    const value = (field: ImportField) => values.get(this.column.get(field) ?? '') ?? '';
    const time = value('publishedAt');
    this.order.add(time);
    if (time && !/^\d{4}/.test(time) && isRelative(time)) this.relative++;
    const id = value('externalId').trim();
    if (id) this.addId(id, value('text'));
  }

  result(): SurveyResult {
    const rounded = this.rounded + (this.long >= 3 && this.longRounded > this.long / 2 ? this.longRounded : 0);
    const bad =
      rounded > this.withId / 2 ? 'ids-rounded' : this.repeats > this.withId * MAX_REPEATS ? 'ids-repeat' : null;
    // Some rounded ids among good ones: those rows go without.
    const ids = bad ?? (rounded ? 'ids-rounded' : null);
    return {
      rows: this.rows,
      order: this.order.verdict(),
      relative: this.relative,
      ids,
      badIds: ids === 'ids-repeat' ? this.repeats : rounded,
    };
  }

  private addId(id: string, text: string): void {
    this.withId++;
    if (isRoundedId(id)) this.rounded++;
    if (/^\d{16,}$/.test(id)) {
      this.long++;
      if (ROUNDED_DIGITS.test(id)) this.longRounded++;
    }
    const key = hash('sha1', id, 'buffer').readUIntBE(0, 6);
    const print = printOf(text);
    const known = this.textOfId.get(key);
    if (known === undefined) {
      if (this.textOfId.size < MOST_IDS) this.textOfId.set(key, print);
    } else if (known !== print) this.repeats++;
  }
}

/** 32 bits of a text (FNV-1a); that two texts of one id share them by chance does no harm. */
function printOf(text: string): number {
  let print = 0x811c9dc5;
  for (let at = 0; at < text.length && at < 400; at++) print = Math.imul(print ^ text.charCodeAt(at), 0x01000193);
  return print >>> 0;
}
