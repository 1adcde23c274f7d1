import { Injectable } from '@nestjs/common';
import { commentCondition, FilterResolver } from '@moodline/comments/api';
import { Database } from '@moodline/shared/db';

/** Tells which words anybody wrote. */
@Injectable()
export class WrittenWordsQuery {
  constructor(
    private readonly database: Database,
    private readonly filters: FilterResolver,
  ) {}

  /** @param queries as the search box takes them @returns those that at least one comment of the workspace fits */
  async written(workspaceId: number, queries: readonly string[]): Promise<ReadonlySet<string>> {
    const found = await Promise.all(queries.map((q) => this.isWritten(workspaceId, q)));
    return new Set(queries.filter((_, index) => found[index]));
  }

  private async isWritten(workspaceId: number, q: string): Promise<boolean> {
    const filter = await this.filters.resolve(workspaceId, { q });
    const [row] = await this.database.$queryRaw<{ found: boolean }[]>`
      SELECT EXISTS (SELECT FROM comment c WHERE ${commentCondition(filter)}) AS found`;
    return row?.found ?? false;
  }
}
