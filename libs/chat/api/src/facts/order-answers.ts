import { Injectable } from '@nestjs/common';
import { periodName } from '@moodline/narration/api';
import type { CommentFilter } from '@moodline/comments/contract';
import { MoodFacts, volume } from '@moodline/trends/api';
import type { MoodTotal } from '@moodline/trends/contract';
import { alternatives, plainTopic, queryOfTopic } from '../question/topic-query';
import type { RankedBy } from '../question/words/lexicon';
import { LEAST_COMMENTS, overPeriod, type FactBuilder, type Search } from './asked-facts';
import { lineExhibit, netMoodWord, totalsTable } from './exhibits';
import { languageName } from './language-names';
import { MonitorTotals } from './monitor-totals';
import { addAverage } from './averages';
import { comparison, valueOf } from './comparison';
import { countedLabels } from './counted-labels';
import { addMood } from './mood-answers';
import { isTimeUnit, namedTimes, timeRows, wholeUnits, type TimeUnit } from './time-rows';
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
    if (by !== 'weekend') this.inOrder(search, rows, by);
  }

  private async periods(search: Search): Promise<void> {
    if (search.typed.measure === 'average') return addAverage(search, this.moods);
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
          { name: periodName(compared, language), total: before.total },
          { name: periodName(period, language), total: series.total },
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
    if (typed.measure === 'count' || !left.total.n || !right.total.n) {
      sheet.add(comparison(search, 'count', labels[0] ?? null, [left, right]));
      // Where more is written, more is negative: the shares tell whether that is all.
      if (labels[0] && left.total.n >= LEAST_COMMENTS && right.total.n >= LEAST_COMMENTS)
        sheet.add(comparison(search, 'share', labels[0], [left, right]));
    } else {
      if (!labels.length) sheet.add(comparison(search, 'net', null, [left, right]));
      for (const label of shares) sheet.add(comparison(search, 'share', label, [left, right]));
    }
  }

  private inOrder(search: Search, rows: readonly Row[], by: Exclude<RankedBy, 'weekend'>): void {
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
    exhibits.push(totalsTable(language, columnOf(by), isTimeUnit(by) ? namedTimes(shown, by, language) : shown));
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
      case 'weekday':
      case 'weekend':
      case 'hour':
        // Told by `ClockAnswers`.
        return [];
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
const columnOf = (by: RankedBy | null) => (by === null ? 'source' : isTimeUnit(by) ? 'period' : by);
