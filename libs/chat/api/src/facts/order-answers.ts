import { Injectable } from '@nestjs/common';
import type { QuestionMeasure } from '@moodline/chat/contract';
import type { FactDraft } from '@moodline/narration/contract';
import type { CommentFilter, Label } from '@moodline/comments/contract';
import { MoodFacts, volume, wholeNet, wholeShare } from '@moodline/trends/api';
import { netChange, shareChange, volumeChange, type MoodTotal } from '@moodline/trends/contract';
import { alternatives, plainTopic, queryOfTopic } from '../question/topic-query';
import type { RankedBy } from '../question/words/lexicon';
import { LEAST_COMMENTS, overPeriod, type FactBuilder, type Search } from './asked-facts';
import { lineExhibit, netMoodWord, totalsTable } from './exhibits';
import { languageName } from './language-names';
import { MonitorTotals } from './monitor-totals';
import { addMood, countedLabels } from './mood-answers';
import { isTimeUnit, timeRows, wholeUnits, type TimeUnit } from './time-rows';
import { common, countChangeDraft, countDraft, coverageDraft, spokenTopic } from './mood-drafts';

const MOST_ROWS = 5;

/** A source, language, day … with its numbers. */
interface Row {
  readonly name: string;
  /** With what else it is called, for the table alone. */
  readonly wide?: string;
  readonly total: MoodTotal;
  readonly filter: CommentFilter;
}

/** Puts sources, languages, days, monitors or topics in an order, or two of them side by side. */
@Injectable()
export class OrderAnswers implements FactBuilder {
  constructor(
    private readonly moods: MoodFacts,
    private readonly monitors: MonitorTotals,
  ) {}

  async build(search: Search): Promise<void> {
    const { typed } = search;
    if (typed.intent === 'compare' && !typed.by) return this.periods(search);
    const by = typed.by ?? 'source';
    const found = await this.rows(search, by);
    const rows =
      isTimeUnit(by) && typed.order === 'least' && typed.measure === 'count' ? wholly(search, found, by) : found;
    if (typed.intent === 'compare' && rows.length <= 2) return this.sideBySide(search, rows);
    this.inOrder(search, rows, by);
  }

  private async periods(search: Search): Promise<void> {
    const { sheet, exhibits, typed, compared, workspaceId, within, language, period } = search;
    const [series, before] = await Promise.all([
      this.moods.series(workspaceId, within),
      compared ? this.moods.series(workspaceId, overPeriod(within, compared)) : null,
    ]);
    const [label = null] = countedLabels(search);
    if (typed.measure === 'count') {
      sheet.add(countDraft(search, series.total, { label: label ?? undefined }));
      if (before && compared)
        sheet.add(countChangeDraft(search, { now: series.total, before: before.total, compared }, label));
    } else addMood(search, series.total, before?.total ?? null);
    if (before && compared)
      exhibits.push(
        totalsTable(language, 'period', [
          { name: `${compared.from}..${compared.to}`, total: before.total },
          { name: `${period.from}..${period.to}`, total: series.total },
        ]),
      );
    exhibits.push(lineExhibit([{ name: netMoodWord(language), points: series.points }]));
  }

  private sideBySide(search: Search, rows: readonly Row[]): void {
    const { sheet, exhibits, typed, language } = search;
    const [left, right] = rows;
    exhibits.push(totalsTable(language, columnOf(typed.by), rows));
    if (!left || !right) return;
    const labels = countedLabels(search);
    const shares = labels.length ? labels : (['negative'] as const);
    // Where one has no comments there is no mood to compare.
    if (typed.measure === 'count' || !left.total.n || !right.total.n)
      sheet.add(comparison(search, 'count', labels[0] ?? null, [left, right]));
    else {
      if (!labels.length) sheet.add(comparison(search, 'net', null, [left, right]));
      for (const label of shares) sheet.add(comparison(search, 'share', label, [left, right]));
    }
  }

