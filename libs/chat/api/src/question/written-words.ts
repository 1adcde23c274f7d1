import { Injectable } from '@nestjs/common';
import { CommentRepository, FilterResolver } from '@moodline/comments/api';
import { subjectOf } from './event-subject';
import type { QuestionLanguage } from './question-language';
import { queryOfTopic } from './topic-query';
import { partsOfTopic, slipOfTopic } from './scope/compound-topic';
import { topicQuery, type Topic } from './scope/topic';
import { topicRow } from './scope/topic-words';

const COLOUR = /^([\p{Script=Han}\p{Script=Katakana}ー]{2,})(?:色|カラー)$/u;

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

  /** Whether one of these topics is known to be talked about, or anybody wrote of it by any of its names. */
  async speakOf(workspaceId: number, topics: readonly Topic[]): Promise<boolean> {
    if (topics.some(({ words, exact }) => exact || topicRow(words))) return true;
    const queries = topics.map((topic) => queryOfTopic(topic.words));
    return (await this.written(workspaceId, queries)).size > 0;
  }

  /** ミント色 is what people call ミント: a colour is looked for by its own name, where anybody wrote that. */
  private async bare(workspaceId: number, topics: readonly Topic[]): Promise<readonly Topic[]> {
    const names = topics.map(({ words, exact }) => (exact || topicRow(words) ? undefined : COLOUR.exec(words)?.[1]));
    if (!names.some(Boolean)) return topics;
    const written = await this.written(
      workspaceId,
      names.flatMap((words) => words ?? []),
    );
    return topics.map((topic, index) => {
      const words = names[index];
      return words && written.has(words) ? { ...topic, words } : topic;
    });
  }

  /**
   * Topics that stand in one word and that nobody wrote so, as what they are made of: all of it is wanted, and somebody has to have
   * written all of it; two names of one subject (退货退款) are alternatives.
   */
  async apart(workspaceId: number, asked: readonly Topic[], language: QuestionLanguage): Promise<readonly Topic[]> {
    const topics = await this.bare(workspaceId, asked);
    const compound = topics.flatMap((topic) => {
      const parts = topic.exact ? null : (partsOfTopic(topic, language) ?? slipOfTopic(topic, language));
      if (!parts) return [];
      const all = queryOfTopic(parts.join(' + '));
      return [{ topic, parts, whole: topicQuery(topic), all }];
    });
    if (!compound.length) return topics;
    const written = await this.written(
      workspaceId,
      compound.flatMap(({ whole, all }) => [whole, all]),
    );
    return topics.flatMap((topic) => {
      const found = compound.find((one) => one.topic === topic);
      if (!found) return [topic];
      if (written.has(found.whole)) return [{ ...topic, sure: true }];
      const same = new Set(found.parts.map((words) => subjectOf(words)?.key ?? words)).size === 1;
      if (!same && !written.has(found.all)) return [topic];
      return found.parts.map((words, index) => ({ ...topic, words, listed: index === 0 ? topic.listed : same }));
    });
  }
}
