import { hash } from 'node:crypto';
import { detectLanguage, languageOfTag, type IncomingComment } from '@moodline/comments/api';
import type { ImportField } from '@moodline/sources/contract';
import { BROKEN } from '../import/encoding';
import { saysGone } from '../import/gone-column';
import { isBad, type FileRecord, type ReadRecord } from '../import/file-record';
import { joinedSegments } from '../import/text-segments';
import { exportedFacts } from './exported-facts';
import { readCount } from './count';
import type { DayPlaces } from './day-places';
import { withoutGoogleTranslation } from './google-translation';
import { isNothing, isStandIn } from './placeholder-text';
import { plainText } from './plain-text';
import type { RejectReason } from './reject-reason';
import { readRecommended, type StarReader } from './stars';
import { joinDayAndClock, tellsClock } from './time-of-day';
import { isTime, type TimeReader } from './time-formats';
import { reasonByName, reasonByRole } from './writer-role';

export { readCount } from './count';

/** Which column holds which field, and how its values are read. */
export interface RowPlan {
  readonly column: ReadonlyMap<ImportField, string>;
  readonly readTime: TimeReader;
  /** The column that names the zone of the time of a row, and the reader for a zone; missing where no column does. */
  readonly zones?: { readonly column: string; readonly readerIn: (zone: string) => TimeReader };
  readonly readStars?: StarReader | null;
  /** False when the ids of the file do not tell its comments apart. */
  readonly trustsIds?: boolean;
  /** Tells equal rows without id and clock apart, in the order they are read. */
  readonly places?: DayPlaces;
  /** Columns whose words make the text together, that of the text among them; empty where it is one column. */
  readonly companions?: readonly string[];
  /** The column that tells who wrote, see {@link reasonByRole}; null where there is none. */
  readonly writer?: string | null;
  /** Columns that tell whether the row was deleted or is spam, see {@link saysGone}. */
  readonly gone?: readonly string[];
  /** Takes off what stands before a value so that a spreadsheet takes it for no formula; missing where files have no such thing. */
  readonly unguard?: (value: string) => string;
}

/** A row that became a comment. `source` is set when a column names it. */
export interface GoodRow {
  readonly line: number;
  readonly comment: IncomingComment;
  readonly source: string | null;
}

export type CommentRow = GoodRow | { readonly line: number; readonly problem: RejectReason };

const MAX_TEXT_BYTES = 200_000;
/** Longer ids are hashed: an index entry has to fit on a page of the database. */
const MAX_ID_LENGTH = 200;
/** More broken characters than this share of a text, and it cannot be read. */
const MAX_DAMAGE = 0.2;
/** Titles of shops begin with the stars: `5.0 out of 5 stars Bright and sturdy`. */
const STARS_BEFORE =
  /^(?:\d(?:[.,]\d)? (?:out of|von|sur|su|van|de) 5 (?:stars?|sternen?|sterren|étoiles|estrellas|estrelas|stelle)|5つ星のうち\s?\d(?:[.,]\d)?)\s+(?=\S)/iu;
/** A title that a program made of who wrote and of the beginning of the text: `ann on X: "The lamp…`. */
const MADE_TITLE = /^.{1,60}?[:：]\s*["“「']?(.{3,}?)["”」']?(?:…|\.\.\.)?["”」']?$/u;
const MADE_OF_PLACE =
  /^.{1,80} on (?:X|Twitter|Facebook|Instagram|Reddit|YouTube|TikTok|LinkedIn|Threads|Bluesky|Tumblr|Weibo)$/u;
/** What Facebook says of its account did, in English. */
const MADE_OF_DEED =
  /^.{1,60}? (?:updated (?:his|her|their) status|shared an? (?:link|post|memory|photo|video|album|event)|added (?:an? )?new (?:photos?|videos?)|commented on .{1,80}|replied to .{1,80}|wrote on .{1,80}|posted in .{1,80})\.$/u;
/** Ids as spreadsheets round them: many ids become one. */
const ROUNDED_ID = /^\d(?:[.,]\d+)?e\+?\d{2}$/i;

