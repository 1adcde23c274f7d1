import { Injectable } from '@nestjs/common';
import { nameInText, shareOfChangeDraft, themeDraft, type TellingOf } from '@moodline/narration/api';
import { MoodFacts, ThemeBoard, volume, wholeNet, wholeShare, type Board, type BoardTheme } from '@moodline/trends/api';
import { netChange, type MoodTotal } from '@moodline/trends/contract';
import { subjectOf } from '../question/event-subject';
import { LEAST_COMMENTS, overPeriod, type Answered, type FactBuilder, type Search } from './asked-facts';
import { atTheTurn } from './at-the-turn';
import { countedLabels } from './counted-labels';
import { lineExhibit, netMoodWord, themesTable } from './exhibits';
import { addMood } from './mood-answers';
import { withoutLeftOut } from './left-out-themes';
import { common, countChangeDraft, countDraft, coverageDraft, netChangeDraft } from './mood-drafts';
import { QuoteFacts } from './quote-facts';
import { tellingShare } from './telling-share';
import { moodOf, valueBy } from './theme-order';

const TOLD = 5;
const WISHES_QUOTED = 3;
const QUOTED = 3;

type Mood = 'positive' | 'negative';

/** What people complain about and praise, what explains a change, what to fix first, and a summary of it all: by the stored themes. */
@Injectable()
export class ThemeAnswers implements FactBuilder {
  constructor(
    private readonly moods: MoodFacts,
    private readonly boards: ThemeBoard,
    private readonly quotes: QuoteFacts,
  ) {}

  async build(search: Search): Promise<Answered | void> {
    switch (search.typed.intent) {
      case 'why':
        return search.typed.measure === 'share'
          ? this.partOfChange(search)
          : search.typed.measure === 'count'
            ? this.whyOfNumbers(search)
            : this.why(search);
      case 'fix':
        return this.fix(search);
      case 'summary':
        return this.summary(search);
      case 'topic':
        return this.wished(search);
      case 'ranking':
        return this.talkedAbout(search);
      default:
        return this.liked(search, search.typed.intent === 'praise' ? 'positive' : 'negative');
    }
  }

  /** Themes in the order of how many comments with the mood they have. */
  private async liked(search: Search, mood: Mood): Promise<void> {
    const { sheet, exhibits, typed, language } = search;
    const board = await this.board(search);
    if (!board.total.n) return void sheet.add(countDraft(search, board.total));
    const grows = typed.measure === 'change' && search.compared !== null;
    const value = ({ total, before }: BoardTheme) => total[mood] - (grows ? (before?.[mood] ?? 0) : 0);
    const having = board.themes.filter(({ total }) => total[mood] > 0);
    const telling = mood === 'positive' ? ofMood(having, mood, tellingShare(board.total, mood)) : having;
    const themes = [...(telling.length ? telling : having)]
      .sort((a, b) => value(b) - value(a))
      .slice(0, typed.number ?? TOLD);
    if (grows) for (const theme of themes) addTheme(search, theme, board);
    else if (!(typed.scope.topic && themes.length < 2)) rank(search, themes, { measure: 'count', mood });
    if (themes.length) exhibits.push(themesTable(language, mood, themes));
    // Of one thing, what is said of it matters more than which themes it is part of.
    const { topic } = typed.scope;
    if (!themes.length || topic) sheet.add(countDraft(search, board.total, { label: mood }));
    await this.quotes.add(
      search,
      topic ? { label: mood, limit: QUOTED } : { label: mood, limit: themes.length ? 1 : QUOTED, about: themes[0] },
    );
  }

  private async fix(search: Search): Promise<void> {
    const { exhibits, typed, language, sheet } = search;
    const board = await this.board(search);
    if (!board.total.n) return void sheet.add(countDraft(search, board.total));
    const weight = ({ total }: BoardTheme) => (100 * (total.positive - total.negative)) / board.total.n;
    const themes = board.themes
      .filter((theme) => Math.round(weight(theme)) < 0)
      .sort((a, b) => weight(a) - weight(b))
      .slice(0, typed.number ?? TOLD);
    // Too few for a theme: how many there are is what can be told.
    if (!themes.length) sheet.add(countDraft(search, board.total));
    rank(search, themes, { measure: 'weight', mood: 'negative', weight });
    if (themes.length) exhibits.push(themesTable(language, 'negative', themes));
    await this.quotes.add(search, { label: 'negative', limit: 1, about: themes[0] });
  }

