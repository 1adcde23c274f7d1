import { Injectable } from '@nestjs/common';
import { type CommentFilter, writeTextQuery } from '@moodline/comments/contract';
import type {
  Period,
  Theme,
  ThemeChange,
  ThemeClaim,
  ThemeDetail,
  ThemeLanguage,
  ThemeList,
  ThemeQuote,
  ThemesQuery,
} from '@moodline/trends/contract';
import { toTotal } from '../mood/mood-counts';
import type { Span } from '../mood/intervals';
import { MoodCounter } from '../mood/mood-counter';
import { toPoints } from '../mood/mood-facts';
import { SourceNamesQuery } from '../queries/source-names.query';
import { mostRepresentative } from './representative';
import type { SampledComment } from './sampled-comment';
import { ThemeBoard, type Board, type BoardTheme } from './theme-board';
import { claimsOf, sideOf } from './theme-claims';
import { themeNameOf } from './theme-name-of';
import { ThemeRepository } from './theme.repository';

const CLAIMS = 6;
const QUOTES = 8;

export interface ClaimSearch {
  readonly filter: CommentFilter;
  readonly limit: number;
  readonly language: ThemeLanguage;
}

/** Themes as pages and texts show them. */
@Injectable()
export class ThemePages {
  constructor(
    private readonly board: ThemeBoard,
    private readonly store: ThemeRepository,
    private readonly counter: MoodCounter,
    private readonly sources: SourceNamesQuery,
  ) {}

  async list(workspaceId: number, { locale, ...wanted }: ThemesQuery): Promise<ThemeList> {
    const board = await this.board.read(workspaceId, wanted);
    const { filter, change, compared, rest, total, sample, inNoTheme } = board;
    return {
      period: written(filter),
      timeZone: filter.timeZone,
      themes: board.themes.map((theme) => toTheme(theme, locale)),
      hidden: board.hidden.map((theme) => ({ id: theme.id, name: themeNameOf(theme, locale) })),
      change,
      compared,
      rest,
      total,
      sample,
      inNoTheme,
    };
  }

  /** The themes that are kept and not hidden, each with everything that it is called. */
  async names(workspaceId: number): Promise<{ id: number; names: string[] }[]> {
    const themes = (await this.store.all(workspaceId)).filter(({ hidden }) => !hidden);
    return themes.map(({ id, givenName, names }) => ({
      id,
      names: givenName ? [givenName] : [names.zh, names.en, names.ja],
    }));
  }

  /** A theme in a period, whether or not it stands out there. @throws NotFoundError */
  async detail(workspaceId: number, id: number, { locale, ...wanted }: ThemesQuery): Promise<ThemeDetail> {
    const theme = await this.store.find(workspaceId, id);
    const board = await this.board.read(workspaceId, wanted, { also: theme });
    const found = board.themes.find((one) => one.theme.id === theme.id);
    // The board always holds the theme that it was asked for.
    if (!found) throw new Error(`Theme ${theme.id} is missing among those that were counted.`);
    const [claims, names] = await Promise.all([
      this.claims(board, found, { filter: wanted, limit: CLAIMS, language: locale }),
      this.sources.list(workspaceId),
    ]);
    const nameOf = sourceNamer(names);
    const ranked = mostRepresentative(found.members, { label: sideOf(found.members), language: locale });
    return {
      ...toTheme(found, locale),
      period: written(board.filter),
      previous: written(board.previous),
      timeZone: board.filter.timeZone,
      change: board.change,
      step: board.step,
      line: toPoints(board.starts, found.count.slots),
      claims,
      quotes: ranked.slice(0, QUOTES).map((comment) => toQuote(comment, nameOf)),
      sources: names
        .flatMap((source) => {
          const own = found.count.bySource.get(source.id);
          return own ? [{ ...source, total: toTotal(own.total) }] : [];
        })
        .sort((a, b) => b.total.n - a.total.n),
    };
  }

  /** What is said inside of a theme, each with how many say it in the whole period and with its most representative comment. */
  async claims(board: Board, { theme, members }: BoardTheme, search: ClaimSearch): Promise<ThemeClaim[]> {
    const { filter: asked, limit, language } = search;
    const nameOf = sourceNamer(await this.sources.list(board.filter.workspaceId));
    const found = claimsOf(members, { themeWords: theme.words, limit, language, all: board.comments });
    const claims = await Promise.all(
      found.map(async ({ words, label, comments: [first] }): Promise<ThemeClaim[]> => {
        const q = writeTextQuery({ groups: [words.map((text) => ({ text, prefix: false }))], none: [] });
        const narrowed = { ...board.filter, theme: theme.id, themeWords: theme.words, q, label: [label] };
        const { total } = await this.counter.count(narrowed, [board.filter.from]);
        if (!first) return [];
        const filter: CommentFilter = { ...asked, theme: theme.id, q, label: [label] };
        return [{ words: [...words], label, n: toTotal(total).n, quote: toQuote(first, nameOf), filter }];
      }),
    );
    return claims.flat().sort((a, b) => b.n - a.n);
  }

  change(workspaceId: number, id: number, change: ThemeChange): Promise<void> {
    return this.store.change(workspaceId, id, change);
  }
}

const written = ({ from, to }: Span): Period => ({ from: from.toISOString(), to: to.toISOString() });

const sourceNamer = (names: readonly { id: number; name: string }[]) => (id: number) =>
  names.find((source) => source.id === id)?.name ?? null;

function toQuote(
  { id, text, language, label, sourceId, engagement }: SampledComment,
  nameOf: (id: number) => string | null,
): ThemeQuote {
  return { commentId: id, text, language, label, source: nameOf(sourceId), engagement };
}

export function toTheme({ theme, total, before, points, rose }: BoardTheme, language: ThemeLanguage): Theme {
  return {
    id: theme.id,
    name: themeNameOf(theme, language),
    named: theme.givenName !== null,
    words: [...theme.words],
    hidden: theme.hidden,
    merged: theme.merged.map((one) => ({ id: one.id, name: themeNameOf(one, language) })),
    total,
    before,
    points,
    rose: rose?.toISOString() ?? null,
  };
}
