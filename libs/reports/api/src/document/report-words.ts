import type { CourseEvent, FigureName, ReportTemplate, SectionKind } from '@moodline/reports/contract';

/** Headings, columns and notes of a report in one language. Sentences about numbers come from narration. */
export interface ReportWords {
  readonly template: Readonly<Record<ReportTemplate, string>>;
  readonly section: Readonly<Record<Exclude<SectionKind, 'own'>, string>>;
  /** What summaries of days and weeks said, in that of a week or month. */
  readonly parts: Readonly<Record<'day' | 'week' | 'month', string>>;
  /** Answers and charts that were pinned to it. `subject` is empty where nothing narrows it. */
  readonly pinned: {
    readonly course: (subject: string) => string;
    readonly compared: (names: string) => string;
    readonly basis: (period: string, n: string, pinned: string) => string;
    /** Head of the column with the names of lines. */
    readonly line: string;
    readonly positive: string;
  };
  /** In place of a monitor. */
  readonly everything: string;
  readonly figure: Readonly<Record<FigureName, string>>;
  readonly column: {
    readonly theme: string;
    readonly source: string;
    readonly monitor: string;
    readonly comments: string;
    readonly net: string;
    readonly negative: string;
    readonly before: string;
    readonly points: string;
    readonly share: string;
    readonly measure: string;
    readonly then: string;
    readonly now: string;
    readonly moment: string;
    readonly text: string;
    readonly label: string;
    readonly engagement: string;
  };
  readonly label: Readonly<Record<'positive' | 'neutral' | 'negative', string>>;
  /** Of two moments, or days of two months. */
  readonly period: (from: string, to: string) => string;
  readonly compared: (period: string) => string;
  /** Change of a number against the time before. */
  readonly than: (before: string) => string;
  readonly unclear: (before: string) => string;
  readonly notCompared: string;
  /** In place of a change, where the time itself has too few labelled comments. */
  readonly tooFew: (least: string) => string;
  /** Over the bars of themes. */
  readonly themesTitle: string;
  readonly courseTitle: (net: string) => string;
  readonly courseNote: (n: string, zone: string) => string;
  /** Where a point stands for several hours. */
  readonly hoursEach: (hours: string) => string;
  /** What happened at a point of the line; `n`: new comments of an import. */
  readonly event: Readonly<Record<CourseEvent['kind'], (text: string, n: string) => string>>;
  readonly themesNote: (read: string, labelled: string) => string;
  /** In place of themes, before anything is labelled. */
  readonly nothingLabelled: string;
  /** In place of themes, where too few comments speak of the same. */
  readonly noThemes: (labelled: string) => string;
  readonly sinceFirst: string;
  readonly since: (period: string) => string;
  readonly newThemes: (names: string) => string;
  readonly goneThemes: (names: string) => string;
  readonly engagement: (count: string) => string;
  readonly nothing: string;
  readonly competitor: string;
  /** Something said along, with the brackets of the language. */
  readonly bracketed: (text: string) => string;
  readonly netExplained: string;
  readonly foot: (made: string, comments: string, labelled: string) => string;
  /** Stands at the end of a PDF that leaves out pictures of faces and things. */
  readonly withoutEmoji: string;
  readonly page: (number: string, of: string) => string;
  readonly contents: string;
  readonly openReport: string;
  readonly openProduct: string;
  readonly unsubscribe: string;
  readonly removed: string;
  readonly listSeparator: string;
  /** Between sentences, between the entries of a row, and between a name and what it is of: as the language writes them in a line. */
  readonly joints: { readonly stop: string; readonly entry: string; readonly colon: string };
}
