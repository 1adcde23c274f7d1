import { Injectable } from '@nestjs/common';
import type { CommentFilter, Label } from '@moodline/shared/contract';
import { MoodFacts, type Theme } from '@moodline/trends/api';
import { QuotesQuery, type Quote } from '../queries/quotes.query';
import type { Search } from './asked-facts';
import { common } from './mood-drafts';

const LONGEST_QUOTE = 160;

/** Comments in their own words. */
@Injectable()
export class QuoteFacts {
  constructor(
    private readonly moods: MoodFacts,
    private readonly quotes: QuotesQuery,
  ) {}

  /** Adds quotes with a label, about a theme where one is given. @returns how many there were */
  async add(
    search: Search,
    {
      label,
      limit,
      about,
    }: { label: Label | null; limit: number; about?: Pick<Theme, 'examples'> & { readonly name: string } },
  ): Promise<number> {
    const { workspaceId, within, typed, language } = search;
    if (limit < 1) return 0;
    const labels = label ? { label: [label] } : {};
    const filter = await this.moods.closedFilter(workspaceId, { ...within, ...labels } as CommentFilter);
    const order = typed.order === 'newest' || typed.order === 'oldest' ? typed.order : 'liked';
    const ids = about?.examples.map(({ id }) => id);
    const found = await this.quotes.list(filter, { language, limit, order, ids });
    for (const quote of found) this.addQuote(search, quote, about?.name ?? null);
    return found.length;
  }

  private addQuote(
    search: Search,
    { id, text, label, language, source, engagement }: Quote,
    about: string | null,
  ): void {
    search.sheet.add({
      ...common(search, 1),
      citations: { commentIds: [id], filter: null },
      kind: 'quote',
      commentId: id,
      text: text.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_QUOTE),
      label,
      language,
      source,
      about,
      value: engagement,
      unit: 'comments',
    });
  }
}
