import type { SourceCheck } from '@moodline/sources/contract';
import * as z from 'zod';
import { field } from '../config-fields';
import type { Connector, ConnectorContext, ConnectorDescription, SourcePage } from '../connector';
import { previewOf } from '../preview';
import { SourceError } from '../source.errors';
import { walkBack, walkCursorSchema, type WalkCursor, type WalkLeg } from '../walk-back';
import {
  readThread,
  repliesSchema,
  threadsSchema,
  titledSchema,
  type YouTubeComment,
  type YouTubeThread,
} from './youtube-comments';
import { explainYouTube, PAGE_EXPIRED } from './youtube-errors';
import { youtubeTarget } from './youtube-target';

const configSchema = z.object({
  target: field(
    z
      .string()
      .trim()
      .min(1)
      .max(300)
      .refine((text) => youtubeTarget(text) !== null, 'Enter the address of a video or of a channel, or its id.'),
    {
      label: { zh: '视频或频道', en: 'Video or channel', ja: '動画またはチャンネル' },
      hint: {
        zh: '地址、ID 或 @频道名均可；填频道则读取其全部视频的评论。',
        en: 'Its address, its id or an @handle. Of a channel, the comments of all videos are read.',
        ja: 'アドレス、ID、@ハンドルのいずれか。チャンネルなら全動画のコメントを読み取ります。',
      },
      placeholder: 'https://www.youtube.com/@pebblo',
    },
  ),
  replies: field(z.boolean().default(true), {
    label: { zh: '读取回复', en: 'Read replies', ja: '返信も読み取る' },
    hint: {
      zh: '回复较多的评论串各需一次额外请求（一个配额单位）。',
      en: 'Each thread with many replies costs one more request (one unit of the quota).',
      ja: '返信の多いスレッドごとに、リクエストが一回（割り当て 1 単位）増えます。',
    },
  }),
});
type YouTubeConfig = z.output<typeof configSchema>;

const secretsSchema = z.object({
  key: field(z.string().trim().min(10).max(200), {
    label: { zh: 'API 密钥', en: 'API key', ja: 'API キー' },
    hint: {
      zh: '在 Google Cloud 控制台启用 YouTube Data API v3 后创建。',
      en: 'Made in the Google Cloud console, in a project with the YouTube Data API v3 switched on.',
      ja: 'Google Cloud コンソールで YouTube Data API v3 を有効にしたプロジェクトに作成します。',
    },
  }),
});
type Context = ConnectorContext<z.output<typeof secretsSchema>>;

/** Threads are listed by their first comment. Replies to older threads than this are not found. */
const OVERLAP_MS = 3 * 24 * 3_600_000;
const PAGE_SIZE = 100;
/** Pages of replies to one comment; those behind it are left. */
const MAX_REPLY_PAGES = 10;

/** Reads the comments of a video or a channel by the YouTube Data API. */
export class YouTubeConnector implements Connector<YouTubeConfig, WalkCursor, z.output<typeof secretsSchema>> {
  readonly description: ConnectorDescription = {
    kind: 'youtube',
    title: { zh: 'YouTube 评论', en: 'YouTube comments', ja: 'YouTube コメント' },
    about: {
      zh: '读取一个视频或一个频道全部视频的评论与回复。',
      en: 'Reads comments and replies of a video, or of all videos of a channel.',
      ja: '動画一本、またはチャンネルの全動画のコメントと返信を読み取ります。',
    },
    terms: {
      zh: '每个密钥每天一万个配额单位，每一百条评论约一个单位，太平洋时间零点重置。条款要求三十天内刷新或删除所存数据：请设置保留期限。',
      en: 'A key has 10,000 units a day, a hundred comments cost about one; it is filled at midnight Pacific Time. The terms want stored data renewed or deleted within 30 days: set a retention.',
      ja: 'キーごとに一日 10,000 単位で、コメント 100 件に約 1 単位かかり、太平洋時間の午前 0 時に回復します。規約では保存データを 30 日以内に更新または削除する必要があるため、保存期間を設定してください。',
    },
    docs: 'https://developers.google.com/youtube/v3/getting-started',
    backfill: true,
    schedule: 'every-6-hours',
    access: 'api',
  };
  readonly config = configSchema;
  readonly secrets = secretsSchema;
  readonly cursor = walkCursorSchema;
  readonly sites = { api: 'https://www.googleapis.com' };

