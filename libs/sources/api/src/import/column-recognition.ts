import { readVersion } from '@moodline/comments/api';
import type { ColumnMapping, ImportField, recognisedColumnSchema } from '@moodline/sources/contract';
import type * as z from 'zod';
import { isVerdict, starReader } from '../incoming/stars';
import { timeReader } from '../incoming/time-formats';
import { zoneOfColumn } from '../incoming/column-zone';
import { lookAt, type ColumnLook } from './column-look';
import { companionsOf } from './companion-columns';
import { goneColumns } from './gone-column';
import { isAboutWorks, isAmbiguousScore, isNumberSign, isOwnId, nameRank } from './column-names';
import { UnknownColumnError } from './import.errors';
import { chooseText, chooseTitle, type TextChoice } from './text-column';
import { TimeColumns, type TimeChoice } from './time-column';
import { writerColumn } from './writer-column';
import { zoneColumn } from './zone-column';

export type RecognisedColumn = z.infer<typeof recognisedColumnSchema>;

export interface Table {
  readonly columns: readonly string[];
  /** The first rows. */
  readonly rows: readonly ReadonlyMap<string, string>[];
  /** The columns have names of their own; otherwise only what is in them counts. */
  readonly named: boolean;
}

/** What the columns hold, and what was not sure about it. */
export interface Recognition {
  readonly columns: readonly RecognisedColumn[];
  readonly looks: readonly ColumnLook[];
  readonly text: TextChoice | null;
  readonly time: TimeChoice | null;
  /** Columns whose words are joined to the text. */
  readonly companions: readonly string[];
  /** The column that tells customers from those who answer them. */
  readonly writer: string | null;
  /** The column that tells in which zone the time of a row is. */
  readonly zone: string | null;
  /** Columns that tell of rows that they were deleted or are spam. */
  readonly gone: readonly string[];
  /** A column that may hold stars as well as votes. */
  readonly ambiguousScore: string | null;
  /** A column of ids by its name, whose values are not: they repeat. */
  readonly repeatedIds: string | null;
}

/** Fields that are found by the name of their column, if its values fit as well; what comes first is wanted most. */
const BY_NAME = [
  'externalId',
  'stars',
  'recommended',
  'version',
  'engagement',
  'author',
  'permalink',
  'language',
  'parentId',
] as const;
/** From so many rows on, a score that is never above five is one of stars for sure. */
const ENOUGH_ROWS = 30;

export interface Clock {
  readonly timeZone: string;
  readonly now: Date;
  readonly asOf?: Date | null;
}

/**
 * Says which column holds what: as chosen by hand, by its name, or by what is in it.
 * @param chosen fields set by hand; '' leaves a field out
 * @throws UnknownColumnError when a chosen column is not in the table
 */
export function recogniseColumns(table: Table, chosen: ColumnMapping, clock: Clock): Recognition {
  return new ColumnSearch(table, chosen, clock).run();
}

class ColumnSearch {
  private readonly found: RecognisedColumn[] = [];
  private readonly looks: readonly ColumnLook[];
  private readonly times: TimeColumns;
  private text: TextChoice | null = null;
  private time: TimeChoice | null = null;
  private companions: readonly string[] = [];
  private ambiguousScore: string | null = null;
  private repeatedIds: string | null = null;

  constructor(
    private readonly table: Table,
    private readonly chosen: ColumnMapping,
    clock: Clock,
  ) {
    for (const [field, column] of Object.entries(chosen) as [ImportField, string][]) {
      if (column && !table.columns.includes(column)) throw new UnknownColumnError(column, table.columns);
      if (column) this.found.push({ column, field, why: 'chosen' });
    }
    this.looks = table.columns.map((column) => lookAt(column, table.rows));
    this.times = new TimeColumns((values) => timeReader(values, clock.timeZone, clock.now, { asOf: clock.asOf }));
  }

