import type { ReportLanguage, ReportLook, ReportSection } from '@moodline/reports/contract';
import type { CommentFilter } from '@moodline/comments/contract';
import type { Drawings } from '../drawing/drawing';

/** A cell of a table: as it is read, and as a number where it is one. `opens` are the comments behind it. */
export interface Cell {
  readonly text: string;
  readonly value?: number | null;
  readonly opens?: CommentFilter | null;
}

export interface Table {
  /** For the name of a file and of a sheet. */
  readonly name: string;
  readonly caption: string;
  /** `aside`: left out where there is little room. */
  readonly columns: readonly { readonly title: string; readonly numeric: boolean; readonly aside?: boolean }[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface ShownFigure {
  readonly name: string;
  readonly value: string;
  readonly note: string;
  /** Where the change is clear: whether it is good news. */
  readonly tone: 'good' | 'bad' | 'plain';
  readonly opens: CommentFilter | null;
}

/** What sections are made of. Each way of writing a report writes these and nothing else. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string; readonly quiet?: boolean }
  /** `opens`: what opens the comments behind the sentence. */
  | {
      readonly kind: 'sentences';
      readonly items: readonly { readonly text: string; readonly opens: CommentFilter | null }[];
    }
  | { readonly kind: 'figures'; readonly items: readonly ShownFigure[] }
  | ({
      readonly kind: 'chart';
      readonly name: string;
      readonly title: string;
      readonly table: Table;
    } & Drawings)
  | { readonly kind: 'table'; readonly table: Table }
  | {
      readonly kind: 'quote';
      readonly text: string;
      readonly by: string;
      readonly tone: 'good' | 'bad' | 'plain';
    };

export interface DocumentSection {
  readonly id: string;
  readonly kind: ReportSection['kind'];
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A report as it is read, whatever it is written to. */
export interface ReportDocument {
  readonly language: ReportLanguage;
  readonly title: string;
  readonly kindOfReport: string;
  readonly period: string;
  readonly compared: string;
  readonly look: ReportLook;
  readonly madeAt: string;
  readonly sections: readonly DocumentSection[];
  readonly foot: readonly string[];
}

/** Every table of a report once, those behind charts, too. */
export function tablesOf({ sections }: ReportDocument): Table[] {
  const tables = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' || block.kind === 'chart' ? [block.table] : [])),
  );
  return [...new Map(tables.map((table) => [table.name, table])).values()];
}

/** Whether the numbers of a chart stand in a table of their own below it. */
export const isTabled = ({ blocks }: DocumentSection, name: string): boolean =>
  blocks.some((block) => block.kind === 'table' && block.table.name === name);
