import type { IncomingComment } from '@moodline/comments/api';
import type { SourceCheck } from '@moodline/sources/contract';
import * as z from 'zod';
import { field } from '../config-fields';
import type { Connector, ConnectorContext, ConnectorDescription, SourcePage } from '../connector';
import { previewOf } from '../preview';
import { granted, listAnswerSchema, tokenAnswerSchema, type WeChatComment } from './wechat-answers';

/** An article of a message that held several is named by its place behind a colon. */
const ARTICLE = /^(\d{5,15})(?::([0-7]))?$/;

const configSchema = z.object({
  appId: field(
    z
      .string()
      .trim()
      .regex(/^wx[0-9a-f]{16}$/i, 'An AppID begins with wx and has 18 characters.'),
    {
      label: { zh: 'AppID', en: 'AppID', ja: 'AppID' },
      hint: {
        zh: '公众平台"设置与开发 - 开发接口管理"。',
        en: 'In the developer settings of the account on mp.weixin.qq.com.',
        ja: 'mp.weixin.qq.com のアカウントの開発者設定にあります。',
      },
      placeholder: 'wx0123456789abcdef',
    },
  ),
  articles: field(
    z
      .array(
        z
          .string()
          .trim()
          .regex(ARTICLE, 'Enter a msg_data_id, with :1 and so on for the second and later articles of a message.'),
      )
      .min(1)
      .max(50),
    {
      label: { zh: '文章编号（msg_data_id）', en: 'Articles (msg_data_id)', ja: '記事の番号（msg_data_id）' },
      hint: {
        zh: '群发接口返回的 msg_data_id；多图文的第二篇写作 编号:1。最多 50 篇。',
        en: 'The msg_data_id that sending or publishing answered; :1 behind it is the second article of a message. Up to 50.',
        ja: '配信または公開の応答に含まれる msg_data_id です。後ろに :1 を付けると二本目の記事です。50 本までです。',
      },
      placeholder: '2247480001:0',
    },
  ),
});
type WeChatConfig = z.output<typeof configSchema>;

const secretsSchema = z.object({
  appSecret: field(
    z
      .string()
      .trim()
      .regex(/^[0-9a-f]{32}$/i, 'An AppSecret has 32 characters.'),
    { label: { zh: 'AppSecret', en: 'AppSecret', ja: 'AppSecret' } },
  ),
});
type WeChatSecrets = z.output<typeof secretsSchema>;

const articleSchema = z.object({
  /** Where a reading that is on its way goes on. */
  begin: z.number().int().min(1).optional(),
  /** How many comments there were when the article was read to its end, and when that was. */
  total: z.number().int().optional(),
  readAt: z.iso.datetime().optional(),
});
const cursorSchema = z.object({ articles: z.record(z.string().regex(ARTICLE), articleSchema).optional() }).catch({});
type WeChatCursor = z.output<typeof cursorSchema>;
type ArticleState = z.output<typeof articleSchema>;

/** 50 and more are refused. */
const PAGE_SIZE = 49;
/** When no comment was added, an article is still read to its end so often: one may have gone as another came. */
const WHOLE_AGAIN_MS = 24 * 3_600_000;

type Context = ConnectorContext<WeChatSecrets>;

/** Reads the comments under articles of an official account, by the interface of WeChat. */
export class WeChatConnector implements Connector<WeChatConfig, WeChatCursor, WeChatSecrets> {
  readonly description: ConnectorDescription = {
    kind: 'wechat',
    title: { zh: '微信公众号留言', en: 'WeChat official account comments', ja: 'WeChat 公式アカウントのコメント' },
    about: {
      zh: '读取自己公众号文章下的留言。',
      en: 'Reads the comments under articles of your own official account.',
      ja: '自社の公式アカウントの記事に付いたコメントを読み取ります。',
    },
    terms: {
      zh: '须已认证并开通留言功能的公众号；运行 Moodline 的服务器须加入 IP 白名单。仅限自己的文章。',
      en: 'Needs a verified official account with the comment function, and the address of this server on its IP whitelist. Only articles of the account itself.',
      ja: 'コメント機能のある認証済み公式アカウントと、このサーバーの IP アドレスの許可リスト登録が必要です。読み取れるのは自分の記事だけです。',
    },
    docs: 'https://developers.weixin.qq.com/doc/service/api/leaving/api_listcomment',
    backfill: false,
    schedule: 'hourly',
    access: 'api',
  };
  readonly config = configSchema;
  readonly secrets = secretsSchema;
  readonly cursor = cursorSchema;
  readonly sites = { api: 'https://api.weixin.qq.com' };

  async check(config: WeChatConfig, context: Context): Promise<SourceCheck> {
    const token = await logIn(config, context);
    const [article = ''] = config.articles;
    const { total, comment } = await list(article, context, { token, begin: 0 });
    return {
      title: config.appId,
      items: config.articles.length === 1 ? total : null,
      preview: previewOf(comment.map((one) => readComment(one, article))),
    };
  }

  async *fetchSince(
    config: WeChatConfig,
    cursor: WeChatCursor,
    context: Context,
  ): AsyncGenerator<SourcePage<WeChatCursor>> {
    const token = await logIn(config, context);
    let articles: Readonly<Record<string, ArticleState>> = cursor.articles ?? {};
    for (const article of new Set(config.articles)) {
      for (let begin = articles[article]?.begin ?? 0, more = true; more; begin += PAGE_SIZE) {
        const former = articles[article] ?? {};
        const { total, comment } = await list(article, context, { token, begin });
        const same = begin === 0 && isUnchanged(former, total, context.now());
        more = begin + PAGE_SIZE < total && !same;
        const state = more
          ? { ...former, begin: begin + PAGE_SIZE }
          : { total, readAt: same ? former.readAt : context.now().toISOString() };
        articles = { ...articles, [article]: state };
        yield { rows: comment.length, comments: comment.map((one) => readComment(one, article)), cursor: { articles } };
      }
    }
  }
}

/** The token of an account is the same for two hours, however often it is asked for, so WeChat itself keeps it for us. */
async function logIn({ appId }: WeChatConfig, { http, site, secrets }: Context): Promise<string> {
  const json = { grant_type: 'client_credential', appid: appId, secret: secrets.appSecret };
  const { data } = await http.json(tokenAnswerSchema, `${site('api')}/cgi-bin/stable_token`, { json });
  return granted(data).access_token;
}

interface CommentList {
  readonly total: number;
  readonly comment: WeChatComment[];
}

async function list(
  article: string,
  { http, site }: Context,
  { token, begin }: { token: string; begin: number },
): Promise<CommentList> {
  const [, id, index = '0'] = ARTICLE.exec(article) ?? [];
  // The site takes the token of the hour in the address and no other way.
  const { data } = await http.json(listAnswerSchema, `${site('api')}/cgi-bin/comment/list`, {
    query: { access_token: token },
    json: { msg_data_id: Number(id), index: Number(index), begin, count: PAGE_SIZE, type: 0 },
  });
  return granted(data);
}

function isUnchanged({ total, readAt }: ArticleState, found: number, now: Date): boolean {
  return total === found && readAt !== undefined && now.getTime() - Date.parse(readAt) < WHOLE_AGAIN_MS;
}

/** Ids count within an article. Answers of the account itself are no comments. */
function readComment(
  { user_comment_id, create_time, content, openid }: WeChatComment,
  article: string,
): IncomingComment {
  return {
    externalId: `${article.includes(':') ? article : `${article}:0`}:${user_comment_id}`,
    text: content ?? '',
    publishedAt: new Date(create_time * 1000),
    author: openid ?? null,
  };
}
