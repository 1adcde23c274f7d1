import { Injectable } from '@nestjs/common';
import { MoodFacts, volume, wholeNet, wholeShare } from '@moodline/trends/api';
import type { Label } from '@moodline/comments/contract';
import type { FactDraft } from '@moodline/narration/contract';
import { isClockUnit, type ClockUnit } from '../question/clock-units';
import { LEAST_COMMENTS, type FactBuilder, type Search } from './asked-facts';
import { averageComparison, perDay } from './averages';
import { clockRows, type ClockRow } from './clock-rows';
import { clockTable } from './clock-table';
import { comparison } from './comparison';
import { countedLabels } from './counted-labels';
import { rowNameOf } from './language-names';
import { common, coverageDraft } from './mood-drafts';

/** A group with fewer labelled comments has no telling mood, where others have more. */
const ENOUGH = 20;
/** All days of the week are told; of the hours as many. */
const HOURS_TOLD = 5;

/** Days of the week, weekends and other days, and hours of the day. */
@Injectable()
export class ClockAnswers implements FactBuilder {
  constructor(private readonly moods: MoodFacts) {}

  async build(search: Search): Promise<void> {
    const { by } = search.typed;
    if (!isClockUnit(by)) return;
    const rows = await clockRows(this.moods, search, by);
    const [label = null] = countedLabels(search);
    if (!rows.some(({ total }) => volume(total) > 0)) {
      search.sheet.add(coverageDraft(search, 'too-few', { value: 0, limit: LEAST_COMMENTS }));
      return;
    }
    if (by === 'weekend') this.sideBySide(search, rows, label);
    else this.inOrder(search, rows, { by, label });
    search.exhibits.push(clockTable(search.language, by, { rows, label }));
  }

  private sideBySide(search: Search, [left, right]: readonly ClockRow[], label: Label | null): void {
    if (!left || !right) return;
    const { sheet, typed } = search;
    const volumes = averageComparison(search, label, [left, right]);
    const named = [inWords(left, search), inWords(right, search)] as const;
    if (typed.measure === 'count') sheet.add(volumes);
    if (left.total.n >= LEAST_COMMENTS && right.total.n >= LEAST_COMMENTS) {
      if (!label) sheet.add(comparison(search, 'net', null, named));
      sheet.add(comparison(search, 'share', label ?? 'negative', named));
    }
    if (typed.measure !== 'count') sheet.add(volumes);
  }

  /** Days of the week by comments a day, since a period may have one Monday more than Sundays; hours by their number. */
  private inOrder(
    search: Search,
    rows: readonly ClockRow[],
    { by, label }: { by: Exclude<ClockUnit, 'weekend'>; label: Label | null },
  ): void {
    const { sheet, typed } = search;
    const counts = typed.measure === 'count' || typed.measure === 'average';
    const measure = counts ? (by === 'weekday' ? 'average' : 'count') : typed.measure === 'share' ? 'share' : 'net';
    const value = (row: ClockRow): Value => valueOf(row, measure, label);
    const least = typed.order === 'least';
    const enough = rows.filter(({ total }) => total.n >= ENOUGH).length > 1 ? ENOUGH : LEAST_COMMENTS;
    const ranked = rows
      .filter(({ total }) => counts || total.n >= enough)
      .sort((a, b) => (least ? value(a).exact - value(b).exact : value(b).exact - value(a).exact));
    const shown = ranked.slice(0, typed.number ?? (by === 'hour' ? HOURS_TOLD : ranked.length));
    shown.forEach((row, index) => {
      const ranking: FactDraft = {
        ...common(search, row.total.n, label ? { label } : {}),
        kind: 'ranking',
        by,
        order: least ? 'least' : 'most',
        measure,
        label,
        name: row.name,
        rank: index + 1,
        of: ranked.length,
        value: value(row).shown,
        unit: measure === 'share' ? 'percent' : measure === 'net' ? 'points' : 'comments',
        ...(measure === 'average' && { total: countedIn(row, label) }),
      };
      sheet.add(ranking);
    });
    if (!shown.length) sheet.add(coverageDraft(search, 'too-few', { value: sumOf(rows), limit: LEAST_COMMENTS }));
  }
}

interface Value {
  readonly exact: number;
  readonly shown: number;
}

const inWords = (row: ClockRow, { language }: Search): ClockRow => ({ ...row, name: rowNameOf(row.name, language) });

const sumOf = (rows: readonly ClockRow[]): number => rows.reduce((sum, { total }) => sum + total.n, 0);

/** All comments, or the labelled ones with a label. */
const countedIn = ({ total }: ClockRow, label: Label | null): number => (label ? total[label] : volume(total));

function valueOf(row: ClockRow, measure: 'average' | 'count' | 'share' | 'net', label: Label | null): Value {
  const { total, days } = row;
  const counted = countedIn(row, label);
  switch (measure) {
    case 'average':
      return { exact: days ? counted / days : 0, shown: perDay(counted, days) };
    case 'count':
      return { exact: counted, shown: counted };
    case 'share':
      return { exact: total.n ? counted / total.n : 0, shown: wholeShare(counted, total.n) };
    case 'net':
      return { exact: total.n ? (total.positive - total.negative) / total.n : 0, shown: wholeNet(total) };
  }
}
