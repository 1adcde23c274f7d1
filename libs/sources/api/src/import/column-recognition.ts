import type { ColumnMapping, ImportField, recognisedColumnSchema } from '@moodline/sources/contract';
import type { z } from 'zod';
import { nameRank } from './column-names';
import { isSpacedCopy, lookAt, type ColumnLook } from './column-sample';
import { UnknownColumnError } from './import.errors';
import { isTime, timeReader } from '../incoming/time-formats';

export type RecognisedColumn = z.infer<typeof recognisedColumnSchema>;

export interface Table {
  readonly columns: readonly string[];
  /** The first rows. */
  readonly rows: readonly ReadonlyMap<string, string>[];
  /** The columns have names of their own; otherwise only what is in them counts. */
  readonly named: boolean;
}

/** In this order the fields choose their columns: what comes first is wanted most. */
const FIELDS = [
  'text',
  'publishedAt',
  'externalId',
  'engagement',
  'author',
  'permalink',
  'language',
  'parentId',
] as const satisfies readonly ImportField[];

/**
 * Says which column holds what: as chosen by hand, by its name, or (text and time only) by what is in it.
 * @param chosen fields set by hand; '' leaves a field out
 * @throws UnknownColumnError when a chosen column is not in the table
 */
export function recogniseColumns(
  table: Table,
  chosen: ColumnMapping,
  clock: { timeZone: string; now: Date },
): RecognisedColumn[] {
  const recognised: RecognisedColumn[] = [];
  for (const [field, column] of Object.entries(chosen) as [ImportField, string][]) {
    if (column && !table.columns.includes(column)) throw new UnknownColumnError(column, table.columns);
    if (column) recognised.push({ column, field, why: 'chosen' });
  }
  const looks = table.columns.map((column) => lookAt(column, table.rows));
  const judge = new ColumnJudge(looks, clock);
  for (const field of FIELDS) {
    if (chosen[field] !== undefined) continue;
    const free = looks.filter(({ column }) => !recognised.some((entry) => entry.column === column));
    const byName = table.named ? judge.byName(free, field) : null;
    if (byName) recognised.push({ column: byName, field, why: 'header' });
    const byContent = byName ? null : judge.byContent(free, field);
    if (byContent) recognised.push({ column: byContent, field, why: 'content' });
  }
  return recognised;
}

class ColumnJudge {
  constructor(
    private readonly looks: readonly ColumnLook[],
    private readonly clock: { timeZone: string; now: Date },
  ) {}

  /** The column whose name fits best, if its values fit as well. */
  byName(free: readonly ColumnLook[], field: (typeof FIELDS)[number]): string | null {
    const ranked = free
      .map((look) => ({ look, rank: nameRank(look.column, field) }))
      .filter((entry): entry is { look: ColumnLook; rank: number } => entry.rank !== null)
      .sort((a, b) => a.rank - b.rank);
    return ranked.find(({ look }) => this.fits(look, field))?.look.column ?? null;
  }

  byContent(free: readonly ColumnLook[], field: (typeof FIELDS)[number]): string | null {
    if (field === 'publishedAt') return this.timeByContent(free);
    if (field !== 'text') return null;
    const prose = free.filter(
      (look) => look.wordShare > 0.6 && look.letters >= 4 && look.distinctShare > 0.3 && this.timeShare(look) < 0.5,
    );
    const originals = prose.filter((look) => !prose.some((other) => other !== look && isSpacedCopy(look, other)));
    return originals.sort((a, b) => b.letters * b.distinctShare - a.letters * a.distinctShare)[0]?.column ?? null;
  }

  /** Written times before bare numbers, which may be ids that look like seconds. */
  private timeByContent(free: readonly ColumnLook[]): string | null {
    const times = free.filter((look) => look.filled > 0 && !look.countsRows && this.timeShare(look) > 0.8);
    return times.sort((a, b) => a.numberShare - b.numberShare)[0]?.column ?? null;
  }

  private fits(look: ColumnLook, field: (typeof FIELDS)[number]): boolean {
    if (!look.filled) return false;
    if (field === 'text')
      return look.wordShare > 0.3 && !this.looks.some((other) => other !== look && isSpacedCopy(look, other));
    if (field === 'publishedAt') return !look.countsRows && this.timeShare(look) >= 0.5;
    if (field === 'externalId') return !look.countsRows && look.distinctShare > 0.9;
    if (field === 'engagement') return look.values.some((value) => /\d/.test(value));
    return field === 'permalink' ? look.linkShare > 0.5 : true;
  }

  private timeShare(look: ColumnLook): number {
    const read = timeReader(look.values, this.clock.timeZone, this.clock.now);
    const filled = look.values.filter(Boolean).slice(0, 200);
    return filled.filter((value) => isTime(read(value))).length / Math.max(1, filled.length);
  }
}