/** Turns one row of a file into a comment, or says why it cannot be one. */
export function readCommentRow(record: FileRecord, plan: RowPlan): CommentRow {
  const { line } = record;
  if (isBad(record)) return record;
  const value = (field: ImportField) => valueOf(record, plan, field);
  const own = exportedFacts(record.values, plan.unguard);
  const written = own ? '' : joinedText(record, plan);
  const text = own?.text ?? textOf(written, titleOf(value('title'), value('author'), written));
  const stars = own ? own.stars : (plan.readStars?.(value('stars')) ?? null);
  const problem = goneProblem(record, plan) ?? rowProblem(text, own ? null : value('text'), stars);
  const moment = joinDayAndClock(value('publishedAt'), value('timeOfDay'));
  const zone = plan.zones && record.values.get(plan.zones.column);
  const time = (zone && plan.zones ? plan.zones.readerIn(zone) : plan.readTime)(moment);
  if (problem || !isTime(time)) return { line, problem: shortRow(record) ?? problem ?? (time as RejectReason) };
  const author = value('author') || null;
  const comment: IncomingComment = {
    externalId: rowId(plan, value('externalId'), {
      text: text || `${stars} ★`,
      time,
      author,
      dayOnly: !tellsClock(moment),
    }),
    text,
    publishedAt: time,
    author,
    engagement: readCount(value('engagement')),
    permalink: value('permalink') || null,
    parentId: readParent(value('parentId')),
    language: text ? (languageOfTag(value('language')) ?? detectLanguage(text)) : 'und',
    ...(stars === null ? {} : { stars }),
    ...withVerdict(value('recommended')),
    ...(value('version') && { version: value('version') }),
  };
  return {
    line,
    comment: { ...comment, ...byRole(record, plan, author), ...own },
    source: value('source').slice(0, 80) || null,
  };
}

function joinedText(record: ReadRecord, plan: RowPlan): string {
  if (!plan.companions?.length) return valueOf(record, plan, 'text');
  const parts = plan.companions
    .map((column) => cellOf(record, plan, column))
    .filter((part) => part && !isNothing(part));
  return parts.join('\n\n');
}

function byRole(record: ReadRecord, { writer }: RowPlan, author: string | null): Pick<IncomingComment, 'leftOut'> {
  const role = writer ? reasonByRole((record.values.get(writer) ?? '').trim(), writer) : null;
  const leftOut = role ?? (author ? reasonByName(author) : null);
  return leftOut ? { leftOut } : {};
}

const withVerdict = (value: string) => {
  const recommended = readRecommended(value);
  return recommended === null ? {} : { recommended };
};

/** The title of what is answered, as forums and mail programs carry it on. */
const OF_ANSWERS = /^(?:re|aw|antw|sv|vs|rif|回复|回覆|答复|返信|답장)(?:\[\d+\])?\s?[:：]/iu;

/** A title that a program made of who wrote is none, nor that of what is answered: `ann (@ann) on X`, `Ann shared a link.`, `Re: Hinge`. */
const titleOf = (title: string, author: string, text: string): string =>
  (text && OF_ANSWERS.test(title)) ||
  MADE_OF_DEED.test(title) ||
  (author && MADE_OF_PLACE.test(title) && title.includes(author.replace(/^@/u, '')))
    ? ''
    : title;

/** Title and text of a comment in one; the text alone where it says the title already. */
function textOf(written: string, writtenTitle: string): string {
  const [text, title] = [written, writtenTitle.replace(STARS_BEFORE, '')].map((part) =>
    withoutGoogleTranslation(plainText(joinedSegments(isNothing(part) ? '' : part)).trim()),
  );
  const made = title && MADE_TITLE.exec(title)?.[1];
  if (!title || text?.startsWith(title) || (made && text?.startsWith(made))) return text ?? '';
  return text && !isStandIn(text) ? `${title}\n\n${text}` : title;
}

function goneProblem(record: ReadRecord, { gone = [] }: RowPlan): RejectReason | null {
  const said = gone.find((column) => saysGone((record.values.get(column) ?? '').trim(), column));
  return said === undefined
    ? null
    : { code: 'placeholder', reason: `The column "${said}" says that it was deleted, is spam or a notice.` };
}

