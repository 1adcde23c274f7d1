import { Injectable } from '@nestjs/common';
import { CommentRepository } from '@moodline/comments/api';
import type { Comment } from '@moodline/comments/contract';
import { LANGUAGES, type CommentFilter, type Label } from '@moodline/shared/contract';
import { MoodFacts, type ClosedFilter, type Theme } from '@moodline/trends/api';
import type { Search } from './asked-facts';
import { common } from './mood-drafts';

/** Shorter ones say nothing, longer ones are no quote. */
const LENGTHS = [4, 160] as const;
/** Comments that are looked at: enough that equal texts and long ones among them leave some. */
const LOOKED_AT = 50;

/** What is quoted. */
export interface QuoteRequest {
  readonly label: Label | null;
  readonly limit: number;
  /** Only examples of this theme. */
  readonly about?: Pick<Theme, 'examples'> & { readonly name: string };
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
    if (about) return this.addExample(search, about);
    const labels: CommentFilter = label ? { label: [label] } : {};
    const filter = await this.moods.closedFilter(workspaceId, { ...within, ...labels });
    const byTime = typed.order === 'newest' || typed.order === 'oldest';
    // What is newest is newest in any language.
    const found = byTime
      ? await this.page(filter, typed.order ?? 'newest', limit)
      : await this.loudest(filter, { language, limit });
    for (const comment of found) this.addQuote(search, comment, null);
    return found.length;
  }

  /** The first example of a theme that is short enough. */
  private async addExample(search: Search, { examples, name }: NonNullable<QuoteRequest['about']>): Promise<number> {
    const comments = await this.comments.byIds(
      search.workspaceId,
      examples.map(({ id }) => id),
    );
    const fits = comments.filter(canBeQuoted);
    const quoted = fits.find(({ language }) => language === search.language) ?? fits[0];
    if (quoted) this.addQuote(search, quoted, name);
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
    const { items } = await this.comments.page(filter, { sort: order, limit: LOOKED_AT });
    const texts = new Set<string>();
    return items
      .filter((comment) => comment.label !== null && (order !== 'loudest' || canBeQuoted(comment)))
      .filter(({ text }) => !texts.has(text) && texts.add(text))
      .slice(0, limit);
  }

  private addQuote(
    search: Search,
    { id, text, label, language, source, engagement }: Comment,
    about: string | null,
  ): void {
    search.sheet.add({
      ...common(search, 1),
      citations: { commentIds: [id], filter: null },
      kind: 'quote',
      commentId: id,
      text: text.replace(/\s+/gu, ' ').trim().slice(0, LENGTHS[1]),
      label,
      language,
      source: source.name,
      about,
      value: engagement,
      unit: 'comments',
    });
  }
}

const canBeQuoted = ({ text, label }: Comment): boolean =>
  label !== null && text.length >= LENGTHS[0] && text.length <= LENGTHS[1];
