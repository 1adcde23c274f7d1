import type { SourceCheck } from '@moodline/sources/contract';
import * as z from 'zod';
import { field } from '../config-fields';
import type { Connector, ConnectorContext, ConnectorDescription, SourcePage } from '../connector';
import { previewOf } from '../preview';
import { walkBack, walkCursorSchema, type WalkCursor, type WalkLeg } from '../walk-back';
import { listingSchema, readThing } from './reddit-listing';

const SUBREDDIT = /^(?:\/?r\/)?([A-Za-z0-9_]{2,50})\/?$/;

const configSchema = z
  .object({
    read: field(z.enum(['comments', 'posts']).default('comments'), {
      label: { zh: '读取内容', en: 'What to read', ja: '読み取るもの' },
      hint: {
        zh: 'Reddit 的接口只能搜索帖子，不能搜索评论；评论按版块读取，再由监测的关键词筛选。',
        en: 'Reddit lets programs search posts, not comments. Comments are read by subreddit; the words of your monitors pick from them.',
        ja: 'Reddit の API で検索できるのは投稿だけです。コメントはサブレディットごとに読み取り、モニターのキーワードで絞り込みます。',
      },
      options: {
        comments: { zh: '版块里的评论', en: 'Comments in subreddits', ja: 'サブレディットのコメント' },
        posts: { zh: '帖子', en: 'Posts', ja: '投稿' },
      },
    }),
    subreddits: field(z.array(z.string().trim().regex(SUBREDDIT)).max(20).default([]), {
      label: { zh: '版块', en: 'Subreddits', ja: 'サブレディット' },
      hint: {
        zh: '最多 20 个。读取评论时必填。',
        en: 'Up to 20. Needed for comments.',
        ja: '20 個まで。コメントを読み取る場合は必須です。',
      },
      placeholder: 'headphones',
    }),
    query: field(z.string().trim().max(200).default(''), {
      label: { zh: '关键词（仅帖子）', en: 'Words to look for (posts only)', ja: '検索語（投稿のみ）' },
      hint: {
        zh: '不填则读取版块里的全部新帖。',
        en: 'Without any, all new posts of the subreddits are read.',
        ja: '空欄ならサブレディットの新しい投稿をすべて読み取ります。',
      },
      placeholder: '"Pebblo Air"',
    }),
    clientId: field(z.string().trim().min(5).max(100), {
      label: { zh: '应用 ID（client id）', en: 'Client id', ja: 'クライアント ID' },
      hint: {
        zh: '在 reddit.com/prefs/apps 的应用名称下方。新应用须先获 Reddit 批准。',
        en: 'Below the name of your app at reddit.com/prefs/apps. Reddit has to approve of new apps first.',
        ja: 'reddit.com/prefs/apps のアプリ名の下にあります。新しいアプリは先に Reddit の承認が必要です。',
      },
    }),
  })
  .refine(({ read, subreddits }) => read === 'posts' || subreddits.length > 0, {
    path: ['subreddits'],
    error: 'Name at least one subreddit; comments cannot be searched.',
  })
  .refine(({ subreddits, query }) => subreddits.length > 0 || query !== '', {
    path: ['query'],
    error: 'Enter words to look for, or name a subreddit.',
  });
type RedditConfig = z.output<typeof configSchema>;

const secretsSchema = z.object({
  clientSecret: field(z.string().trim().min(1).max(200), {
    label: { zh: '应用密钥（client secret）', en: 'Client secret', ja: 'クライアントシークレット' },
  }),
});
type RedditSecrets = z.output<typeof secretsSchema>;

const tokenSchema = z.object({ access_token: z.string().min(1) });

/** Votes, edits and deletions are followed for this long. */
const OVERLAP_MS = 3 * 3_600_000;
const PAGE_SIZE = 100;