  private inOrder(search: Search, rows: readonly Row[], by: RankedBy): void {
    const { sheet, exhibits, typed, language } = search;
    const [label = null] = countedLabels(search);
    const measure = typed.measure === 'count' || typed.measure === 'share' ? typed.measure : 'net';
    const order = typed.order === 'most' || (measure !== 'net' && typed.order !== 'least') ? 'most' : 'least';
    const telling = rows.filter(({ total }) => measure === 'count' || total.n >= LEAST_COMMENTS);
    const whole = rows.reduce((sum, { total }) => sum + volume(total), 0);
    const value = (row: Row) => valueOf(row.total, { measure, label, whole });
    const ranked = [...telling].sort(
      (a, b) =>
        (order === 'most' ? value(b).exact - value(a).exact : value(a).exact - value(b).exact) ||
        volume(b.total) - volume(a.total),
    );
    const shown = ranked.slice(0, typed.number ?? MOST_ROWS);
    shown.forEach((row, index) =>
      sheet.add({
        ...common(search, row.total.n, { filter: row.filter }),
        kind: 'ranking',
        by,
        order,
        measure,
        label,
        name: row.name,
        rank: index + 1,
        of: ranked.length,
        value: value(row).whole,
        unit: measure === 'count' ? 'comments' : measure === 'share' ? 'percent' : 'points',
      }),
    );
    if (!shown.length) sheet.add(coverageDraft(search, 'too-few', { value: whole, limit: LEAST_COMMENTS }));
    exhibits.push(totalsTable(language, columnOf(by), shown));
  }

  private async rows(search: Search, by: RankedBy): Promise<Row[]> {
    const { workspaceId, within, typed, language } = search;
    switch (by) {
      case 'source': {
        const all = await this.moods.sources(workspaceId, within);
        const silent = typed.scope.sources.filter((name) => !all.some(({ source }) => source.name === name));
        const none = await Promise.all(
          silent.map(async (name) => ({
            name,
            total: (await this.moods.series(workspaceId, { ...within, source: [name] })).total,
          })),
        );
        const rows = [...all.map(({ source, total }) => ({ name: source.name, total })), ...none];
        return rows.map((row) => ({ ...row, filter: { source: [row.name] } }));
      }
      case 'day':
      case 'week':
      case 'month':
        return timeRows(this.moods, search, by);
      case 'language': {
        const languages = typed.scope.languages.length ? typed.scope.languages : (['zh', 'en', 'ja'] as const);
        const rows = await Promise.all(
          languages.map(async (code) => {
            const { total } = await this.moods.series(workspaceId, { ...within, language: [code] });
            return { name: languageName(code, language), total, filter: { language: [code] } };
          }),
        );
        return typed.scope.languages.length ? rows : rows.filter(({ total }) => volume(total) > 0);
      }
      case 'monitor':
        return this.monitors.rows(workspaceId, within, typed.scope.monitors);
      case 'theme':
        return this.topics(search);
    }
  }

  private topics({ workspaceId, within, typed, language }: Search): Promise<Row[]> {
    return Promise.all(
      alternatives(typed.scope.topic ?? '').map(async (topic) => {
        const filter = { q: queryOfTopic(topic) };
        const { total } = await this.moods.series(workspaceId, { ...within, ...filter });
        return { name: plainTopic(topic), wide: spokenTopic(topic, language) ?? topic, total, filter };
      }),
    );
  }
}

/** Rows of whole days, weeks or months alone. */
const wholly = ({ now, period }: Search, rows: readonly Row[], by: TimeUnit): Row[] =>
  wholeUnits(rows, by, { first: now.first.toString(), today: now.today.toString(), asked: period });

/** How the first column is called: periods by any unit are periods. */
const columnOf = (by: RankedBy | null) => (by && !isTimeUnit(by) ? by : by ? 'period' : 'source');

function valueOf(
  total: MoodTotal,
  { measure, label, whole }: { measure: QuestionMeasure; label: Label | null; whole: number },
): { exact: number; whole: number } {
  if (measure === 'count') {
    const count = label ? total[label] : volume(total);
    return { exact: count, whole: count };
  }
  if (measure === 'share') {
    const [part, of] = label ? [total[label], total.n] : [volume(total), whole];
    return { exact: of ? part / of : 0, whole: wholeShare(part, of) };
  }
  return { exact: total.n ? (total.positive - total.negative) / total.n : 0, whole: wholeNet(total) };
}

function comparison(
  search: Search,
  measure: 'net' | 'share' | 'count',
  label: Label | null,
  [left, right]: readonly [Row, Row],
): FactDraft {
  const whole = volume(left.total) + volume(right.total);
  const side = ({ name, total }: Row) => ({ name, value: valueOf(total, { measure, label, whole }).whole, n: total.n });
  const [a, b] = [side(left), side(right)];
  const change = {
    net: () => netChange(left.total, right.total),
    share: () => shareChange(label ?? 'negative', left.total, right.total),
    count: () => volumeChange(a.value, b.value),
  }[measure]();
  return {
    ...common(search, left.total.n + right.total.n, { scope: { sources: [], languages: [], topic: null } }),
    kind: 'comparison',
    measure,
    label,
    left: a,
    right: b,
    value: a.value - b.value,
    unit: measure === 'count' ? 'comments' : 'points',
    clear: change?.clear ?? false,
  };
}
