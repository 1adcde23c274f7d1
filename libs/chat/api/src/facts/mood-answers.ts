import { Injectable } from '@nestjs/common';
import { dayOf } from '@moodline/comments/api';
import { periodName } from '@moodline/narration/api';
import type { FactOf } from '@moodline/narration/contract';
import { LABELS, type Label } from '@moodline/comments/contract';
import { MoodFacts, volume, wholeNet, wholeShare } from '@moodline/trends/api';
import { netChange, type MoodSeries, type MoodTotal } from '@moodline/trends/contract';
import { LEAST_COMMENTS, overPeriod, type FactBuilder, type Search } from './asked-facts';
import { addAverage, averagesOfPeriods } from './averages';
import { countedLabels } from './counted-labels';
import { addEachEmotion } from './each-emotion';
import { addEachTopic } from './each-topic';
import { lineExhibit, netMoodWord, sourceRow, totalsTable } from './exhibits';
import {
  common,
  countChangeDraft,
  countDraft,
  coverageDraft,
  netChangeDraft,
  netDraft,
  shareChangeDraft,
  shareDraft,
} from './mood-drafts';
import { addTurns } from './turns';
import { busiestOf } from './busiest';
import { addLiteralCount } from './literal-count';
import { isTimeUnit, namedTimes, timeRows, type TimeRow } from './time-rows';

/** So many days, weeks or months are told one by one. */
const EACH_TOLD = 3;

/** How the mood is or moves, how many comments there are, which share of them has a label, and what an event changed. */
@Injectable()
export class MoodAnswers implements FactBuilder {
  constructor(private readonly moods: MoodFacts) {}

  async build(search: Search): Promise<void> {
    switch (search.typed.intent) {
      case 'count':
        return this.count(search);
      case 'share':
        return this.share(search);
      case 'effect':
        return this.effect(search);
      default:
        return search.typed.order === 'oldest' ? this.sinceWhen(search) : this.trend(search);
    }
  }

  private async trend(search: Search): Promise<void> {
    const [series, before] = await Promise.all([this.series(search), this.before(search)]);
    if (!addMood(search, series.total, before)) return;
    const { sheet, exhibits, language, timeZone, within, typed } = search;
    // Whether it got better or worse, of no time that it could be held against.
    if (typed.measure === 'change' && !typed.compared && !typed.period && !(await addTurns(search, this.moods)))
      sheet.add(coverageDraft(search, 'no-change', { value: 0, n: series.total.n }));
    const busiest = series.step === 'day' ? busiestOf(series.points) : null;
    if (busiest) {
      const day = dayOf(new Date(busiest.start), timeZone);
      sheet.add({
        ...common(search, busiest.n, { filter: { ...within, from: day, to: day } }),
        kind: 'peak',
        at: day,
        value: busiest.n,
        unit: 'comments',
        negative: wholeShare(busiest.negative, busiest.n),
      });
    }
    exhibits.push(lineExhibit([{ name: netMoodWord(language), points: series.points }]));
    await this.addTimes(search);
  }

  /** Since when the mood has another level; where it has no other one, how it is. */
  private async sinceWhen(search: Search): Promise<void> {
    const { sheet, exhibits, language } = search;
    const { points, total } = await this.series(search);
    if (!(await addTurns(search, this.moods)) && addMood(search, total, null))
      sheet.add(coverageDraft(search, 'no-change', { value: 0, n: total.n }));
    exhibits.push(lineExhibit([{ name: netMoodWord(language), points }]));
  }