/** Reads Reddit by its Data API, as an application without a user. */
export class RedditConnector implements Connector<RedditConfig, WalkCursor, RedditSecrets> {
  readonly description: ConnectorDescription = {
    kind: 'reddit',
    title: { zh: 'Reddit', en: 'Reddit', ja: 'Reddit' },
    about: {
      zh: '读取指定版块的评论，或按关键词搜索帖子。',
      en: 'Reads the comments of subreddits, or posts that hold certain words.',
      ja: 'サブレディットのコメント、または指定した言葉を含む投稿を読み取ります。',
    },
    terms: {
      zh: '须有经 Reddit 批准的应用；商业用途须另行取得许可，并须删除已在 Reddit 删除的内容。每分钟 100 次请求；每个列表最多可回溯约 1000 条。',
      en: 'Needs an application that Reddit approved of; commercial use needs an agreement with Reddit, and what is deleted there has to be deleted here. 100 requests a minute; a listing goes back about 1,000 items.',
      ja: 'Reddit の承認を受けたアプリが必要です。商用利用には別途契約が必要で、Reddit で削除されたものはこちらでも削除しなければなりません。毎分 100 回まで、一覧でさかのぼれるのは約 1,000 件です。',
    },
    docs: 'https://support.reddithelp.com/hc/en-us/articles/16160319875092-Reddit-Data-API-Wiki',
    backfill: true,
    schedule: 'every-15-minutes',
    access: 'api',
  };
  readonly config = configSchema;
  readonly secrets = secretsSchema;
  readonly cursor = walkCursorSchema;
  readonly sites = { login: 'https://www.reddit.com', api: 'https://oauth.reddit.com' };

  async check(config: RedditConfig, context: ConnectorContext<RedditSecrets>): Promise<SourceCheck> {
    const { entries } = await readListing(config, context, await logIn(config, context));
    const title = [
      config.subreddits.map((name) => `r/${bare(name)}`).join(', '),
      config.read === 'posts' ? config.query : '',
    ]
      .filter(Boolean)
      .join(': ');
    return { title, items: null, preview: previewOf(entries.flatMap(({ comment }) => comment ?? [])) };
  }

  async *fetchSince(
    config: RedditConfig,
    cursor: WalkCursor,
    context: ConnectorContext<RedditSecrets>,
  ): AsyncGenerator<SourcePage<WalkCursor>> {
    const token = await logIn(config, context);
    yield* walkBack(cursor, {
      context,
      overlapMs: OVERLAP_MS,
      ask: (after) => readListing(config, context, token, after),
    });
  }
}

/** A token is good for a day, longer than any run. */
async function logIn(
  { clientId }: RedditConfig,
  { http, site, secrets }: ConnectorContext<RedditSecrets>,
): Promise<string> {
  const authorization = `Basic ${Buffer.from(`${clientId}:${secrets.clientSecret}`).toString('base64')}`;
  const { data } = await http.json(tokenSchema, `${site('login')}/api/v1/access_token`, {
    form: { grant_type: 'client_credentials' },
    headers: { authorization },
  });
  return data.access_token;
}

async function readListing(
  config: RedditConfig,
  { http, site }: ConnectorContext<RedditSecrets>,
  token: string,
  after?: string,
): Promise<WalkLeg> {
  const { path, query } = listing(config);
  const { data } = await http.json(listingSchema, `${site('api')}${path}`, {
    query: { ...query, limit: PAGE_SIZE, raw_json: 1, after },
    headers: { authorization: `Bearer ${token}` },
  });
  return { entries: data.data.children.map((child) => readThing(child.data)), next: data.data.after };
}

function listing({ read, subreddits, query }: RedditConfig): { path: string; query: Record<string, string | number> } {
  const place = subreddits.length ? `/r/${subreddits.map(bare).join('+')}` : '';
  if (read === 'comments') return { path: `${place}/comments`, query: {} };
  if (!query) return { path: `${place}/new`, query: {} };
  return {
    path: `${place}/search`,
    query: { q: query, sort: 'new', type: 'link', t: 'all', ...(place ? { restrict_sr: 1 } : {}) },
  };
}

const bare = (name: string) => SUBREDDIT.exec(name)?.[1] ?? name;
