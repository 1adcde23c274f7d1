import type { SourceCheck } from '@moodline/sources/contract';
import * as z from 'zod';
import { field } from '../config-fields';
import type { Connector, ConnectorContext, ConnectorDescription, SourcePage } from '../connector';
import { previewOf } from '../preview';
import { walkBack, walkCursorSchema, type WalkCursor, type WalkLeg } from '../walk-back';
import { belowAll, commentsAnswerSchema, explainWeibo, readComment } from './weibo-comments';

const POST = /^\d{5,20}$/;

const configSchema = z.object({
  posts: field(z.array(z.string().trim().regex(POST, 'Enter the number of a post.')).min(1).max(50), {
    label: { zh: '微博编号', en: 'Numbers of the posts', ja: '投稿の番号' },
    hint: {
      zh: '授权账号自己发布的微博；填写数字编号（mid），例如 m.weibo.cn/status/ 后面的数字。最多 50 条。',
      en: 'Posts of the authorised account, by their number (mid): the digits behind m.weibo.cn/status/. Up to 50.',
      ja: '認可したアカウント自身の投稿を、番号（mid、m.weibo.cn/status/ の後ろの数字）で指定します。50 件までです。',
    },
    placeholder: '5000000000000000',
  }),
});
type WeiboConfig = z.output<typeof configSchema>;

const secretsSchema = z.object({
  token: field(
    z
      .string()
      .trim()
      .min(1)
      .max(500)
      .regex(/^[\x21-\x7e]+$/),
    {
      label: { zh: '访问令牌（access_token）', en: 'Access token', ja: 'アクセストークン' },
      hint: {
        zh: '在微博开放平台授权后获得，到期须重新授权。',
        en: 'From the authorisation of your application at open.weibo.com. It expires, then authorise anew.',
        ja: 'open.weibo.com でアプリを認可すると得られます。期限が切れたら認可し直してください。',
      },
    },
  ),
});
type WeiboSecrets = z.output<typeof secretsSchema>;

/** Each post is walked back by itself. */
const cursorSchema = z.object({ posts: z.record(z.string().regex(POST), walkCursorSchema).optional() }).catch({});
type WeiboCursor = z.output<typeof cursorSchema>;

const OVERLAP_MS = 3_600_000;
const PAGE_SIZE = 50;

type Context = ConnectorContext<WeiboSecrets>;

/** Reads the comments under posts by the open platform of Weibo. */
export class WeiboConnector implements Connector<WeiboConfig, WeiboCursor, WeiboSecrets> {
  readonly description: ConnectorDescription = {
    kind: 'weibo',
    title: { zh: '微博评论', en: 'Weibo comments', ja: 'Weibo（微博）のコメント' },
    about: {
      zh: '通过微博开放平台读取指定微博下的评论。',
      en: 'Reads the comments under given posts through the open platform of Weibo.',
      ja: 'Weibo のオープンプラットフォームを通じて、指定した投稿へのコメントを読み取ります。',
    },
    terms: {
      zh: '须有通过微博开放平台审核的应用和账号授权；仅限授权账号自己的微博，超出范围须另行申请商业接口。频次按应用等级限制。',
      en: 'Needs an application that Weibo reviewed, and an authorisation. Only posts of the authorised account; anything else needs an agreement with Weibo. Limits depend on the level of the application.',
      ja: 'Weibo の審査を受けたアプリと認可が必要です。認可したアカウント自身の投稿だけで、それ以外は Weibo との契約が必要です。回数制限はアプリの等級によります。',
    },
    docs: 'https://open.weibo.com/wiki/2/comments/show',
    backfill: true,
    schedule: 'hourly',
    access: 'api',
  };
  readonly config = configSchema;
  readonly secrets = secretsSchema;
  readonly cursor = cursorSchema;
  readonly sites = { api: 'https://api.weibo.com' };

  async check({ posts }: WeiboConfig, context: Context): Promise<SourceCheck> {
    const legs: (WalkLeg & { total: number | null })[] = [];
    for (const post of posts.slice(0, 5)) legs.push(await ask(post, context));
    const all = legs.length === posts.length && legs.every(({ total }) => total !== null);
    return {
      title: null,
      items: all ? legs.reduce((sum, { total }) => sum + (total ?? 0), 0) : null,
      preview: previewOf(legs.flatMap(({ entries }) => entries.flatMap(({ comment }) => comment ?? []))),
    };
  }

  async *fetchSince(
    { posts: wanted }: WeiboConfig,
    cursor: WeiboCursor,
    context: Context,
  ): AsyncGenerator<SourcePage<WeiboCursor>> {
    let posts: Readonly<Record<string, WalkCursor>> = cursor.posts ?? {};
    for (const post of new Set(wanted)) {
      for await (const page of walkBack(posts[post] ?? {}, {
        context,
        overlapMs: OVERLAP_MS,
        ask: (next) => ask(post, context, next),
      })) {
        posts = { ...posts, [post]: page.cursor };
        yield { ...page, cursor: { posts } };
      }
    }
  }
}

/** The site hands over the newest first. A short page is not the last one, for hidden comments are taken out of it. */
async function ask(
  post: string,
  { http, site, secrets }: Context,
  maxId?: string,
): Promise<WalkLeg & { total: number | null }> {
  const query = { id: post, count: PAGE_SIZE, max_id: maxId };
  const { data } = await http.json(commentsAnswerSchema, `${site('api')}/2/comments/show.json`, {
    query,
    headers: { authorization: `OAuth2 ${secrets.token}` },
    explain: explainWeibo,
  });
  const entries = data.comments.map((comment) => readComment(comment, post));
  return { entries, next: belowAll(entries), total: data.total_number ?? null };
}
