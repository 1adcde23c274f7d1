import { Injectable } from '@nestjs/common';
import { dayOf } from '@moodline/comments/api';
import type { FactPeriod } from '@moodline/narration/contract';
import {
  MoodFacts,
  tellingShare,
  ThemeFinder,
  wholeNet,
  wholeShare,
  type ClosedFilter,
  type Theme,
} from '@moodline/trends/api';
import type { MoodTotal } from '@moodline/trends/contract';
import { LEAST_COMMENTS, overPeriod, type Answered, type FactBuilder, type Search } from './asked-facts';
import { turningPoint } from './busiest';
import { lineExhibit, netMoodWord, themesTable } from './exhibits';
import { addMood } from './mood-answers';
import { common, countDraft } from './mood-drafts';
import { QuoteFacts } from './quote-facts';

/** Themes that are looked at, of which the ones that count most are told. */
const FOUND = 12;
const TOLD = 5;

type Named = Theme & { readonly name: string };

/** What people complain about and praise, what explains a change, what to fix first, and a summary of it all. */
@Injectable()
export class ThemeAnswers implements FactBuilder {
  constructor(
    private readonly moods: MoodFacts,
    private readonly themes: ThemeFinder,
    private readonly quotes: QuoteFacts,
  ) {}

  async build(search: Search): Promise<Answered | void> {
    switch (search.typed.intent) {
      case 'why':
        return this.why(search);
      case 'fix':
        return this.fix(search);
      case 'summary':
        return this.summary(search);
      case 'ranking':
        return this.talkedAbout(search);
      default:
        return this.liked(search, search.typed.intent === 'praise' ? 'positive' : 'negative');
    }
  }

  /** Themes in the order of how many comments with the mood they have. */
  private async liked(search: Search, mood: 'positive' | 'negative'): Promise<void> {
    const { sheet, exhibits, typed, language } = search;
    const total = await this.total(search);
    if (!total.n) return void sheet.add(countDraft(search, total));
    const leastShare = mood === 'positive' ? tellingShare(total, mood) : 0;
    const telling = await this.find(search, { mood, leastShare });
    const themes = [...(telling.length ? telling : await this.find(search, { mood, leastShare: 0 }))]
      .sort((a, b) => b[mood] - a[mood])
      .slice(0, typed.number ?? TOLD);
    this.rank(search, themes, { measure: 'count', mood });
    if (themes.length) exhibits.push(themesTable(language, mood, themes));
    await this.quotes.add(search, { label: mood, limit: themes.length ? 1 : 3, about: themes[0] });
    if (!themes.length) sheet.add(countDraft(search, total, { label: mood }));
  }

  private async fix(search: Search): Promise<void> {
    const { exhibits, typed, language, sheet } = search;
    const total = await this.total(search);
    if (!total.n) return void sheet.add(countDraft(search, total));
    const weight = ({ positive, negative }: Theme) => (100 * (positive - negative)) / total.n;
    const themes = (await this.find(search, { mood: 'negative', leastShare: 0 }))
      .filter((theme) => Math.round(weight(theme)) < 0)
      .sort((a, b) => weight(a) - weight(b))
      .slice(0, typed.number ?? TOLD);
    this.rank(search, themes, { measure: 'weight', mood: 'negative', weight });
    if (themes.length) exhibits.push(themesTable(language, 'negative', themes));
    await this.quotes.add(search, { label: 'negative', limit: 1, about: themes[0] });
  }

  private async talkedAbout(search: Search): Promise<void> {
    const { typed, exhibits, language } = search;
    const [bad, good] = await Promise.all([
      this.find(search, { mood: 'negative', leastShare: 0 }),
      this.find(search, { mood: 'positive', leastShare: 0 }),
    ]);
    const all = [...bad, ...good.filter(({ name }) => !bad.some((other) => other.name === name))];
    const value = (theme: Theme) => (typed.measure === 'net' ? (theme.positive - theme.negative) / theme.n : theme.n);
    const sign = typed.order === 'least' ? 1 : -1;
    const themes = all.sort((a, b) => sign * (value(a) - value(b))).slice(0, typed.number ?? TOLD);
    this.rank(search, themes, { measure: typed.measure === 'net' ? 'net' : 'count', mood: null });
    if (themes.length) exhibits.push(themesTable(language, 'negative', themes));
  }

  private async why(asked: Search): Promise<Answered> {
    const search = await this.atTheTurn(asked);
    const { sheet, exhibits, compared, workspaceId, within, period, language } = search;
    const [total, before] = await Promise.all([
      this.total(search),
      compared ? this.moods.series(workspaceId, overPeriod(within, compared)) : null,
    ]);
    const whole = await this.moods.series(workspaceId, overPeriod(within, asked.period));
    if (addMood(search, total, before?.total ?? null)) {
      const better =
        before !== null && wholeNet(total) > wholeNet(before.total) && !search.typed.scope.labels.includes('negative');
      const mood = better ? 'positive' : 'negative';
      const since = before && before.total.n >= LEAST_COMMENTS ? compared : null;
      const themes = (await this.find(search, { mood, leastShare: tellingShare(total, mood), since })).slice(0, TOLD);
      for (const theme of themes) sheet.add(this.themeDraft(search, theme));
      if (themes.length) exhibits.push(themesTable(language, mood, themes));
      await this.quotes.add(search, { label: mood, limit: 1, about: themes[0] });
    }
    exhibits.push(lineExhibit([{ name: netMoodWord(language), points: whole.points }]));
    return { period, compared };
  }

