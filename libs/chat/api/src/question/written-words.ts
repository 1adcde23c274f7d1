import { Injectable } from '@nestjs/common';
import { CommentRepository, FilterResolver } from '@moodline/comments/api';
import { subjectOf } from './event-subject';
import type { QuestionLanguage } from './question-language';
import { partsOfTopic, slipOfTopic } from './scope/compound-topic';
import { topicQuery, type Topic } from './scope/topic';

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

  /** Topics that stand in one word and that nobody wrote so, as what they are made of: all of it is wanted. */
  async apart(workspaceId: number, topics: readonly Topic[], language: QuestionLanguage): Promise<readonly Topic[]> {
    const compound = topics.flatMap((topic) => {
      const parts = topic.exact ? null : (partsOfTopic(topic, language) ?? slipOfTopic(topic, language));
      return parts ? [{ topic, parts, query: topicQuery(topic) }] : [];
    });
    if (!compound.length) return topics;
    const written = await this.written(
      workspaceId,
      compound.map(({ query }) => query),
    );
    const apart = new Map(
      compound.filter(({ query }) => !written.has(query)).map(({ topic, parts }) => [topic, parts] as const),
    );
    return topics.flatMap((topic) => {
      const parts = apart.get(topic);
      // 退货退款: two names of one subject are alternatives.
      const same = new Set(parts?.map((words) => subjectOf(words)?.key ?? words)).size === 1;
      if (compound.some((one) => one.topic === topic && written.has(one.query))) return [{ ...topic, sure: true }];
      return parts
        ? parts.map((words, index) => ({ ...topic, words, listed: index === 0 ? topic.listed : same }))
        : [topic];
    });
  }
}