  private async talkedAbout(search: Search): Promise<void> {
    const { typed, exhibits, language, sheet } = search;
    const board = await this.board(search);
    if (typed.measure === 'change' && search.compared) return this.moved(search, board);
    const mood = moodOf(typed);
    const value = valueBy(typed.measure, mood);
    const sign = typed.order === 'least' ? 1 : -1;
    const themes = board.themes
      // A share of a few comments tells nothing.
      .filter(({ total }) => total.n >= (typed.measure === 'share' ? LEAST_COMMENTS : 1))
      .sort((a, b) => sign * (value(a) - value(b)) || volume(b.total) - volume(a.total))
      .slice(0, typed.number ?? TOLD);
    const measure = typed.measure === 'net' || typed.measure === 'share' ? typed.measure : 'count';
    rank(search, themes, { measure, mood: measure === 'net' ? null : mood });
    if (themes.length) exhibits.push(themesTable(language, mood ?? 'negative', themes));
    else sheet.add(countDraft(search, board.total));
    // What moves people is best told by themselves.
    if (typed.scope.emotions?.length) await this.quotes.add(search, { label: null, limit: QUOTED });
  }

  /** Themes in the order of how far their own net mood moved, in the direction that is asked for: those that moved by more than chance, else the first. */
  private moved(search: Search, board: Board): void {
    const { typed, exhibits, language, compared, sheet } = search;
    if (!compared) return;
    const sign = typed.order === 'least' ? -1 : 1;
    const moves = board.themes.flatMap((theme) => {
      const { total, before } = theme;
      if (!before || total.n < LEAST_COMMENTS || before.n < LEAST_COMMENTS) return [];
      const by = sign * (wholeNet(total) - wholeNet(before));
      return by > 0 ? [{ theme, by, before, isClear: netChange(total, before)?.clear ?? false }] : [];
    });
    const sorted = moves.sort((a, b) => Number(b.isClear) - Number(a.isClear) || b.by - a.by);
    const clear = sorted.filter(({ isClear }) => isClear);
    const shown = (clear.length ? clear : sorted.slice(0, 1)).slice(0, typed.number ?? TOLD);
    for (const { theme, before } of shown) {
      const name = nameInText(theme.theme, language);
      const about = { ...search, typed: { ...typed, scope: { ...typed.scope, theme: name } } };
      const draft = netChangeDraft(about, { now: theme.total, before, compared });
      sheet.add({ ...draft, citations: { commentIds: [], filter: { ...search.within, theme: theme.theme.id } } });
    }
    const table = sorted.slice(0, TOLD).map(({ theme }) => theme);
    if (table.length) exhibits.push(themesTable(language, sign < 0 ? 'negative' : 'positive', table));
    else addMood(search, board.total, board.before);
  }

  /** What a change is made of: the themes that explain most of it, each with its part, and what none explains. */
  private async why(asked: Search): Promise<Answered> {
    const search = await atTheTurn(this.moods, asked);
    const { sheet, exhibits, compared, workspaceId, within, period, language } = search;
    const [board, whole] = await Promise.all([
      this.board(search),
      this.moods.series(workspaceId, overPeriod(within, asked.period)),
    ]);
    const { total, change, rest } = board;
    if (addMood(search, total, compared ? board.before : null)) {
      const better = (change ?? 0) > 0 && !search.typed.scope.labels.includes('negative');
      const mood: Mood = better ? 'positive' : 'negative';
      const driving = compared && change ? explaining(board) : [];
      const themes = driving.length ? driving : ofMood(board.themes, mood, tellingShare(total, mood));
      const told = themes.slice(0, TOLD);
      for (const theme of told) addTheme(search, theme, board);
      if (driving.length && rest && change && rest * change > 0)
        sheet.add(coverageDraft(search, 'unexplained', { value: Math.abs(rest), n: total.n, limit: Math.abs(change) }));
      if (told.length) exhibits.push(themesTable(language, mood, told));
      await this.quotes.add(
        search,
        search.typed.scope.topic ? { label: mood, limit: QUOTED } : { label: mood, limit: 1, about: told[0] },
      );
    }
    exhibits.push(lineExhibit([{ name: netMoodWord(language), points: whole.points }]));
    return { period, compared };
  }

