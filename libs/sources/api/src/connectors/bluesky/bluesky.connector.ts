import { webAddressSchema, type SourceCheck } from '@moodline/sources/contract';
import * as z from 'zod';
import { field } from '../config-fields';
import type { Connector, ConnectorContext, ConnectorDescription, SourcePage } from '../connector';
import type { HttpAnswer } from '../http/source-http';
import { previewOf } from '../preview';
import { SourceError } from '../source.errors';
import { walkBack, walkCursorSchema, type WalkCursor, type WalkLeg } from '../walk-back';
import { readPost, searchSchema } from './bluesky-posts';

const configSchema = z.object({
  query: field(z.string().trim().min(1).max(300), {
    label: { zh: '关键词', en: 'Words to look for', ja: '検索語' },
    hint: {
      zh: '品牌或产品名；短语请加英文引号。',
      en: 'A brand or product; put a phrase in quotation marks.',
      ja: 'ブランド名や製品名。語句は引用符で囲みます。',
    },
    placeholder: '"Pebblo Air"',
  }),
  language: field(
    z
      .string()
      .trim()
      .regex(/^(?:[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)?$/)
      .default(''),
    {
      label: { zh: '语言（可选）', en: 'Language (optional)', ja: '言語（任意）' },
      hint: {
        zh: '作者标注的语言代码，如 en、zh、ja。',
        en: 'Code of the language as authors give it, such as en, zh or ja.',
        ja: '投稿者が付けた言語コードです（en、zh、ja など）。',
      },
      placeholder: 'en',
    },
  ),
  handle: field(z.string().trim().max(300).default(''), {
    label: { zh: '登录账号', en: 'Account to sign in with', ja: 'サインインするアカウント' },
    hint: {
      zh: '建议填写：不登录时 Bluesky 常拒绝搜索，且只给最新的一页。',
      en: 'Better given: without one, Bluesky often refuses the search, and shows the newest page only.',
      ja: '入力をおすすめします。サインインしないと検索を断られることが多く、最新の一ページしか読めません。',
    },
    placeholder: 'pebblo.bsky.social',
  }),
  service: field(webAddressSchema.default('https://bsky.social'), {
    label: { zh: '账号所在服务器', en: 'Server of the account', ja: 'アカウントのサーバー' },
    hint: {
      zh: '账号不在 bsky.social 时才需修改。',
      en: 'To be changed only for an account elsewhere than on bsky.social.',
      ja: 'bsky.social 以外のアカウントの場合だけ変更します。',
    },
  }),
});
type BlueskyConfig = z.output<typeof configSchema>;

const secretsSchema = z.object({
  appPassword: field(z.string().trim().min(1).max(200).optional(), {
    label: { zh: '应用密码', en: 'App password', ja: 'アプリパスワード' },
    hint: {
      zh: '在“设置 → 隐私与安全 → 应用密码”中创建；请勿填写账号密码。',
      en: 'Made under Settings → Privacy and security → App passwords. Not the password of the account.',
      ja: '「設定 → プライバシーとセキュリティ → アプリパスワード」で作成します。アカウントのパスワードは入力しないでください。',
    },
  }),
});
type Context = ConnectorContext<z.output<typeof secretsSchema>>;

const sessionSchema = z.object({ accessJwt: z.string().min(1) });

/** Likes and replies are followed for this long; it also covers what the index learns of late. Posts cannot be edited. */
const OVERLAP_MS = 6 * 3_600_000;
const PAGE_SIZE = 100;

/** Where the search is asked, and as whom. */
interface Entrance {
  readonly address: string;
  readonly token: string | null;
}

/** Reads Bluesky by its search. */
export class BlueskyConnector implements Connector<BlueskyConfig, WalkCursor, z.output<typeof secretsSchema>> {
  readonly description: ConnectorDescription = {
    kind: 'bluesky',
    title: { zh: 'Bluesky', en: 'Bluesky', ja: 'Bluesky' },
    about: {
      zh: '按关键词搜索 Bluesky 的帖子和回复。',
      en: 'Reads posts and replies of Bluesky that hold certain words.',
      ja: '指定した言葉を含む Bluesky の投稿と返信を読み取ります。',
    },
    terms: {
      zh: '搜索接口供人使用而设，并非批量采集：请用较慢的频率和具体的关键词。不登录只读最新一页，且时常被拒绝。不愿公开给未登录者的作者不会被读取。',
      en: 'The search is meant for people, not for collecting in bulk: take a slow schedule and telling words. Without signing in only the newest page is read, and often refused. Authors who do not want to be shown outside are left out.',
      ja: '検索は人が使うためのもので、大量収集用ではありません。ゆっくりした間隔と具体的な語を選んでください。サインインしないと最新の一ページだけで、断られることもよくあります。外部への表示を望まない人の投稿は読み取りません。',
    },
    docs: 'https://docs.bsky.app/docs/api/app-bsky-feed-search-posts',
    backfill: true,
    schedule: 'hourly',
    access: 'api',
  };
  readonly config = configSchema;
  readonly secrets = secretsSchema;
  readonly cursor = walkCursorSchema;
  readonly sites = { public: 'https://public.api.bsky.app' };

  async check(config: BlueskyConfig, context: Context): Promise<SourceCheck> {
    const { posts, hitsTotal } = await search(config, context, await enter(config, context), {});
    return {
      title: `Bluesky: ${config.query}`,
      items: hitsTotal ?? null,
      preview: previewOf(posts.map(readPost).flatMap(({ comment }) => comment ?? [])),
    };
  }

  async *fetchSince(
    config: BlueskyConfig,
    cursor: WalkCursor,
    context: Context,
  ): AsyncGenerator<SourcePage<WalkCursor>> {
    const entrance = await enter(config, context);
    const ask = async (mark: string | undefined, since: Date): Promise<WalkLeg> => {
      const [until, place] = (mark ?? '').split(PLACE_WITHIN);
      const range = { since: since.toISOString(), until: until || undefined, cursor: place };
      const { posts, cursor: more } = await search(config, context, entrance, range);
      const entries = posts.map(readPost);
      // Further pages are for those who are signed in; the site does not want to hand them to others.
      if (!more || !entrance.token) return { entries };
      const times = entries.map(({ time }) => time);
      // What moderation hides is taken out of a page. Of an empty one only the mark of the site leads on.
      return { entries, next: before(times, until) ?? `${until ?? ''}${PLACE_WITHIN}${more}` };
    };
    yield* walkBack(cursor, { context, overlapMs: OVERLAP_MS, ask });
  }
}

/** Between the end of a period and the site's own mark of a place within it. */
const PLACE_WITHIN = '#';

/**
 * The next page ends where this one does. By time and not by the site's own mark, which counts posts and is good for the first
 * 10,000 of them. `until` is exclusive: the last instant is asked for again, for there may be more of it, unless it was all there was.
 */
function before(times: readonly Date[], until: string | undefined): string | null {
  const oldest = Math.min(...times.map((time) => time.getTime()).filter((time) => !Number.isNaN(time)));
  if (!Number.isFinite(oldest)) return null;
  const next = new Date(oldest + 1).toISOString();
  return next === until ? new Date(oldest).toISOString() : next;
}

async function enter({ handle, service }: BlueskyConfig, { http, site, secrets }: Context): Promise<Entrance> {
  if (!handle || !secrets.appPassword) return { address: site('public'), token: null };
  const address = new URL(service).origin;
  const { data } = await http.json(sessionSchema, `${address}/xrpc/com.atproto.server.createSession`, {
    json: { identifier: handle.replace(/^@/, ''), password: secrets.appPassword },
  });
  return { address, token: data.accessJwt };
}

async function search(
  { query, language }: BlueskyConfig,
  { http }: Context,
  { address, token }: Entrance,
  range: { since?: string; until?: string | undefined; cursor?: string | undefined },
) {
  const { data } = await http.json(searchSchema, `${address}/xrpc/app.bsky.feed.searchPosts`, {
    query: { q: query, sort: 'latest', lang: language || undefined, limit: PAGE_SIZE, ...range },
    headers: token ? { authorization: `Bearer ${token}` } : {},
    explain: (answer) => (token ? null : explainToStrangers(answer)),
  });
  return data;
}

function explainToStrangers({ status }: HttpAnswer): SourceError | null {
  if (status !== 401 && status !== 403) return null;
  return new SourceError(
    status === 401 ? 'source-unauthorised' : 'source-blocked',
    `Bluesky does not let strangers search just now (${status}). Enter an account and an app password of it in the settings of this source.`,
  );
}
