import type { SourceCheck } from '@moodline/sources/contract';
import * as z from 'zod';
import { field, noSecrets } from '../config-fields';
import type { Connector, ConnectorContext, ConnectorDescription, SourcePage } from '../connector';
import { previewOf } from '../preview';
import { readHit, searchAnswerSchema, type SearchAnswer } from './hacker-news-hits';

const configSchema = z.object({
  query: field(z.string().trim().min(1).max(200), {
    label: { zh: '关键词', en: 'Words to look for', ja: '検索語' },
    hint: {
      zh: '品牌或产品名；多个词须同时出现，短语请加英文引号。',
      en: 'A brand or product. All words must occur; put a phrase in quotation marks.',
      ja: 'ブランド名や製品名。複数の語はすべて含むものを探します。語句は引用符で囲みます。',
    },
    placeholder: '"Pebblo Air"',
  }),
  read: field(z.enum(['comments', 'stories', 'both']).default('both'), {
    label: { zh: '读取内容', en: 'What to read', ja: '読み取るもの' },
    options: {
      comments: { zh: '评论', en: 'Comments', ja: 'コメント' },
      stories: { zh: '帖子', en: 'Stories', ja: '投稿' },
      both: { zh: '评论和帖子', en: 'Comments and stories', ja: 'コメントと投稿' },
    },
  }),
});
type HackerNewsConfig = z.output<typeof configSchema>;

/**
 * The search answers newest first, so a reading walks back from now to `since`. `until` and `newest` are set while it is on its
 * way: where it goes on, and where the next reading will end. All in seconds since 1970.
 */
const cursorSchema = z
  .object({
    since: z.number().int().optional(),
    until: z.number().int().optional(),
    newest: z.number().int().optional(),
  })
  .catch({});
type HackerNewsCursor = z.output<typeof cursorSchema>;

/** Comments can be edited for two hours: so much is read again. It also covers what the search learns of late. */
const OVERLAP_SECONDS = 7200;
const PAGE_SIZE = 200;
const TAGS = { comments: 'comment', stories: 'story', both: '(comment,story)' } as const;

/** Reads Hacker News by the search that Algolia runs for it. */
export class HackerNewsConnector implements Connector<HackerNewsConfig, HackerNewsCursor> {
  readonly description: ConnectorDescription = {
    kind: 'hacker-news',
    title: { zh: 'Hacker News', en: 'Hacker News', ja: 'Hacker News' },
    about: {
      zh: '按关键词读取 Hacker News 的帖子和评论。',
      en: 'Reads stories and comments of Hacker News that hold certain words.',
      ja: '指定した言葉を含む Hacker News の記事とコメントを読み取ります。',
    },
    terms: {
      zh: '公开接口，无需密钥；每个 IP 每小时最多一万次请求。',
      en: 'A public interface without a key; 10,000 requests an hour from one address at most.',
      ja: '公開 API で、キーは不要です。一つの IP アドレスから毎時 10,000 回までです。',
    },
    docs: 'https://hn.algolia.com/api',
    backfill: true,
    schedule: 'hourly',
    access: 'api',
  };
  readonly config = configSchema;
  readonly secrets = noSecrets;
  readonly cursor = cursorSchema;
  readonly sites = { search: 'https://hn.algolia.com' };

  async check(config: HackerNewsConfig, context: ConnectorContext<unknown>): Promise<SourceCheck> {
    const { hits, nbHits } = await this.search(config, context, []);
    return { title: `Hacker News: ${config.query}`, items: nbHits, preview: previewOf(hits.map(readHit)) };
  }

  async *fetchSince(
    config: HackerNewsConfig,
    cursor: HackerNewsCursor,
    context: ConnectorContext<unknown>,
  ): AsyncGenerator<SourcePage<HackerNewsCursor>> {
    const since = cursor.since ?? seconds(context.since);
    let { until, newest } = cursor;
    for (;;) {
      const { hits, nbHits } = await this.search(config, context, [
        `created_at_i>=${since}`,
        ...(until === undefined ? [] : [`created_at_i<=${until}`]),
      ]);
      newest ??= hits[0]?.created_at_i ?? since;
      const more = hits.length > 0 && nbHits > hits.length;
      until = next(hits, until);
      yield {
        rows: hits.length,
        comments: hits.map(readHit),
        cursor: more ? { since, until, newest } : { since: Math.max(since, newest - OVERLAP_SECONDS) },
      };
      if (!more) return;
    }
  }

  private async search(
    { query, read }: HackerNewsConfig,
    { http, site }: ConnectorContext<unknown>,
    filters: readonly string[],
  ): Promise<SearchAnswer> {
    const { data } = await http.json(searchAnswerSchema, `${site('search')}/api/v1/search_by_date`, {
      query: {
        query,
        tags: TAGS[read],
        advancedSyntax: true,
        typoTolerance: false,
        // A comment is not about a brand because the story above it is.
        restrictSearchableAttributes: 'title,story_text,comment_text',
        hitsPerPage: PAGE_SIZE,
        numericFilters: filters.length ? filters.join(',') : undefined,
      },
    });
    return data;
  }
}

/** The last second of a page is asked for again, for there may be more of it; unless the page held nothing else. */
function next(hits: SearchAnswer['hits'], until: number | undefined): number | undefined {
  const last = hits.at(-1)?.created_at_i;
  if (last === undefined) return until;
  return last === until ? last - 1 : last;
}

const seconds = (time: Date) => Math.floor(time.getTime() / 1000);