/** @param written the cell of the text; null in an export of Moodline, whose texts are comments whatever they say */
function rowProblem(text: string, written: string | null, stars: number | null): RejectReason | null {
  // Thousands rate an app or a product without a word: their stars are their opinion.
  if (!text && stars !== null) return null;
  if (written === null) return textProblem(text);
  if (text && isStandIn(text))
    return {
      code: 'placeholder',
      reason: 'The text stands in the place of a comment that is gone or was never written.',
    };
  if (!text && isNothing(written))
    return { code: 'empty-text', reason: `The row has no text: "${written}" stands for nothing.` };
  return textProblem(text);
}

/** The way from the root of a thread down to a comment, as Lemmy has it: `0.501.502`. */
const THREAD_PATH = /^0((?:\.\d+)+)$/;

/** A comment that answers no other one names the parent 0 or root in some exports. */
function readParent(written: string): string | null {
  const path = THREAD_PATH.exec(written)?.[1]?.split('.');
  const value = path ? (path.at(-2) ?? '') : written;
  return value && value !== '0' && value !== 'root' && !isNothing(value) ? boundedId(value) : null;
}

/** The id of a comment whose source gives it none: the same text by the same author at the same time is the same comment. */
export function hashedId(parts: readonly (string | null)[]): string {
  return `#${hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 27)}`;
}

/** An id of a source in a form the database can index. */
export function boundedId(id: string): string {
  const clean = id.replaceAll('\0', '').trim();
  return clean.length > MAX_ID_LENGTH ? hashedId([clean]) : clean;
}

/** Whether a spreadsheet rounded an id: `7.45678E+18`. */
export const isRoundedId = (id: string): boolean => ROUNDED_ID.test(id.trim());

/** What keeps a text from being a comment. */
export function textProblem(text: string): RejectReason | null {
  if (!text) return { code: 'empty-text', reason: 'The row has no text.' };
  if (text.includes(BROKEN) || isDamaged(text))
    return { code: 'broken-text', reason: 'The text has bytes that do not belong to the encoding of the file.' };
  if (Buffer.byteLength(text) > MAX_TEXT_BYTES)
    return { code: 'text-too-long', reason: `The text is longer than ${MAX_TEXT_BYTES / 1000} kB.` };
  return null;
}

function isDamaged(text: string): boolean {
  if (!text.includes('\uFFFD')) return false;
  const broken = text.match(/\uFFFD/gu)?.length ?? 0;
  return broken > 1 && broken / text.length > MAX_DAMAGE;
}

/** A broken character costs that character: it is shown as one that could not be read. */
function valueOf(record: ReadRecord, plan: RowPlan, field: ImportField): string {
  const column = plan.column.get(field);
  return column === undefined ? '' : cellOf(record, plan, column);
}

function cellOf(record: ReadRecord, plan: RowPlan, column: string): string {
  const written = (record.values.get(column) ?? '').replaceAll('\0', '').trim();
  const value = plan.unguard?.(written) ?? written;
  return value.includes(BROKEN) ? value.replaceAll(BROKEN, '\uFFFD') : value;
}

function shortRow({ shortBy, values }: ReadRecord): RejectReason | null {
  return shortBy
    ? {
        code: 'column-count',
        reason: `The row has ${values.size - shortBy} values, the table has ${values.size} columns.`,
      }
    : null;
}

interface Known {
  readonly text: string;
  readonly time: Date;
  readonly author: string | null;
  readonly dayOnly: boolean;
}

function rowId(plan: RowPlan, id: string, { text, time, author, dayOnly }: Known): string {
  const usable = id && plan.trustsIds !== false && !id.includes('\uFFFD') && !isRoundedId(id) && !isNothing(id);
  if (usable) return boundedId(id);
  const made = hashedId([text, time.toISOString(), author]);
  const place = dayOnly && !author ? (plan.places?.placeOf(made) ?? 0) : 0;
  return place ? hashedId([text, time.toISOString(), author, String(place)]) : made;
}
