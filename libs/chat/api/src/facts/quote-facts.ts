import { Injectable } from '@nestjs/common';
import { CommentRepository, dayOf } from '@moodline/comments/api';
import { type Comment, type CommentFilter, type Label } from '@moodline/comments/contract';
import { LANGUAGES } from '@moodline/shared/contract';
import { nameInText } from '@moodline/narration/api';
import { MoodFacts, mostRepresentative, type BoardTheme, type ClosedFilter } from '@moodline/trends/api';
import type { Search } from './asked-facts';
import { common } from './mood-drafts';

/** Shorter ones say nothing, longer ones are no quote. */
const LENGTHS = [4, 160] as const;
/** Signs that nobody sees and that turn what stands around them: controls, marks of direction, spaces without width. Joiners of emoji stay. */
const HIDDEN = /[\p{Cc}\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff](?<![\t\n\r])/gu;
/** Comments that are looked at: enough that equal texts and long ones among them leave some. */
const LOOKED_AT = 50;
/** Comments of a theme of which one is quoted. */
const EXAMPLES = 6;

/** Orders in which the day of a comment matters. */
const DATED: ReadonlySet<Search['typed']['order']> = new Set(['newest', 'oldest', 'liked'] as const);

/** What is quoted. */
export interface QuoteRequest {
  readonly label: Label | null;
  readonly limit: number;
  /** Only what stands for this theme. */
  readonly about?: BoardTheme;
}

/** Comments in their own words. */
@Injectable()
export class QuoteFacts {
  constructor(
    private readonly moods: MoodFacts,
    private readonly comments: CommentRepository,
  ) {}

  /** Adds quotes: in the language of the question first, the loudest first unless the question asks for the newest or oldest. @returns how many there were */
  async add(search: Search, { label, limit, about }: QuoteRequest): Promise<number> {
    const { workspaceId, within, typed, language } = search;
    if (limit < 1) return 0;
    if (about) return this.addExample(search, about, label);
    const labels: CommentFilter = label ? { label: [label] } : {};
    const filter = await this.moods.closedFilter(workspaceId, { ...within, ...labels });
    const inOrder = typed.order === 'newest' || typed.order === 'oldest' || typed.order === 'liked';
    // What is newest or most liked is so in any language, however long it is.
    const found = inOrder
      ? await this.page(filter, typed.order ?? 'newest', limit)
      : await this.loudest(filter, { language, limit });
    for (const comment of found) this.addQuote(search, comment, null);
    return found.length;
  }

  /** What stands for a theme best and is short enough. */
  private async addExample(search: Search, { theme, members }: BoardTheme, label: Label | null): Promise<number> {
    const { workspaceId, language } = search;
    const examples = mostRepresentative(members, { label, language }).slice(0, EXAMPLES);
    const comments = await this.comments.byIds(
      workspaceId,
      examples.map(({ id }) => id),
    );
    const quoted = examples.flatMap(({ id }) => comments.find((comment) => comment.id === id) ?? []).find(canBeQuoted);
    if (quoted) this.addQuote(search, quoted, nameInText(theme, language));
    return quoted ? 1 : 0;
  }

  private async loudest(
    filter: ClosedFilter,
    { language, limit }: { language: Search['language']; limit: number },
  ): Promise<Comment[]> {
    const languages = filter.language?.length ? filter.language : LANGUAGES;
    const own = languages.includes(language)
      ? await this.page({ ...filter, language: [language] }, 'loudest', limit)
      : [];
    const others = languages.filter((one) => one !== language);
    if (own.length >= limit || !others.length) return own;
    return [...own, ...(await this.page({ ...filter, language: others }, 'loudest', limit - own.length))];
  }

  private async page(
    filter: ClosedFilter,
    sort: 'newest' | 'oldest' | 'loudest' | string,
    limit: number,
  ): Promise<Comment[]> {
    const order = sort === 'oldest' || sort === 'newest' ? sort : 'loudest';
    const anyLength = sort !== 'loudest';
    const { items } = await this.comments.page(filter, { sort: order, limit: LOOKED_AT });
    const texts = new Set<string>();
    const ordered = filter.emotion?.length ? surest(items) : order === 'loudest' ? angryFirst(items, filter) : items;
    return ordered
      .filter((comment) => comment.label !== null && (anyLength || canBeQuoted(comment)))
      .filter(({ text }) => !texts.has(text) && texts.add(text))
      .slice(0, limit);
  }

  private addQuote(
    search: Search,
    { id, text, label, language, source, engagement, publishedAt }: Comment,
    about: string | null,
  ): void {
    search.sheet.add({
      ...common(search, 1),
      citations: { commentIds: [id], filter: null },
      kind: 'quote',
      commentId: id,
      text: shortened(text.replace(HIDDEN, '').replace(/\s+/gu, ' ').trim()),
      label,
      language,
      source: source.name,
      about,
      ...(DATED.has(search.typed.order) && publishedAt && { at: dayOf(new Date(publishedAt), search.timeZone) }),
      value: engagement,
      unit: 'comments',
    });
  }
}

/** Opinions whose emotion is least in doubt first: a tip or a wish is hardly what somebody who is angry writes. */
const surest = (comments: readonly Comment[]): Comment[] => {
  const weight = ({ emotion, kind }: Comment): number =>
    (emotion?.probability ?? 0) - Number(kind !== undefined && kind.value !== 'opinion');
  return [...comments].sort((a, b) => weight(b) - weight(a));
};

/** Of complaints those that sound angry first: a sad story or a joke may be negative and complain of nothing. */
const angryFirst = (comments: readonly Comment[], { label }: ClosedFilter): readonly Comment[] =>
  label?.length === 1 && label[0] === 'negative'
    ? [true, false].flatMap((angry) => comments.filter(({ emotion }) => (emotion?.value === 'anger') === angry))
    : comments;

/** The beginning of a text that is longer than a quote. */
const shortened = (text: string): string =>
  text.length > LENGTHS[1] ? `${[...text].slice(0, LENGTHS[1] - 1).join('')}…` : text;

const canBeQuoted = ({ text, label }: Comment): boolean =>
  label !== null && text.length >= LENGTHS[0] && text.length <= LENGTHS[1];