  private async summary(search: Search): Promise<void> {
    const { sheet, exhibits, compared, workspaceId, within, language } = search;
    const [series, before] = await Promise.all([
      this.moods.series(workspaceId, within),
      compared ? this.moods.series(workspaceId, overPeriod(within, compared)) : null,
    ]);
    sheet.add(countDraft(search, series.total));
    if (series.total.n < LEAST_COMMENTS || !addMood(search, series.total, before?.total ?? null)) return;
    for (const mood of ['negative', 'positive'] as const) {
      const themes = (await this.find(search, { mood, leastShare: tellingShare(series.total, mood) })).slice(
        0,
        mood === 'negative' ? 3 : 1,
      );
      for (const theme of themes) sheet.add(this.themeDraft(search, theme));
      await this.quotes.add(search, { label: mood, limit: 1, about: themes[0] });
    }
    exhibits.push(lineExhibit([{ name: netMoodWord(language), points: series.points }]));
  }

  /** A change needs something before it: where no period is named, the week in which the mood turned most is looked at. */
  private async atTheTurn(search: Search): Promise<Search> {
    if (search.typed.period || search.compared) return search;
    const { workspaceId, within, timeZone } = search;
    const daily = await this.moods.series(workspaceId, { ...within, step: 'day' });
    const turn = turningPoint(daily.points);
    const dayAt = (index: number): string | null => {
      const start = daily.points[index]?.start;
      return start ? dayOf(new Date(start), timeZone) : null;
    };
    if (!turn) return search;
    const [from, to] = [dayAt(turn.first), dayAt(turn.last)];
    const [earlier, end] = [dayAt(2 * turn.first - turn.last - 1), dayAt(turn.first - 1)];
    if (!from || !to || !earlier || !end) return search;
    const period: FactPeriod = { from, to };
    return { ...search, period, compared: { from: earlier, to: end }, within: overPeriod(within, period) };
  }

  private async find(
    { workspaceId, within, language }: Search,
    { mood, leastShare, since }: { mood: 'positive' | 'negative'; leastShare: number; since?: FactPeriod | null },
  ): Promise<Named[]> {
    const filter = await this.moods.closedFilter(workspaceId, within);
    const earlier: ClosedFilter | null = since
      ? await this.moods.closedFilter(workspaceId, overPeriod(within, since))
      : null;
    const found = await this.themes.find({
      filter,
      mood,
      leastShare,
      language,
      limit: FOUND,
      ...(earlier ? { since: { from: earlier.from, to: earlier.to } } : {}),
    });
    return found.map((theme) => ({ ...theme, name: theme.names[language] }));
  }

  private rank(
    search: Search,
    themes: readonly Named[],
    {
      measure,
      mood,
      weight,
    }: { measure: 'count' | 'weight' | 'net'; mood: 'positive' | 'negative' | null; weight?: (theme: Theme) => number },
  ): void {
    themes.forEach((theme, index) => {
      const value =
        measure === 'weight' && weight
          ? Math.round(weight(theme))
          : measure === 'net'
            ? wholeNet(theme)
            : mood
              ? theme[mood]
              : theme.n;
      search.sheet.add({
        ...common(search, theme.n),
        citations: { commentIds: theme.examples.map(({ id }) => id), filter: null },
        kind: 'ranking',
        by: 'theme',
        order: measure === 'weight' || search.typed.order === 'least' ? 'least' : 'most',
        measure,
        label: measure === 'count' ? mood : null,
        name: theme.name,
        rank: index + 1,
        of: themes.length,
        value,
        unit: measure === 'count' ? 'comments' : 'points',
      });
    });
  }

  private themeDraft(search: Search, theme: Named): Parameters<Search['sheet']['add']>[0] {
    return {
      ...common(search, theme.n),
      citations: { commentIds: theme.examples.map(({ id }) => id), filter: null },
      kind: 'theme',
      themeId: null,
      name: theme.name,
      value: theme.n,
      unit: 'comments',
      before: theme.before,
      positive: wholeShare(theme.positive, theme.n),
      negative: wholeShare(theme.negative, theme.n),
      net: wholeNet(theme),
      netBefore: null,
      rose: null,
    };
  }

  private async total({ workspaceId, within }: Search): Promise<MoodTotal> {
    return (await this.moods.series(workspaceId, within)).total;
  }
}
