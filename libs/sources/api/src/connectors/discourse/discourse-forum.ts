import type * as z from 'zod';
import type { ConnectorContext } from '../connector';
import { SourceError } from '../source.errors';
import type { WalkEntry, WalkLeg } from '../walk-back';
import { latestSchema, readPost, topicListSchema, topicSchema } from './discourse-posts';

/** Keys of a forum, if there are any. */
export interface ForumKeys {
  readonly apiKey?: string;
}

/** So many posts of a topic are asked for at once. */
const CHUNK = 20;
/** Ids that one page of the latest posts covers. */
const ID_SPAN = 50;

/** Asks one forum, as a guest or with a key. */
export class DiscourseForum {
  constructor(
    readonly base: string,
    private readonly apiUser: string,
    private readonly context: ConnectorContext<ForumKeys>,
  ) {}

  /** The latest posts of the whole forum, or those before one of them. */
  async latest(before: string | undefined): Promise<WalkLeg> {
    const { latest_posts: posts } = await this.ask(
      latestSchema,
      `posts.json${before ? `?before=${encodeURIComponent(before)}` : ''}`,
    );
    // A page covers fifty ids, visible or not. Older versions count the post itself among those before it. Where it comes alone, or
    // nothing does, a gap of deleted or hidden posts is stepped over.
    const oldest = Math.min(...posts.map(({ id }) => id), Number(before ?? Infinity));
    const next = String(oldest) === before ? oldest - ID_SPAN : oldest;
    return { entries: this.read(posts), next: Number.isFinite(next) && next > 1 ? String(next) : null };
  }

  /** A topic and the ids of all its posts, in their order. */
  async topic(id: number): Promise<{ title: string | null; posts: number | null; ids: readonly number[] }> {
    const { title, posts_count: posts, post_stream: stream } = await this.ask(topicSchema, `t/${id}.json`);
    return { title: title ?? null, posts: posts ?? null, ids: stream.stream ?? stream.posts.map((post) => post.id) };
  }

  /** The last posts of a topic, or those before one of them. */
  async postsOf(topicId: number, title: string | null, ids: readonly number[], before?: string): Promise<WalkLeg> {
    const end = before === undefined ? -1 : ids.indexOf(Number(before));
    const earlier = end < 0 ? ids : ids.slice(0, end);
    const chunk = earlier.slice(-CHUNK);
    if (!chunk.length) return { entries: [] };
    const { post_stream: stream } = await this.ask(
      topicSchema,
      `t/${topicId}/posts.json?${chunk.map((id) => `post_ids[]=${id}`).join('&')}`,
    );
    return {
      entries: this.read(stream.posts.map((post) => ({ ...post, topic_title: title }))).reverse(),
      next: earlier.length > chunk.length ? String(chunk[0]) : null,
    };
  }

  /** The topics of a category or with a tag, those in which something was written last first, with what was written in them since. `most`: topics that are opened. */
  async list(path: string, page: string | undefined, since: Date, most = Infinity): Promise<WalkLeg> {
    const { topics, more_topics_url: more } = (await this.ask(topicListSchema, `${path}?page=${Number(page ?? 0)}`))
      .topic_list;
    const times = topics.map((topic) => ({
      topic,
      time: new Date(topic.bumped_at ?? topic.last_posted_at ?? topic.created_at),
    }));
    const entries: WalkEntry[] = [];
    for (const { topic } of times.filter(({ time }) => !(time < since)).slice(0, most))
      entries.push(...(await this.since(topic.id, since)));
    // Pinned topics stand first, however old they are.
    const loose = times.filter(({ topic }) => !topic.pinned && !topic.pinned_globally).map(({ time }) => time);
    return {
      entries,
      next: more ? String(Number(page ?? 0) + 1) : null,
      order: loose,
    };
  }

  private async since(topicId: number, since: Date): Promise<WalkEntry[]> {
    const { title, ids } = await this.topic(topicId);
    const entries: WalkEntry[] = [];
    for (let before: string | undefined; ;) {
      const leg = await this.postsOf(topicId, title, ids, before);
      entries.push(...leg.entries);
      if (!leg.next || leg.entries.some(({ time }) => time < since)) return entries;
      before = leg.next;
    }
  }

  private read(posts: z.output<typeof latestSchema>['latest_posts']): WalkEntry[] {
    return posts.map((post) => readPost(post, this.base));
  }

  /** As a guest, Moodline is asked to stay away by robots.txt like any other; who has a key is let in by the forum. */
  private async ask<T>(schema: z.ZodType<T>, path: string): Promise<T> {
    const { apiKey } = this.context.secrets;
    const { data } = await this.context.http.json(schema, `${this.base}/${path}`, {
      robots: !apiKey,
      headers: apiKey ? { 'api-key': apiKey, ...(this.apiUser ? { 'api-username': this.apiUser } : {}) } : {},
      explain: ({ status, url }) =>
        status === 403 && !apiKey
          ? new SourceError(
              'source-blocked',
              `${new URL(url).host} shows this to its members only (403). Ask its staff for an API key and enter it here.`,
            )
          : null,
    });
    return data;
  }
}