  private async count(search: Search): Promise<void> {
    if (search.typed.measure === 'average') return addAverage(search, this.moods);
    const { sheet, exhibits, typed, workspaceId, within, compared, language } = search;
    const labels = countedLabels(search);
    const [series, before, sources] = await Promise.all([
      this.series(search),
      this.before(search),
      this.moods.sources(workspaceId, within),
    ]);
    await addEachEmotion(search, this.moods);
    for (const label of labels.length ? labels : [undefined]) {
      sheet.add({
        ...countDraft(search, series.total, { label }),
        ...(await this.partOfAll(search, series.total, label)),
      });
      if (before && compared)
        sheet.add(countChangeDraft(search, { now: series.total, before, compared }, label ?? null));
      await addLiteralCount(search, this.moods, { whole: series.total, label });
    }
    await addEachTopic(search, this.moods, labels[0]);
    await this.addTimes(search);
    if (sources.length > 1 && typed.scope.sources.length !== 1)
      exhibits.push(totalsTable(language, 'source', sources.map(sourceRow)));
  }

  /** How much of all comments, or of those with a label, speaks of the topic, where its share is asked for. */
  private async partOfAll(
    { typed, workspaceId, within }: Search,
    total: MoodTotal,
    label?: Label,
  ): Promise<Pick<FactOf<'count'>, 'part'>> {
    const { topic, sources, languages, emotions = [], kinds = [] } = typed.scope;
    if (typed.measure === 'share' && (emotions.length || kinds.length)) {
      const all = (await this.moods.series(workspaceId, { ...within, emotion: undefined, kind: undefined })).total;
      const [part, whole] = label ? [total[label], all[label]] : [volume(total), volume(all)];
      return { part: { of: whole, percent: wholeShare(part, whole) } };
    }
    const ofSources = typed.by === 'source' && sources.length > 0;
    if (typed.measure !== 'share' || (!topic && !sources.length && !languages.length)) return {};
    // Of those on a topic the whole is what else is written there, unless it is asked which part of them a source has.
    const open =
      topic && !ofSources ? { q: undefined } : sources.length ? { source: undefined } : { language: undefined };
    const all = (await this.moods.series(workspaceId, { ...within, ...open })).total;
    const [part, whole] = label ? [total[label], all[label]] : [volume(total), volume(all)];
    return { part: { of: whole, percent: wholeShare(part, whole) } };
  }

  private async share(search: Search): Promise<void> {
    const { sheet, exhibits, compared, language, period } = search;
    const [series, before] = await Promise.all([this.series(search), this.before(search)]);
    const { total } = series;
    if (!total.n) return void sheet.add(countDraft(search, total));
    const labels = countedLabels(search);
    for (const label of labels.length ? labels : LABELS) {
      sheet.add(shareDraft(search, total, label));
      if (before?.n && compared) sheet.add(shareChangeDraft(search, label, { now: total, before, compared }));
    }
    exhibits.push(totalsTable(language, 'period', [{ name: periodName(period, language), total }]));
    await this.addTimes(search);
  }

  /** Where a number for each day, week or month is asked for: a table has all of them, and the one with the most is told. */
  private async addTimes(search: Search): Promise<void> {
    const { exhibits, typed, language, sheet } = search;
    const { by } = typed;
    if (!isTimeUnit(by)) return;
    const rows = await timeRows(this.moods, search, by);
    if (rows.length > 1 && rows.length <= EACH_TOLD) await this.addEachTime(search, rows);
    const [label] = countedLabels(search);
    const counted = ({ total }: TimeRow) => (label ? total[label] : volume(total));
    const [most] = rows.length <= EACH_TOLD ? [] : [...rows].sort((a, b) => counted(b) - counted(a));
    if (most && counted(most) > 0)
      sheet.add({
        ...common(search, most.total.n, { filter: most.filter, ...(label ? { label } : {}) }),
        kind: 'ranking',
        by,
        order: 'most',
        measure: 'count',
        label: label ?? null,
        name: most.name,
        rank: 1,
        of: rows.length,
        value: counted(most),
        unit: 'comments',
      });
    exhibits.unshift(totalsTable(language, 'period', namedTimes(rows, by, language)));
  }

