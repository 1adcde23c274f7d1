import type { SourceCheck } from '@moodline/sources/contract';
import { parseJson } from '../../incoming/json-values';
import type { Connector, ConnectorContext, ConnectorDescription, SourcePage } from '../connector';
import { linkTo } from '../http/link-header';
import type { HttpAnswer } from '../http/source-http';
import { keyHeader } from '../key-header';
import { previewOf } from '../preview';
import { SourceError } from '../source.errors';
import { walkBack, walkCursorSchema, type WalkCursor, type WalkLeg } from '../walk-back';
import { jsonApiConfigSchema, jsonApiSecretsSchema, type JsonApiConfig, type JsonApiSecrets } from './json-api-config';
import { JsonItems } from './json-items';
import { JsonPath } from './json-path';

/** Likes go on, and not every interface is in order to the minute. */
const OVERLAP_MS = 3_600_000;
const NEVER_REACHED = new Date(8.64e15);

type Context = ConnectorContext<JsonApiSecrets>;

/** Reads any interface that answers lists of comments as JSON; the settings say where things are. */
export class JsonApiConnector implements Connector<JsonApiConfig, WalkCursor, JsonApiSecrets> {
  readonly description: ConnectorDescription = {
    kind: 'json-api',
    title: { zh: '通用 JSON 接口', en: 'Any JSON interface', ja: '任意の JSON API' },
    about: {
      zh: '读取以 JSON 返回评论列表的任意接口，用 JSONPath 指明各字段的位置。',
      en: 'Reads any interface that answers lists of comments as JSON; JSONPath says where things are.',
      ja: 'コメントの一覧を JSON で返す API を読み取ります。各項目の場所は JSONPath で指定します。',
    },
    terms: {
      zh: '适用于你自己的系统，或允许你调用其接口的网站；请遵守对方的条款和频率限制。',
      en: 'For systems of your own and for sites that let you use their interface. Their terms and limits apply.',
      ja: '自社のシステム、または API の利用を認めているサイト向けです。相手の規約と回数制限に従ってください。',
    },
    docs: 'https://www.rfc-editor.org/rfc/rfc9535',
    backfill: true,
    schedule: 'hourly',
    access: 'api',
  };
  readonly config = jsonApiConfigSchema;
  readonly secrets = jsonApiSecretsSchema;
  readonly cursor = walkCursorSchema;

  async check(config: JsonApiConfig, context: Context): Promise<SourceCheck> {
    const { entries } = await ask(config, context, { since: context.since });
    const comments = entries.flatMap(({ comment }) => comment ?? []);
    const { host } = new URL(addressOf(config, context.since));
    if (comments.length && !comments.some(({ text }) => text))
      throw new SourceError(
        'malformed-answer',
        `None of the ${comments.length} comments on the first page of ${host} has a text at ${config.text}. Check that place in the settings.`,
      );
    if (comments.length && comments.every(({ publishedAt }) => Number.isNaN(publishedAt.getTime())))
      throw new SourceError(
        'malformed-answer',
        `None of the ${comments.length} comments on the first page of ${host} has a time at ${config.time}. Check that place in the settings.`,
      );
    return { title: host, items: config.paging === 'none' ? comments.length : null, preview: previewOf(comments) };
  }

  async *fetchSince(
    config: JsonApiConfig,
    cursor: WalkCursor,
    context: Context,
  ): AsyncGenerator<SourcePage<WalkCursor>> {
    yield* walkBack(cursor, {
      context,
      overlapMs: OVERLAP_MS,
      ask: (next, since) => ask(config, context, { next, since }),
    });
  }
}

async function ask(
  config: JsonApiConfig,
  context: Context,
  { next, since }: { next?: string | undefined; since: Date },
): Promise<WalkLeg> {
  const { http, secrets } = context;
  const address = addressOf(config, since);
  const headers = { accept: 'application/json', ...keyHeader(config.header, secrets.key) };
  const answer =
    config.paging === 'link'
      ? await http.fetch(next ? sameSite(next, address) : address, { headers })
      : await http.fetch(address, { headers, query: pageQuery(config, next) });
  const data = parsed(answer);
  const entries = new JsonItems(config, context).read(data, new URL(answer.url));
  return {
    entries,
    // A number can always be counted on; a cursor or a link is an offer of the site, whatever is on this page.
    next: entries.length || config.paging !== 'page' ? nextMark(config, { data, answer, asked: next }) : null,
    ...(config.order === 'any' ? { reached: NEVER_REACHED } : {}),
  };
}

function addressOf({ url }: JsonApiConfig, since: Date): string {
  return url
    .replaceAll('{since}', encodeURIComponent(since.toISOString()))
    .replaceAll('{since_unix}', String(Math.floor(since.getTime() / 1000)));
}

function pageQuery({ paging, parameter, firstPage }: JsonApiConfig, next: string | undefined): Record<string, string> {
  if (paging === 'page') return { [parameter || 'page']: next ?? String(firstPage) };
  return paging === 'cursor' && next !== undefined ? { [parameter || 'cursor']: next } : {};
}

function nextMark(
  { paging, next, firstPage }: JsonApiConfig,
  { data, answer, asked }: { data: unknown; answer: HttpAnswer; asked: string | undefined },
): string | null {
  if (paging === 'none') return null;
  if (paging === 'page') return String(Number(asked ?? firstPage) + 1);
  const mark = next ? new JsonPath(next).text(data) : (linkTo('next', answer.headers)?.href ?? '');
  if (!mark) return null;
  return paging === 'link' ? (URL.parse(mark, answer.url)?.href ?? mark) : mark;
}

/** The key goes along to the next page, so that must lie at the same site. */
function sameSite(next: string, address: string): string {
  const { origin, host } = new URL(address);
  if (!URL.canParse(next) || new URL(next).origin !== origin)
    throw new SourceError(
      'source-unexpected-answer',
      `The link to the next page leads away from ${host}, where it is not followed. Check the place of the link in the settings of this source.`,
    );
  return next;
}

function parsed(answer: HttpAnswer): unknown {
  try {
    return parseJson(answer.text());
  } catch {
    throw new SourceError(
      'malformed-answer',
      `The answer of ${new URL(answer.url).host} is not JSON. Check the address; if it is right, the site has trouble of its own.`,
    );
  }
}
