import { webAddressSchema, type SourceCheck } from '@moodline/sources/contract';
import * as z from 'zod';
import { answersField, field } from '../config-fields';
import type { AnswerToSend, Connector, ConnectorContext, ConnectorDescription, SourcePage } from '../connector';
import { linkTo } from '../http/link-header';
import { listWithoutHoles } from '../loose-fields';
import type { HttpAnswer } from '../http/source-http';
import { previewOf } from '../preview';
import { SourceError } from '../source.errors';
import { walkBack, walkCursorSchema, type WalkCursor, type WalkLeg } from '../walk-back';
import { sendStatus } from './mastodon-answer';
import { readStatus, statusSchema } from './mastodon-status';

const configSchema = z
  .object({
    instance: field(webAddressSchema, {
      label: { zh: '实例地址', en: 'Address of the instance', ja: 'インスタンスのアドレス' },
      hint: {
        zh: '只读取这台实例所知的嘟文；大型实例看到的更多。',
        en: 'Only what this instance knows of is read; a large one knows more.',
        ja: 'このインスタンスが把握している投稿だけを読み取ります。大きなインスタンスほど多く見えます。',
      },
      placeholder: 'https://mastodon.social',
    }),
    read: field(z.enum(['hashtag', 'account', 'local']).default('hashtag'), {
      label: { zh: '读取内容', en: 'What to read', ja: '読み取るもの' },
      options: {
        hashtag: { zh: '话题标签', en: 'A hashtag', ja: 'ハッシュタグ' },
        account: { zh: '一个账号的嘟文', en: 'What an account writes', ja: 'アカウントの投稿' },
        local: {
          zh: '本站公开时间线',
          en: 'The public timeline of the instance',
          ja: 'インスタンスの公開タイムライン',
        },
      },
    }),
    name: field(z.string().trim().max(200).default(''), {
      label: { zh: '标签或账号', en: 'Hashtag or account', ja: 'ハッシュタグまたはアカウント' },
      hint: {
        zh: '标签不含 #；账号写作 name 或 name@instance。公开时间线无需填写。',
        en: 'A hashtag without #, or an account as name or name@instance. Not needed for the public timeline.',
        ja: 'ハッシュタグは # なし、アカウントは name または name@instance の形です。公開タイムラインでは不要です。',
      },
      placeholder: 'pebblo',
    }),
    answers: answersField('write:statuses'),
  })
  .refine(({ read, name }) => read === 'local' || bare(name), {
    path: ['name'],
    error: 'Enter the hashtag or the account to read.',
  });
type MastodonConfig = z.output<typeof configSchema>;

const secretsSchema = z.object({
  token: field(z.string().trim().min(1).max(500).optional(), {
    label: { zh: '访问令牌（可选）', en: 'Access token (optional)', ja: 'アクセストークン（任意）' },
    hint: {
      zh: '仅当实例不公开时间线时需要：在“设置 → 开发”中新建应用，权限选 read:statuses。',
      en: 'Only where the instance keeps its timelines to members: create an application under Settings → Development with the right read:statuses.',
      ja: 'タイムラインを公開していないインスタンスの場合だけ必要です。「設定 → 開発」でアプリを作成し、read:statuses の権限を付けます。',
    },
  }),
});
type MastodonSecrets = z.output<typeof secretsSchema>;

/** Edits, favourites and statuses that reach the instance late are followed for this long. */
const OVERLAP_MS = 24 * 3_600_000;
const PAGE_SIZE = 40;

