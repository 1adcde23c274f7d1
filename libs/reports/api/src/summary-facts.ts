import { Injectable } from '@nestjs/common';
import { MINIMUM_COMMENTS, type SummaryLocale, type SummaryPart } from '@moodline/reports/contract';
import {
  claimDraft,
  coverageDraft,
  factPeriod,
  FactSheet,
  nameInText,
  netChangeDraft,
  netDraft,
  quoteDraft,
  ScopeReader,
  shareChangeDraft,
  shareDraft,
  shareOfChangeDraft,
  themeDraft,
  type TellingOf,
} from '@moodline/narration/api';
import type { Fact, FactDraft } from '@moodline/narration/contract';
import type { CommentFilter, Label } from '@moodline/comments/contract';
import {
  Annotations,
  mostRepresentative,
  ThemeBoard,
  ThemePages,
  type Board,
  type BoardTheme,
} from '@moodline/trends/api';
import { netChange, type MoodTotal, type ThemeClaim } from '@moodline/trends/contract';
import { turnsTold } from './summary-turns';

const DRIVERS = 3;
const EXAMPLES = 2;
const BETTER = 2;
/** Claims that are looked at for one in the language of the summary. */
const CLAIMS = 4;
const CLAIM_SAYS = 3;
/** Themes of fewer comments are not told. */
const LEAST_THEME = 4;
/** Comments before, under which nothing is compared. */
const LEAST_BEFORE = 20;
/** Percent of unsure labels, or of comments in no theme, from which on it is said. */
const MUCH = 25;

export interface SummaryFacts {
  readonly facts: readonly Fact[];
  /** What each fact is told for. */
  readonly parts: ReadonlyMap<string, SummaryPart>;
  readonly n: number;
  /** What they were found in. */
  readonly board: Board;
}

/** What one collecting works with. */
interface Collection {
  readonly workspaceId: number;
  readonly board: Board;
  readonly of: TellingOf;
  readonly locale: SummaryLocale;
  readonly asked: CommentFilter;
  readonly add: (part: SummaryPart, draft: FactDraft | null) => void;
  /** Groups of equal comments that were quoted. */
  readonly quoted: Set<number>;
}

/** Collects what a summary tells: what happened, when it turned, what drove it, what got better, and what is not known. */
@Injectable()
export class SummaryFactCollector {
  constructor(
    private readonly boards: ThemeBoard,
    private readonly pages: ThemePages,
    private readonly scopes: ScopeReader,
    private readonly annotations: Annotations,
  ) {}

  /** @param first what is told before all else */
  async collect(
    workspaceId: number,
    asked: CommentFilter,
    locale: SummaryLocale,
    first: (of: TellingOf, board: Board) => readonly FactDraft[] = () => [],
  ): Promise<SummaryFacts> {
    const [board, scope] = await Promise.all([
      this.boards.read(workspaceId, asked),
      this.scopes.read(workspaceId, asked, locale),
    ]);
    const { filter, previous, total } = board;
    const of: TellingOf = {
      period: factPeriod(filter, filter.timeZone),
      compared: factPeriod(previous, filter.timeZone),
      scope,
      filter: asked,
    };
    const sheet = new FactSheet();
    const parts = new Map<string, SummaryPart>();
    const examples = examplesOf(board, locale);
    const add = (part: SummaryPart, draft: FactDraft | null) => {
      if (!draft) return;
      const { commentIds, filter: opened } = draft.citations;
      // Numbers rest on all comments of their filter; a few of them stand for the others.
      const citations = { commentIds: commentIds.length ? commentIds : examples, filter: opened };
      parts.set(sheet.add({ ...draft, citations }).id, part);
    };
    if (total.n < MINIMUM_COMMENTS)
      add('unknown', coverageDraft(of, total.n, { reason: 'too-few', value: total.n, limit: MINIMUM_COMMENTS }));
    else {
      for (const draft of first(of, board)) add('happened', draft);
      await this.tell({ workspaceId, board, of, locale, asked, add, quoted: new Set() });
    }
    return { facts: sheet.facts, parts, n: total.n, board };
  }

  private async tell(collection: Collection): Promise<void> {
    addHappened(collection);
    for (const draft of turnsTold(collection, await this.annotations.writtenDown(collection.workspaceId)))
      collection.add('turned', draft);
    const drivers = driversOf(collection.board);
    for (const theme of drivers) await this.addTheme('drove', theme, collection);
    const better = betterOf(collection.board).filter((theme) => !drivers.includes(theme));
    for (const theme of better.slice(0, BETTER)) await this.addTheme('better', theme, collection);
    addUnknown(collection, drivers);
  }