  async check({ target }: YouTubeConfig, context: Context): Promise<SourceCheck> {
    const wanted = targetOf(target);
    const found = await ask(context, titledSchema, 'video' in wanted ? 'videos' : 'channels', {
      part: 'snippet,statistics',
      ...selector(wanted),
    });
    const subject = foundOne(found, target);
    const { items } = await threads(
      context,
      'video' in wanted ? { videoId: subject.id } : { allThreadsRelatedToChannelId: subject.id },
    );
    const comments = items.flatMap((thread) => readThread(thread, [])).flatMap(({ comment }) => comment ?? []);
    // A channel counts something else under the same name.
    const count = 'video' in wanted ? Number(subject.statistics?.commentCount ?? Number.NaN) : Number.NaN;
    return {
      title: subject.snippet?.title ?? null,
      items: Number.isInteger(count) ? count : null,
      preview: previewOf(comments),
    };
  }

  async *fetchSince(
    { target, replies }: YouTubeConfig,
    cursor: WalkCursor,
    context: Context,
  ): AsyncGenerator<SourcePage<WalkCursor>> {
    const filter = await filterOf(target, context);
    const leg = async (pageToken?: string): Promise<WalkLeg> => {
      const { items, nextPageToken } = await threads(context, filter, pageToken);
      const entries = [];
      for (const thread of items) entries.push(...readThread(thread, replies ? await repliesTo(thread, context) : []));
      // Threads are in order, with the replies to each between them.
      const order = items.map(({ snippet }) => new Date(snippet.topLevelComment.snippet.publishedAt));
      return { entries, next: nextPageToken, order };
    };
    yield* walkBack(cursor, { context, overlapMs: OVERLAP_MS, ask: (pageToken) => fromHereOrTheTop(leg, pageToken) });
  }
}

/** A run that went on from an old mark begins at the top again; comments that were stored already do no harm. */
async function fromHereOrTheTop(
  leg: (pageToken?: string) => Promise<WalkLeg>,
  pageToken: string | undefined,
): Promise<WalkLeg> {
  try {
    return await leg(pageToken);
  } catch (error) {
    if (error instanceof SourceError && error.code === PAGE_EXPIRED && pageToken) return leg();
    throw error;
  }
}

async function threads(context: Context, filter: Filter, pageToken?: string): Promise<z.output<typeof threadsSchema>> {
  return ask(context, threadsSchema, 'commentThreads', {
    part: 'snippet,replies',
    ...filter,
    order: 'time',
    textFormat: 'plainText',
    maxResults: PAGE_SIZE,
    pageToken,
  });
}

/** A thread brings some of its replies along. All of them are asked for only where there are more. */
async function repliesTo(thread: YouTubeThread, context: Context): Promise<YouTubeComment[]> {
  const known = thread.replies?.comments ?? [];
  if ((thread.snippet.totalReplyCount ?? 0) <= known.length) return known;
  const replies: YouTubeComment[] = [];
  let pageToken: string | undefined;
  for (let page = 0; page < MAX_REPLY_PAGES; page++) {
    const { items, nextPageToken } = await ask(context, repliesSchema, 'comments', {
      part: 'snippet',
      parentId: thread.id,
      textFormat: 'plainText',
      maxResults: PAGE_SIZE,
      pageToken,
    });
    replies.push(...items);
    if (!nextPageToken || nextPageToken === pageToken) break;
    pageToken = nextPageToken;
  }
  return replies;
}

type Filter = { readonly videoId: string } | { readonly allThreadsRelatedToChannelId: string };

async function filterOf(target: string, context: Context): Promise<Filter> {
  const wanted = targetOf(target);
  if ('video' in wanted) return { videoId: wanted.video };
  if ('channel' in wanted) return { allThreadsRelatedToChannelId: wanted.channel };
  return {
    allThreadsRelatedToChannelId: foundOne(
      await ask(context, titledSchema, 'channels', { part: 'id', ...selector(wanted) }),
      target,
    ).id,
  };
}

function selector(wanted: ReturnType<typeof targetOf>): { id: string } | { forHandle: string } {
  if ('handle' in wanted) return { forHandle: wanted.handle };
  return { id: 'video' in wanted ? wanted.video : wanted.channel };
}

function targetOf(target: string) {
  const wanted = youtubeTarget(target);
  if (!wanted)
    throw new SourceError(
      'source-not-found',
      'This is no video and no channel of YouTube. Enter its address or its id.',
    );
  return wanted;
}

function foundOne({ items }: z.output<typeof titledSchema>, target: string) {
  const [one] = items ?? [];
  if (!one)
    throw new SourceError(
      'source-not-found',
      `YouTube knows nothing under "${target}". It may be private, removed or mistyped.`,
    );
  return one;
}

/** The key goes into a header: addresses are written down on their way. */
async function ask<T>(
  { http, site, secrets, now }: Context,
  schema: z.ZodType<T>,
  what: string,
  query: Readonly<Record<string, string | number | undefined>>,
): Promise<T> {
  const { data } = await http.json(schema, `${site('api')}/youtube/v3/${what}`, {
    query,
    headers: { 'x-goog-api-key': secrets.key },
    explain: (answer) => explainYouTube(answer, now()),
  });
  return data;
}
