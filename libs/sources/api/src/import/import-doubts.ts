import {
  DAY_ORDERS,
  type ChoiceReason,
  type DayOrderName,
  type ImportDoubt,
  type ImportField,
} from '@moodline/sources/contract';
import { Temporal } from 'temporal-polyfill';
import { maskPersonalData } from '@moodline/comments/api';
import { timeReader } from '../incoming/time-formats';
import { isRoundedId } from '../incoming/comment-row';
import { zoneOf, type Recognition } from './column-recognition';
import type { FileReading } from './file-reading';

const EXAMPLE_LENGTH = 80;

/** What is not sure about how a file is read, each with the other choices and how to take them. */
export function doubtsOf(reading: FileReading): ImportDoubt[] {
  const finder = new DoubtFinder(reading);
  return [
    finder.part(),
    finder.text(),
    finder.time(),
    finder.dayOrder(),
    finder.relativeTimes(),
    finder.ids(),
    finder.score(),
  ].filter((doubt) => doubt !== null);
}

/** A large part of the rows could not be read: known only after all of them. */
export function rejectionDoubt(rows: number, rejected: number): ImportDoubt | null {
  if (!rows || rejected < rows / 5) return null;
  return {
    code: 'many-rejected',
    columns: [],
    count: rejected,
    reason: null,
    message: `${rejected} of ${rows} rows cannot be read; the reasons are listed.`,
    choices: [],
  };
}

class DoubtFinder {
  constructor(private readonly reading: FileReading) {}

  part(): ImportDoubt | null {
    const { format, options } = this.reading;
    const [first = '', ...others] = format.parts;
    if (!others.length || options.part !== undefined) return null;
    const what = format.format === 'xlsx' ? 'sheets' : 'lists';
    return {
      code: 'part',
      columns: [],
      count: format.leftOut ?? null,
      reason: null,
      message: `The file has several ${what}. "${first}" is read; the others are left out: ${others.join(', ')}.`,
      choices: format.parts.map((part) => ({ label: part, example: null, chosen: part === first, set: { part } })),
    };
  }

  text(): ImportDoubt | null {
    const choice = this.reading.recognition.text;
    if (!choice?.rivals.length || this.isChosen('text')) return null;
    const names = [choice.column, ...choice.rivals];
    return {
      code: 'text-column',
      columns: names,
      count: null,
      reason: choice.reason,
      message: `${names.length === 2 ? 'Two' : 'Several'} columns could be the text: ${quoted(names)}; "${choice.column}" is taken${because(choice.reason)}.`,
      choices: this.columnChoices('text', names),
    };
  }

  time(): ImportDoubt | null {
    const choice = this.reading.recognition.time;
    if (!choice || this.isChosen('publishedAt')) return null;
    if (choice.borrowed)
      return {
        code: 'borrowed-time',
        columns: [choice.column],
        count: null,
        reason: null,
        message: `The only time is "${choice.column}", which tells when a comment was collected or changed and not when it was written.`,
        choices: this.columnChoices('publishedAt', [choice.column]),
      };
    if (!choice.rivals.length) return null;
    const names = [choice.column, ...choice.rivals];
    return {
      code: 'time-column',
      columns: names,
      count: null,
      reason: choice.reason,
      message: `Several columns could be the time: ${quoted(names)}; "${choice.column}" is taken${because(choice.reason)}.`,
      choices: this.columnChoices('publishedAt', names),
    };
  }

  dayOrder(): ImportDoubt | null {
    const { survey, options, plan } = this.reading;
    const { order, open, example } = survey.order;
    if (!open || example === null || options.dayOrder) return null;
    const column = plan.column.get('publishedAt') ?? '';
    const zone = zoneOf(column, options.timeZone);
    const readAs = (way: DayOrderName) => {
      const time = timeReader([], zone, options.now, { order: way })(example);
      return time instanceof Date ? time.toISOString() : null;
    };
    const ways = DAY_ORDERS.filter((way) => way !== 'year-first' || survey.order.maybeYearFirst)
      .map((way) => ({ way, instant: readAs(way) }))
      // What is no date in an order, or the same one in two, is no choice; the order that was taken is one.
      .filter(({ way, instant }, index, all) =>
        way === order
          ? instant !== null
          : instant !== null &&
            !all.some((other, at) => other.instant === instant && (other.way === order || at < index)),
      );
    const taken = readAs(order);
    return {
      code: 'day-order',
      columns: [column],
      count: null,
      reason: null,
      message: `"${example}" may begin with ${survey.order.maybeYearFirst ? 'the day, the month or the year' : 'the day or with the month'}, and nothing in the file decides; it is read as ${taken ? dayIn(zone, taken) : order}.`,
      choices: ways.map(({ way, instant }) => ({
        label: way,
        example: instant,
        chosen: way === order,
        set: { dayOrder: way },
      })),
    };
  }