/** Reads an instance of Mastodon, or of software that speaks as it does: a hashtag, an account or the public timeline. */
export class MastodonConnector implements Connector<MastodonConfig, WalkCursor, MastodonSecrets> {
  readonly description: ConnectorDescription = {
    kind: 'mastodon',
    title: { zh: 'Mastodon', en: 'Mastodon', ja: 'Mastodon' },
    about: {
      zh: '读取 Mastodon 实例上某个话题标签、账号或公开时间线的嘟文。',
      en: 'Reads a hashtag, an account or the public timeline of a Mastodon instance.',
      ja: 'Mastodon サーバーのハッシュタグ、アカウント、公開タイムラインを読み取ります。',
    },
    terms: {
      zh: '公开接口，每个 IP 每五分钟 300 次请求；各实例另有规则，请先阅读，部分实例不欢迎采集。',
      en: 'A public interface, 300 requests in five minutes from one address. Each instance has rules of its own; read them first, for some do not welcome collecting.',
      ja: '公開 API で、一つの IP アドレスから 5 分に 300 回までです。インスタンスごとに規則があり、収集を歓迎しないところもあるため、先に確認してください。',
    },
    docs: 'https://docs.joinmastodon.org/client/public/',
    backfill: true,
    schedule: 'hourly',
    access: 'api',
  };
  readonly config = configSchema;
  readonly secrets = secretsSchema;
  readonly cursor = walkCursorSchema;
  readonly answers = {
    allowed: ({ answers }: MastodonConfig, { token }: MastodonSecrets) => answers && token !== undefined,
    send: ({ instance }: MastodonConfig, answer: AnswerToSend, context: ConnectorContext<MastodonSecrets>) =>
      sendStatus(new URL(instance).origin, answer, context),
  };

  async check(config: MastodonConfig, context: ConnectorContext<MastodonSecrets>): Promise<SourceCheck> {
    const { entries } = await readTimeline(await timelineOf(config, context), context);
    const { host } = new URL(config.instance);
    const title = {
      hashtag: `#${bare(config.name)} · ${host}`,
      account: `@${bare(config.name)} · ${host}`,
      local: host,
    }[config.read];
    return { title, items: null, preview: previewOf(entries.flatMap(({ comment }) => comment ?? [])) };
  }

  async *fetchSince(
    config: MastodonConfig,
    cursor: WalkCursor,
    context: ConnectorContext<MastodonSecrets>,
  ): AsyncGenerator<SourcePage<WalkCursor>> {
    const timeline = await timelineOf(config, context);
    yield* walkBack(cursor, { context, overlapMs: OVERLAP_MS, ask: (maxId) => readTimeline(timeline, context, maxId) });
  }
}

interface Timeline {
  readonly address: string;
  readonly query: Readonly<Record<string, boolean>>;
}

/** Where a timeline is found. An account is known to the interface by a number, which is asked for. */
async function timelineOf(
  { instance, read, name }: MastodonConfig,
  context: ConnectorContext<MastodonSecrets>,
): Promise<Timeline> {
  const api = `${new URL(instance).origin}/api/v1`;
  if (read === 'local') return { address: `${api}/timelines/public`, query: { local: true } };
  if (read === 'hashtag') return { address: `${api}/timelines/tag/${encodeURIComponent(bare(name))}`, query: {} };
  const { data } = await context.http.json(z.object({ id: z.string().min(1) }), `${api}/accounts/lookup`, {
    query: { acct: bare(name) },
    ...authority(context),
  });
  return { address: `${api}/accounts/${encodeURIComponent(data.id)}/statuses`, query: { exclude_reblogs: true } };
}

/** Of the link to the next page only the mark is taken: the token goes to no address that an answer names. */
async function readTimeline(
  { address, query }: Timeline,
  context: ConnectorContext<MastodonSecrets>,
  maxId?: string,
): Promise<WalkLeg> {
  const { data, headers } = await context.http.json(listWithoutHoles(statusSchema), address, {
    query: { ...query, limit: PAGE_SIZE, max_id: maxId },
    ...authority(context),
  });
  return {
    entries: data.map(readStatus),
    // What is filtered is taken out of a page: an empty one is not the last while there is a link.
    next: linkTo('next', headers)?.searchParams.get('max_id'),
  };
}

function authority({ secrets }: ConnectorContext<MastodonSecrets>): {
  headers: Record<string, string>;
  explain: (answer: HttpAnswer) => SourceError | null;
} {
  return {
    headers: secrets.token ? { authorization: `Bearer ${secrets.token}` } : {},
    explain: ({ status, url }) => {
      if (secrets.token || ![401, 422].includes(status)) return null;
      return new SourceError(
        'source-unauthorised',
        `${new URL(url).host} shows this to its members only (${status}). Enter an access token of an account there, or choose another instance.`,
      );
    },
  };
}

/** A name without the sign that people put before it. */
const bare = (name: string) => name.replace(/^[#@\s]+/, '');
