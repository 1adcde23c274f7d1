import { webAddressSchema, type SourceCheck } from '@moodline/sources/contract';
import * as z from 'zod';
import { field } from '../config-fields';
import type { Connector, ConnectorContext, ConnectorDescription, SourcePage } from '../connector';
import { previewOf } from '../preview';
import { walkBack, walkCursorSchema, type WalkCursor, type WalkLeg } from '../walk-back';
import { forumAddress } from './discourse-address';
import { DiscourseForum, type ForumKeys } from './discourse-forum';

const configSchema = z.object({
  url: field(webAddressSchema, {
    label: {
      zh: '论坛、话题、分类或标签的地址',
      en: 'Address of a forum, a topic, a category or a tag',
      ja: 'フォーラム、トピック、カテゴリー、タグのいずれかのアドレス',
    },
    hint: {
      zh: '直接从浏览器复制。填论坛首页则读取全部新帖。',
      en: 'As in the browser. Of a forum as a whole, all new posts are read.',
      ja: 'ブラウザーのアドレスをそのまま入れます。フォーラムのトップなら、新しい投稿をすべて読み取ります。',
    },
    placeholder: 'https://forum.example.com/tag/pebblo',
  }),
  apiUser: field(z.string().trim().max(100).default(''), {
    label: { zh: 'API 用户名（可选）', en: 'Name for the API key (optional)', ja: 'API キーの利用者名（任意）' },
    hint: {
      zh: '密钥适用于所有用户时，填写以谁的身份读取。',
      en: 'As whom to read, where the key is good for all users.',
      ja: '全ユーザーに使えるキーの場合、誰として読み取るかを入れます。',
    },
  }),
});
type DiscourseConfig = z.output<typeof configSchema>;

const secretsSchema = z.object({
  apiKey: field(z.string().trim().min(1).max(200).optional(), {
    label: { zh: 'API 密钥（可选）', en: 'API key (optional)', ja: 'API キー（任意）' },
    hint: {
      zh: '仅当论坛需要登录时，向管理员索取；只读权限即可。',
      en: 'Only for forums that want a login; ask the staff for one that may read.',
      ja: 'ログインが必要なフォーラムの場合だけ。読み取り専用のキーを管理者に依頼してください。',
    },
  }),
});
type Context = ConnectorContext<ForumKeys>;

/** Edits, likes and deletions are followed for this long. */
const OVERLAP_MS = 12 * 3_600_000;
/** A check opens no more topics of a list than that, for people wait for it. */
const CHECKED_TOPICS = 2;

/** Reads a forum that runs on Discourse. */
export class DiscourseConnector implements Connector<DiscourseConfig, WalkCursor, ForumKeys> {
  readonly description: ConnectorDescription = {
    kind: 'discourse',
    title: { zh: 'Discourse 论坛', en: 'Discourse forum', ja: 'Discourse フォーラム' },
    about: {
      zh: '读取 Discourse 论坛的最新帖子，或其中一个话题、分类、标签。',
      en: 'Reads the latest posts of a Discourse forum, or one topic, category or tag.',
      ja: 'Discourse フォーラムの新着投稿、またはトピック、カテゴリ、タグの一つを読み取ります。',
    },
    terms: {
      zh: '遵守论坛条款与 robots.txt（使用密钥时除外）；通常每分钟最多 200 次请求。',
      en: 'The terms of the forum apply, and its robots.txt unless it gave you a key; mostly 200 requests a minute.',
      ja: 'フォーラムの規約に従い、キーがなければ robots.txt も守ります。多くは毎分 200 回までです。',
    },
    docs: 'https://docs.discourse.org/',
    backfill: true,
    schedule: 'hourly',
    access: 'pages',
  };
  readonly config = configSchema;
  readonly secrets = secretsSchema;
  readonly cursor = walkCursorSchema;

  async check(config: DiscourseConfig, context: Context): Promise<SourceCheck> {
    const wanted = forumAddress(config.url);
    const forum = new DiscourseForum(wanted.base, config.apiUser, context);
    const { host } = new URL(wanted.base);
    if (wanted.part === 'topic') {
      const { title, posts, ids } = await forum.topic(wanted.id);
      return { title, items: posts, preview: preview(await forum.postsOf(wanted.id, title, ids)) };
    }
    if (wanted.part === 'list')
      return {
        title: `${wanted.name} · ${host}`,
        items: null,
        preview: preview(await forum.list(wanted.path, undefined, context.since, CHECKED_TOPICS)),
      };
    return { title: host, items: null, preview: preview(await forum.latest(undefined)) };
  }

  async *fetchSince(
    config: DiscourseConfig,
    cursor: WalkCursor,
    context: Context,
  ): AsyncGenerator<SourcePage<WalkCursor>> {
    const wanted = forumAddress(config.url);
    const forum = new DiscourseForum(wanted.base, config.apiUser, context);
    const walk = (ask: (next: string | undefined, since: Date) => Promise<WalkLeg>) =>
      walkBack(cursor, { context, overlapMs: OVERLAP_MS, ask });
    if (wanted.part === 'topic') {
      const { title, ids } = await forum.topic(wanted.id);
      yield* walk((before) => forum.postsOf(wanted.id, title, ids, before));
    } else if (wanted.part === 'list') {
      yield* walk((page, since) => forum.list(wanted.path, page, since));
    } else {
      yield* walk((before) => forum.latest(before));
    }
  }
}

const preview = ({ entries }: WalkLeg) => previewOf(entries.flatMap(({ comment }) => comment ?? []));