  run(): Recognition {
    if (this.open('text')) this.takeText();
    if (this.open('publishedAt')) this.takeTime();
    if (this.open('title')) this.takeTitle();
    if (this.open('timeOfDay')) this.takeClock();
    for (const field of BY_NAME) if (this.open(field) && this.table.named) this.takeByName(field);
    const { found: columns, looks, text, time, companions, ambiguousScore, repeatedIds } = this;
    const writer = this.table.named ? writerColumn(looks) : null;
    const gone = this.table.named ? goneColumns(looks) : [];
    const zone = this.table.named ? zoneColumn(looks) : null;
    return { columns, looks, text, time, companions, writer, zone, gone, ambiguousScore, repeatedIds };
  }

  private open(field: ImportField): boolean {
    return this.chosen[field] === undefined;
  }

  private get free(): ColumnLook[] {
    return this.looks.filter(
      ({ column }) => !this.companions.includes(column) && !this.found.some((entry) => entry.column === column),
    );
  }

  private lookOf(field: ImportField): ColumnLook | undefined {
    const column = this.found.find((entry) => entry.field === field)?.column;
    return this.looks.find((look) => look.column === column);
  }

  private take(column: string | null, field: ImportField, why: RecognisedColumn['why']): void {
    if (column !== null) this.found.push({ column, field, why });
  }

  private takeText(): void {
    const { named } = this.table;
    this.text = chooseText(this.free, { named, isTime: (look) => this.times.share(look) >= 0.5 });
    if (!this.text) return;
    this.take(this.text.column, 'text', this.text.why);
    const look = this.lookOf('text');
    if (!look || !named) return;
    this.companions = companionsOf(look, this.free);
    const rivals = this.text.rivals.filter((column) => !this.companions.includes(column));
    this.text = { ...this.text, rivals, reason: rivals.length ? this.text.reason : null };
  }

  private takeTime(): void {
    this.time = this.times.choose(this.free, this.table.named, this.lookOf('text'));
    if (this.time) this.take(this.time.column, 'publishedAt', this.time.why);
  }

  private takeTitle(): void {
    const text = this.lookOf('text');
    if (text && this.table.named && nameRank(text.column, 'title') === null && !this.isAboutWorks)
      this.take(chooseTitle(this.free, text), 'title', 'header');
  }

  private takeClock(): void {
    const time = this.lookOf('publishedAt');
    if (time)
      this.take(
        this.times.clock(this.looks, this.free, time, this.table.named),
        'timeOfDay',
        this.table.named ? 'header' : 'content',
      );
  }

  /** Title and author belong to a book or a film. */
  private get isAboutWorks(): boolean {
    return isAboutWorks(this.table.columns);
  }

  private takeByName(field: (typeof BY_NAME)[number]): void {
    if (field === 'author' && this.isAboutWorks) return;
    const ranked = this.free
      .map((look) => ({ look, rank: nameRank(look.column, field) }))
      .filter((entry): entry is { look: ColumnLook; rank: number } => entry.rank !== null)
      .filter(({ look }) => field !== 'author' || !this.isOfProduct(look))
      .sort((a, b) => a.rank - b.rank);
    const enough = field === 'author' ? Math.max(0, ...ranked.map(({ look }) => look.filled)) / 2 : 0;
    const best = ranked.find(({ look }) => look.filled > enough && this.fits(look, field))?.look;
    const [first] = ranked;
    // Ids of posts and products repeat, as they should.
    if (
      !best &&
      field === 'externalId' &&
      first &&
      isOwnId(first.look.column) &&
      first.look.filled &&
      !numbersRows(first.look)
    )
      this.repeatedIds = first.look.column;
    if (!best) return;
    if ((field === 'stars' || field === 'engagement') && isAmbiguousScore(best.column) && looksLikeStars(best))
      if (best.filled < ENOUGH_ROWS && best.values.every((value) => !/[.,]\d*[1-9]/.test(value)))
        this.ambiguousScore = best.column;
    this.take(best.column, field, 'header');
  }

