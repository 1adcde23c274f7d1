import { Injectable } from '@nestjs/common';
import { CommentRepository, FilterResolver } from '@moodline/comments/api';

/** Tells which words anybody wrote, by the search. */
@Injectable()
export class WrittenWords {
  constructor(
    private readonly comments: CommentRepository,
    private readonly filters: FilterResolver,
  ) {}

  /** @param queries as the search box takes them @returns those that at least one comment of the workspace fits */
  async written(workspaceId: number, queries: readonly string[]): Promise<ReadonlySet<string>> {
    const found = await Promise.all(
      queries.map(async (q) => {
        const filter = await this.filters.resolve(workspaceId, { q });
        const { items } = await this.comments.page(filter, { limit: 1, sort: 'newest' });
        return items.length > 0;
      }),
    );
    return new Set(queries.filter((_, index) => found[index]));
  }
}