  /** A theme, and what people say in it: what several say alike in the language of the summary, else one comment. */
  private async addTheme(part: SummaryPart, found: BoardTheme, collection: Collection): Promise<void> {
    const { board, of, locale, asked, add, quoted } = collection;
    add(part, themeDraft(of, found, { language: locale, board }));
    if (part === 'drove' && isTold(board)) add(part, shareOfChangeDraft(of, found, { language: locale, board }));
    const label: Label = part === 'better' || (found.total.net ?? 0) > 0 ? 'positive' : 'negative';
    const name = nameInText(found.theme, locale);
    const claims = await this.pages.claims(board, found, { filter: asked, limit: CLAIMS, language: locale });
    const commentOf = ({ quote }: ThemeClaim) => found.members.find(({ id }) => id === quote.commentId);
    const telling = claims.filter((one) => one.label === label && one.n >= CLAIM_SAYS);
    const claim = telling.find((one) => commentOf(one)?.language === locale);
    const said = claim && commentOf(claim);
    const draft = claim && claimDraft(of, claim, { name, n: found.total.n });
    if (draft && said && !quoted.has(said.group)) {
      quoted.add(said.group);
      return add(part, draft);
    }
    const quote = mostRepresentative(found.members, { label, language: locale }).find(
      ({ group }) => !quoted.has(group),
    );
    if (!quote || isForeign(quote, board, locale)) return;
    quoted.add(quote.group);
    const { id: commentId, text, engagement, language } = quote;
    add(part, quoteDraft(of, { commentId, text, label, source: null, engagement, language }, name));
  }
}

/** Whether a quotation is in another language than the summary although there are comments in that one: readers understand those. */
const isForeign = ({ language }: Board['comments'][number], { comments }: Board, locale: SummaryLocale): boolean =>
  language !== locale && comments.some((comment) => comment.language === locale);

/** Comments that show where the mood went: complaints where it is low or fell, praise where it is not. */
function examplesOf({ total, change, comments }: Board, language: SummaryLocale): number[] {
  const label = (total.net ?? 0) < 0 || (change ?? 0) < 0 ? 'negative' : 'positive';
  return mostRepresentative(comments, { label, language })
    .slice(0, EXAMPLES)
    .map(({ id }) => id);
}

function addHappened({ board: { total, before }, of, add }: Collection): void {
  add('happened', netDraft(of, total));
  add('happened', netChangeDraft(of, total, before));
  add('happened', shareDraft(of, total, 'negative'));
  add('happened', shareChangeDraft(of, { now: total, before }, 'negative'));
}

/** Whether the mood changed by more than chance: only then is it said what it came from. */
export const isTold = ({ total, before, change }: Pick<Board, 'total' | 'before' | 'change'>): boolean =>
  change !== null && netChange(total, before)?.clear === true;

/** The themes that explain most of a change; where there is none to explain, those that people complain about most. */
function driversOf(board: Board): BoardTheme[] {
  const { themes } = board;
  const change = isTold(board) ? board.change : null;
  const telling = themes.filter(({ total }) => total.n >= LEAST_THEME);
  const driving = change
    ? telling
        .filter(({ points, total }) => points !== null && points * change > 0 && !isPraisedInFall(total, change))
        .sort((a, b) => Math.abs(b.points ?? 0) - Math.abs(a.points ?? 0))
    : [];
  if (driving.length) return driving.slice(0, DRIVERS);
  return telling
    .filter(({ total }) => total.negative > total.positive)
    .sort((a, b) => b.total.negative - b.total.positive - (a.total.negative - a.total.positive))
    .slice(0, DRIVERS);
}

/** Praise explains a fall by there being less of it, which nobody looks for behind a fall: complaints are told. */
const isPraisedInFall = ({ positive, negative }: MoodTotal, change: number): boolean =>
  change < 0 && positive > negative;

/** What is praised, the most praised first. */
const betterOf = ({ themes }: Board): BoardTheme[] =>
  themes
    .filter(({ total }) => total.n >= LEAST_THEME && total.positive > total.negative && total.positive * 2 >= total.n)
    .sort((a, b) => b.total.positive - b.total.negative - (a.total.positive - a.total.negative));

function addUnknown({ board, of, add }: Collection, drivers: readonly BoardTheme[]): void {
  const { total, before, change, rest, sample, inNoTheme } = board;
  const unknown = (known: Parameters<typeof coverageDraft>[2]) => add('unknown', coverageDraft(of, total.n, known));
  if (before.n < LEAST_BEFORE) unknown({ reason: 'too-few-before', value: before.n, limit: LEAST_BEFORE });
  const explains = isTold(board) && drivers.some(({ points }) => points !== null && change && points * change > 0);
  if (explains && change && rest && rest * change > 0)
    unknown({ reason: 'unexplained', value: Math.abs(rest), limit: Math.abs(change) });
  const none = Math.round((100 * inNoTheme) / Math.max(1, sample));
  if (none >= MUCH) unknown({ reason: 'no-theme', value: none });
  const unsure = Math.round((100 * total.unsure) / total.n);
  if (unsure >= MUCH)
    unknown({
      reason: 'unsure',
      value: unsure,
      citations: { commentIds: [], filter: { ...of.filter, label: ['unsure'] } },
    });
  if (total.unlabelled)
    unknown({
      reason: 'unlabelled',
      value: total.unlabelled,
      citations: { commentIds: [], filter: { ...of.filter, label: ['pending'] } },
    });
  if (sample < total.n) unknown({ reason: 'sampled', value: sample });
}