  private fits(look: ColumnLook, field: (typeof BY_NAME)[number]): boolean {
    const { values } = look;
    if (field === 'externalId') return !numbersRows(look) && look.distinctShare > 0.9;
    if (field === 'engagement')
      return (
        values.some((value) => /\d/.test(value)) &&
        look.linkShare < 0.5 &&
        !values.some((value) => value.endsWith('%')) &&
        !(isAmbiguousScore(look.column) && this.isStars(look))
      );
    if (field === 'stars')
      return isAmbiguousScore(look.column)
        ? this.isStars(look)
        : !this.isGermanMark(look) && starReader(values) !== null;
    if (field === 'recommended') return values.filter(isVerdict).length > look.filled * 0.8;
    if (field === 'version') return holdsVersions(look);
    if (field === 'parentId') return this.namesParents(look);
    if (field === 'author') return !(look.distinct === 1 && look.filled > 1 && look.values.includes('0'));
    return field === 'permalink' ? look.linkShare > 0.5 : true;
  }

  /** A `reply_id` is that of the answer itself in some exports: what is answered is one of the rows, or nothing (0). */
  private namesParents({ column, values }: ColumnLook): boolean {
    if (/^(?:.*\.)?path$/i.test(column)) return values.every((value) => !value || /^0(?:\.\d+)+$/.test(value));
    if (!/^(?:.*\.)?reply_?id$/i.test(column)) return true;
    const ids = new Set(this.lookOf('externalId')?.values);
    return values.some((value) => value === '0' || (value !== '' && ids.has(value)));
  }

  /** A handle beside the title or the id of a product is that of the product. */
  private isOfProduct({ column }: ColumnLook): boolean {
    return (
      /^handle$/i.test(column.trim()) &&
      this.table.columns.some((other) => /^product[\s_]?(?:title|name|id)$/i.test(other))
    );
  }

  /** People were asked for their score: nobody voted for it. */
  private get isSurvey(): boolean {
    return this.table.columns.some((column) => SURVEY.test(column));
  }

  /** In German a "Note" is a mark, of which the lowest is the best; in French it is what elsewhere are stars. */
  private isGermanMark({ column }: ColumnLook): boolean {
    const german = /^(?:datum|kommentar|bewertung|frage|antwort|abteilung|name|vorname|betreff)$/i;
    return /^note$/i.test(column.trim()) && this.table.columns.some((other) => german.test(other.trim()));
  }

  /** A score is one of stars where it is never above five, and nothing says that it counts votes. */
  private isStars(look: ColumnLook): boolean {
    if (this.isSurvey && isOfSurvey(look)) return true;
    const votes =
      /^(?:.*\.)?(?:reads|post_number|reply_count|ups|upvotes|upvote_ratio|subreddit|link_karma|num_comments|created_utc|points)$/i;
    return looksLikeStars(look) && !this.table.columns.some((column) => votes.test(column) && column !== look.column);
  }
}

/** Under `#`, whole numbers are those of rows also where they begin further up: the second page of a list. */
const numbersRows = ({ column, countsRows, values }: ColumnLook): boolean =>
  countsRows || (isNumberSign(column) && values.every((value) => /^\d{0,6}$/.test(value)));

/** Some have parts (`2.4`): a column of 1 and 2 may number anything. */
const holdsVersions = ({ values, filled }: ColumnLook): boolean =>
  values.some((value) => /\d[._]\d/.test(value)) &&
  values.filter((value) => readVersion(value) !== null).length > filled * 0.8;

const SURVEY = /survey|respon(?:se|dent)|questionnaire|nps|csat/iu;
/** From 0 to 10, as in "how likely are you to recommend us?". */
const isOfSurvey = ({ values }: ColumnLook) =>
  values.every((value) => !value || /^(?:\d|10)$/.test(value)) && starReader(values) !== null;

/** Never above five, or with a decimal and never above ten: nobody casts half a vote. */
const looksLikeStars = ({ values }: ColumnLook) =>
  (values.every((value) => !value || /^(?:[1-5](?:[.,][05]0*)?|\d{1,3}\s?%)$/.test(value)) ||
    (values.some((value) => /^\d[.,]\d+$/.test(value)) &&
      values.every((value) => !value || /^(?:\d(?:[.,]\d+)?|10(?:[.,]0+)?)$/.test(value)))) &&
  starReader(values) !== null;

/** The zone of a time column: as its name says, else that of the import. */
export const zoneOf = (column: string, timeZone: string): string => zoneOfColumn(column) ?? timeZone;