  relativeTimes(): ImportDoubt | null {
    const { survey, options, plan } = this.reading;
    if (!survey.relative || options.asOfIsSure) return null;
    const from = options.asOf?.toISOString() ?? null;
    const now = options.now.toISOString();
    return {
      code: 'relative-times',
      columns: [plan.column.get('publishedAt') ?? ''],
      count: survey.relative,
      reason: null,
      message: `${survey.relative} times count from when the file was made ("3 hours ago"). ${
        from
          ? `They are counted from ${from}, when it was last changed.`
          : 'It is not known when that was, so these rows are left out.'
      }`,
      choices: [
        ...(from ? [{ label: 'file', example: from, chosen: true, set: { asOf: from } }] : []),
        { label: 'now', example: now, chosen: false, set: { asOf: now } },
      ],
    };
  }

  ids(): ImportDoubt | null {
    const { survey, plan, recognition } = this.reading;
    const column = plan.column.get('externalId') ?? recognition.repeatedIds;
    if (!column || this.isChosen('externalId')) return null;
    const { code, count } = survey.ids ? { code: survey.ids, count: survey.badIds } : repeated(recognition);
    if (!code) return null;
    const why =
      code === 'ids-rounded'
        ? `${count} ids in "${column}" were rounded by a spreadsheet`
        : `In "${column}", ${count} rows have the id of another text`;
    return {
      code,
      columns: [column],
      count,
      reason: null,
      message: `${why}; so comments are told apart by text, time and author instead.`,
      choices: [
        { label: 'leave', example: null, chosen: true, set: { mapping: { externalId: '' } } },
        { label: 'use', example: null, chosen: false, set: { mapping: { externalId: column } } },
      ],
    };
  }

  score(): ImportDoubt | null {
    const column = this.reading.recognition.ambiguousScore;
    if (!column || this.isChosen('stars') || this.isChosen('engagement')) return null;
    const isStars = this.reading.plan.column.get('stars') === column;
    return {
      code: 'score-or-likes',
      columns: [column],
      count: null,
      reason: null,
      message: `"${column}" is never above 5: it may be stars or votes. It is read as ${isStars ? 'stars' : 'votes'}.`,
      choices: [
        { label: 'stars', example: null, chosen: isStars, set: { mapping: { stars: column, engagement: '' } } },
        { label: 'likes', example: null, chosen: !isStars, set: { mapping: { engagement: column, stars: '' } } },
      ],
    };
  }

  private isChosen(field: ImportField): boolean {
    return this.reading.options.mapping[field] !== undefined;
  }

  private columnChoices(field: ImportField, names: readonly string[]): ImportDoubt['choices'] {
    const { looks } = this.reading.recognition;
    return names.map((name, index) => {
      const value = looks.find(({ column }) => column === name)?.values.find(Boolean) ?? '';
      const example = maskPersonalData(value.replace(/\s+/gu, ' ').slice(0, EXAMPLE_LENGTH));
      return { label: name, example: example || null, chosen: index === 0, set: { mapping: { [field]: name } } };
    });
  }
}

/** The day of an instant by the calendar of a zone: `2026-04-03`. */
const dayIn = (zone: string, instant: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

/** Why a column was taken, as the end of a sentence. */
const BECAUSE: Readonly<Record<ChoiceReason, string>> = {
  'differs-more': 'which differs most from row to row',
  named: 'whose name says what it holds',
  'usual-name': 'which is the more usual name',
  'more-filled': 'which is filled in more rows',
  longer: 'in which more is written',
  answered: 'to which the other one is the answer',
  'written-out': 'whose times are written out and no numbers',
  alike: 'as nothing tells them apart',
};
const because = (reason: ChoiceReason | null) => (reason ? `, ${BECAUSE[reason]}` : '');

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

/** Ids that repeat so much that they were not taken at all. */
function repeated({ repeatedIds, looks }: Recognition): { code: 'ids-repeat' | 'ids-rounded' | null; count: number } {
  const look = looks.find(({ column }) => column === repeatedIds);
  if (!look) return { code: null, count: 0 };
  const rounded = look.values.filter(isRoundedId).length;
  if (rounded > look.filled / 2) return { code: 'ids-rounded', count: rounded };
  return { code: 'ids-repeat', count: look.filled - look.distinct };
}