  /** What there are more comments about than before: how many, and the themes that grew most. */
  private async whyOfNumbers(asked: Search): Promise<Answered> {
    const search = await atTheTurn(this.moods, asked);
    const { sheet, exhibits, compared, period, typed, language, workspaceId, within } = search;
    const [label = null] = countedLabels(search);
    const [board, series, before] = await Promise.all([
      this.board(search),
      this.moods.series(workspaceId, within),
      compared && this.moods.series(workspaceId, overPeriod(within, compared)),
    ]);
    sheet.add(countDraft(search, series.total, label ? { label } : {}));
    if (before && compared)
      sheet.add(countChangeDraft(search, { now: series.total, before: before.total, compared }, label));
    const of = (total: MoodTotal | null): number => (total ? (label ? total[label] : volume(total)) : 0);
    const fewer = before !== null && of(series.total) < of(before.total);
    const growth = ({ total, before: earlier }: BoardTheme): number => (fewer ? -1 : 1) * (of(total) - of(earlier));
    const themes = board.themes
      .filter((theme) => growth(theme) > 0)
      .sort((a, b) => growth(b) - growth(a))
      .slice(0, typed.number ?? TOLD);
    for (const theme of themes) addTheme({ ...search, compared: null }, theme, board);
    if (themes.length) exhibits.push(themesTable(language, 'negative', themes));
    await this.quotes.add(search, { label, limit: themes.length ? 1 : QUOTED, about: themes[0] });
    return { period, compared };
  }

  /** The part that what a question is about has in a change of the whole. */
  private async partOfChange(asked: Search): Promise<Answered> {
    const search = await atTheTurn(this.moods, {
      ...asked,
      within: { ...asked.within, q: undefined, theme: undefined },
    });
    const { sheet, compared, period } = search;
    const whole = { ...search, typed: { ...search.typed, scope: { ...search.typed.scope, topic: null, theme: null } } };
    const { topic, theme } = asked.typed.scope;
    const board = await this.readBoard(whole, topic ?? theme ?? '');
    const found = board.themes.find((one) => isAbout(one.theme, topic ?? theme ?? ''));
    if (addMood(whole, board.total, compared ? board.before : null) && found && compared) {
      addTheme(whole, found, board);
      if (!found.points && board.change) addNoPart(whole, found, board);
    }
    // No theme of its own: how many comments there are is what can be told.
    else {
      const { total } = await this.moods.series(asked.workspaceId, overPeriod(asked.within, period));
      sheet.add(countDraft(asked, total));
    }
    return { period, compared };
  }

  /** What people wish for: how many do, what it is about, and some in their own words. */
  private async wished(search: Search): Promise<void> {
    const { sheet, exhibits, typed, language } = search;
    const board = await this.board(search);
    sheet.add(countDraft(search, board.total));
    const themes = board.themes
      .filter(({ total }) => total.n > 0)
      .sort((a, b) => b.total.n - a.total.n)
      .slice(0, typed.number ?? TOLD);
    rank(search, themes, { measure: 'count', mood: null });
    if (themes.length) exhibits.push(themesTable(language, 'negative', themes));
    await this.quotes.add(search, { label: null, limit: WISHES_QUOTED });
  }

  private async summary(search: Search): Promise<void> {
    const { sheet, exhibits, compared, workspaceId, within, language } = search;
    const [series, board] = await Promise.all([this.moods.series(workspaceId, within), this.board(search)]);
    sheet.add(countDraft(search, series.total));
    if (series.total.n < LEAST_COMMENTS || !addMood(search, series.total, compared ? board.before : null)) return;
    for (const mood of ['negative', 'positive'] as const) {
      const themes = ofMood(board.themes, mood, tellingShare(series.total, mood)).slice(0, mood === 'negative' ? 3 : 1);
      for (const theme of themes) addTheme(search, theme, board);
      await this.quotes.add(search, { label: mood, limit: 1, about: themes[0] });
    }
    exhibits.push(lineExhibit([{ name: netMoodWord(language), points: series.points }]));
  }

