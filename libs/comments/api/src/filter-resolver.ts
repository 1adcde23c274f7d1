import { Injectable } from '@nestjs/common';
import type { CommentFilter } from '@moodline/comments/contract';
import { CommentRepository } from './comment.repository';
import { resolvePeriod } from './period';
import type { ResolvedFilter } from './resolved-filter';
import { ThemeWordsQuery } from './search/theme-words.query';

/** Turns the filter of a request into one with instants, in the workspace's zone. */
@Injectable()
export class FilterResolver {
  constructor(
    private readonly repository: CommentRepository,
    private readonly themes: ThemeWordsQuery,
  ) {}

  async resolve(workspaceId: number, filter: CommentFilter): Promise<ResolvedFilter> {
    const { timeZone, leftOutKinds } = await this.repository.countingRules(workspaceId);
    const { source, label, emotion, kind, language, stars, recommended, version, leftOut } = filter;
    const { undated, monitor, theme, tag, unique, q } = filter;
    const given = { source, label, emotion, kind, language, stars, recommended, version, leftOut };
    const narrowed = { ...given, undated, monitor, theme, tag, unique, q };
    const themeWords = theme === undefined ? undefined : await this.themes.read(workspaceId, theme);
    const searchIndexed = q || themeWords?.length ? await this.repository.searchIndexed(workspaceId) : undefined;
    return {
      workspaceId,
      timeZone,
      leftOutKinds,
      ...(undated ? { from: null, to: null } : resolvePeriod(filter, timeZone)),
      ...narrowed,
      themeWords,
      searchIndexed,
    };
  }
}