  /** Of two or three days, weeks or months each has its own sentence. */
  private async addEachTime(search: Search, rows: readonly TimeRow[]): Promise<void> {
    const { sheet, typed, workspaceId, within } = search;
    const labels = countedLabels(search);
    for (const { filter } of rows) {
      const { from = search.period.from, to = search.period.to } = filter;
      const part = { filter, period: { from, to } };
      const { total } = await this.moods.series(workspaceId, overPeriod(within, part.period));
      const isMood = typed.intent !== 'count' && total.n >= LEAST_COMMENTS;
      if (!isMood)
        for (const label of labels.length ? labels : [undefined])
          sheet.add(countDraft(search, total, { ...part, label }));
      else if (typed.intent === 'trend' && !labels.length) sheet.add(netDraft(search, total, part));
      else for (const label of labels.length ? labels : LABELS) sheet.add(shareDraft(search, total, label, part));
    }
  }

  /** The time since an event against the time before it. */
  private async effect(search: Search): Promise<void> {
    const { sheet, exhibits, eventDay, typed, compared, language, workspaceId, within } = search;
    const [series, before] = await Promise.all([this.series(search), this.before(search)]);
    if (before && compared && before.n < LEAST_COMMENTS && series.total.n >= LEAST_COMMENTS) {
      // Nothing can be said of a mood that three comments had; how many there were can.
      sheet.add(countDraft(search, series.total, { label: countedLabels(search)[0] }));
      sheet.add(averagesOfPeriods(search, countedLabels(search)[0] ?? null, { now: series.total, before, compared }));
      sheet.add(coverageDraft(search, 'too-few-before', { value: before.n }));
      return;
    }
    if (!eventDay || !before || !compared || series.total.n < LEAST_COMMENTS)
      return void addMood(search, series.total, before);
    const [now, earlier] = [wholeNet(series.total), wholeNet(before)];
    sheet.add({
      ...common(search, series.total.n),
      kind: 'event',
      name: typed.event ?? '',
      at: eventDay,
      value: now - earlier,
      unit: 'points',
      now,
      before: earlier,
      nBefore: before.n,
      clear: netChange(series.total, before)?.clear ?? false,
    });
    const both = { now: series.total, before, compared };
    sheet.add(shareDraft(search, series.total, 'negative'));
    sheet.add(shareChangeDraft(search, 'negative', both));
    exhibits.push(
      totalsTable(language, 'period', [
        { name: periodName(compared, language), total: before },
        { name: periodName(search.period, language), total: series.total },
      ]),
    );
    const whole = await this.moods.series(workspaceId, { ...within, from: compared.from });
    exhibits.push(lineExhibit([{ name: netMoodWord(language), points: whole.points }]));
  }

  private series({ workspaceId, within }: Search): Promise<MoodSeries> {
    return this.moods.series(workspaceId, within);
  }

  private async before({ workspaceId, within, compared }: Search): Promise<MoodTotal | null> {
    return compared && (await this.moods.series(workspaceId, overPeriod(within, compared))).total;
  }
}

/** Net mood and negative share (or the share of the label that is asked about), each with its change. @returns whether there is a mood to tell */
export function addMood(search: Search, total: MoodTotal, before: MoodTotal | null): boolean {
  const { sheet, compared } = search;
  if (total.n < LEAST_COMMENTS) {
    // A number that was told is not told again.
    if (!sheet.facts.some(({ kind }) => kind === 'count')) sheet.add(countDraft(search, total));
    if (volume(total) > 0) sheet.add(coverageDraft(search, 'too-few', { value: total.n, limit: LEAST_COMMENTS }));
    return false;
  }
  const both = before?.n && compared ? { now: total, before, compared } : null;
  const labels = countedLabels(search);
  if (!labels.length) {
    sheet.add(netDraft(search, total));
    if (both) sheet.add(netChangeDraft(search, both));
  }
  for (const label of labels.length ? labels : (['negative'] as const)) {
    sheet.add(shareDraft(search, total, label));
    if (both) sheet.add(shareChangeDraft(search, label, both));
    if (both && labels.length) sheet.add(countChangeDraft(search, both, label));
  }
  if (compared && !before?.n) sheet.add(coverageDraft(search, 'too-few-before', { value: 0 }));
  return true;
}