  private async board(search: Search): Promise<Board> {
    const board = await this.readBoard(search);
    return { ...board, themes: withoutLeftOut(board.themes, search.typed.scope.topic) };
  }

  /** @param about what the theme is called that is counted whether or not it stands out */
  private async readBoard({ workspaceId, within, compared }: Search, about?: string): Promise<Board> {
    const also = about ? (await this.boards.kept(workspaceId)).find((theme) => isAbout(theme, about)) : undefined;
    if (!compared) return this.boards.read(workspaceId, within, { also });
    const { from, to } = await this.moods.closedFilter(workspaceId, overPeriod(within, compared));
    return this.boards.read(workspaceId, within, { also, compared: { from, to } });
  }
}

/** Whether a theme is called so, or is of the subject that is called so. */
function isAbout(theme: BoardTheme['theme'], words: string): boolean {
  const lower = words.toLowerCase();
  const names = Object.values(theme.names).map((name) => name.toLowerCase());
  const subject = subjectOf(words);
  return (
    names.some((name) => name.includes(lower)) ||
    (subject !== undefined && names.includes(subject.names.en.toLowerCase()))
  );
}

/** Of themes those of which this share (whole percent) has the mood, the most such comments first. */
const ofMood = (themes: readonly BoardTheme[], mood: Mood, leastShare: number): BoardTheme[] =>
  themes
    .filter(({ total }) => total[mood] > 0 && wholeShare(total[mood], total.n) >= leastShare)
    .sort((a, b) => b.total[mood] - a.total[mood]);

/** The themes that account for most of a change. */
const explaining = ({ themes, change }: Board): BoardTheme[] =>
  themes
    .filter(({ points }) => (points ?? 0) * (change ?? 0) > 0)
    .sort((a, b) => Math.abs(b.points ?? 0) - Math.abs(a.points ?? 0));

function addTheme(search: Search, theme: BoardTheme, board: Board): void {
  const { scope } = common(search, 0);
  const of: TellingOf = {
    period: search.period,
    compared: search.compared ?? search.period,
    scope,
    filter: search.within,
  };
  const telling = { language: search.language, board };
  const draft = themeDraft(of, theme, telling);
  search.sheet.add(search.compared ? draft : { ...draft, before: null, netBefore: null, rose: null });
  const share = search.compared && shareOfChangeDraft(of, theme, telling);
  if (share) search.sheet.add(share);
}

/** That a theme has no part in a change is worth saying where that is asked. */
function addNoPart(search: Search, { theme, total }: BoardTheme, { change }: Board): void {
  search.sheet.add({
    ...common(search, total.n, { filter: { theme: theme.id } }),
    kind: 'share-of-change',
    name: nameInText(theme, search.language),
    value: 0,
    unit: 'points',
    total: change ?? 0,
    percent: 0,
  });
}

interface Ranked {
  readonly measure: 'count' | 'share' | 'weight' | 'net';
  readonly mood: Mood | null;
  readonly weight?: (theme: BoardTheme) => number;
}

function rank(search: Search, themes: readonly BoardTheme[], { measure, mood, weight }: Ranked): void {
  themes.forEach((found, index) => {
    const { theme, total } = found;
    const counted = mood ? total[mood] : volume(total);
    const values = {
      net: () => wholeNet(total),
      weight: () => Math.round(weight?.(found) ?? 0),
      share: () => wholeShare(counted, total.n),
      count: () => counted,
    };
    const ofMood = measure === 'count' || measure === 'share' ? mood : null;
    const label = ofMood ? { label: ofMood } : {};
    search.sheet.add({
      ...common(search, total.n, { filter: { theme: theme.id }, ...label }),
      kind: 'ranking',
      by: 'theme',
      order: measure === 'weight' || search.typed.order === 'least' ? 'least' : 'most',
      measure,
      label: ofMood,
      name: nameInText(theme, search.language),
      rank: index + 1,
      of: themes.length,
      value: values[measure](),
      unit: measure === 'count' ? 'comments' : measure === 'share' ? 'percent' : 'points',
    });
  });
}
