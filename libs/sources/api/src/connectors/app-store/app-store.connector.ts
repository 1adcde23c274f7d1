import type { SourceCheck } from '@moodline/sources/contract';
import * as z from 'zod';
import { field, noSecrets } from '../config-fields';
import type { Connector, ConnectorContext, ConnectorDescription, SourcePage } from '../connector';
import { previewOf } from '../preview';
import { walkBack, walkCursorSchema, type WalkCursor, type WalkLeg } from '../walk-back';
import { lastPage, readReviews, reviewFeedSchema } from './app-store-reviews';

const APP = /^(?:https:\/\/apps\.apple\.com\/\S*\/id)?(\d{5,15})(?:\?.*)?$/;
const COUNTRY = /^[a-z]{2}$/i;

const configSchema = z.object({
  app: field(z.string().trim().max(500).regex(APP, 'Enter the number of the app, or its address in the store.'), {
    label: { zh: '应用编号或商店地址', en: 'App number or store address', ja: 'アプリ番号、またはストアのアドレス' },
    hint: {
      zh: 'App Store 地址里 id 后面的数字。',
      en: 'The number behind "id" in the address of the app.',
      ja: 'App Store のアドレスで id の後ろにある数字です。',
    },
    placeholder: 'https://apps.apple.com/cn/app/id000000000',
  }),
  countries: field(
    z
      .array(z.string().trim().regex(COUNTRY, 'Enter the two letters of a country, such as cn or us.'))
      .min(1)
      .max(30)
      .default(['cn']),
    {
      label: { zh: '国家或地区', en: 'Countries', ja: '国または地域' },
      hint: {
        zh: '两个字母的代码；每个国家或地区有自己的评论。',
        en: 'Codes of two letters. Each country has reviews of its own.',
        ja: '2 文字のコードです。レビューは国や地域ごとに分かれています。',
      },
      placeholder: 'cn',
    },
  ),
});
type AppStoreConfig = z.output<typeof configSchema>;

/** Each country is walked back by itself. */
const cursorSchema = z
  .object({ countries: z.record(z.string().regex(/^[a-z]{2}$/), walkCursorSchema).optional() })
  .catch({});
type AppStoreCursor = z.output<typeof cursorSchema>;

/** The store takes some time until a review is in its feed. */
const OVERLAP_MS = 6 * 3_600_000;
/** The feed ends here, however many reviews there are. */
const MAX_PAGES = 10;

/** Reads the customer reviews that Apple publishes as a feed. */
export class AppStoreConnector implements Connector<AppStoreConfig, AppStoreCursor> {
  readonly description: ConnectorDescription = {
    kind: 'app-store',
    title: { zh: 'App Store 评论', en: 'App Store reviews', ja: 'App Store レビュー' },
    about: {
      zh: '读取 Apple App Store 中一款应用在各国家或地区的用户评论。',
      en: 'Reads what customers write about an app in Apple’s App Store, country by country.',
      ja: 'App Store に書かれたアプリのレビューを、国ごとに読み取ります。',
    },
    terms: {
      zh: 'Apple 公开的评论订阅，无需密钥；每个国家或地区只提供最近约 500 条，且会延迟数小时。',
      en: 'A public feed of Apple without a key. It holds the latest 500 reviews or so of each country, some hours late.',
      ja: 'Apple が公開しているフィードで、キーは不要です。国や地域ごとに最新の約 500 件だけが、数時間遅れて出ます。',
    },
    docs: null,
    backfill: true,
    schedule: 'every-6-hours',
    access: 'api',
  };
  readonly config = configSchema;
  readonly secrets = noSecrets;
  readonly cursor = cursorSchema;
  readonly sites = { store: 'https://itunes.apple.com' };

  async check(config: AppStoreConfig, context: ConnectorContext<unknown>): Promise<SourceCheck> {
    const legs: WalkLeg[] = [];
    for (const country of countriesOf(config)) legs.push(await ask(config, context, { country, page: 1 }));
    const comments = legs.flatMap(({ entries }) => entries.flatMap(({ comment }) => comment ?? []));
    return {
      title: `App Store: ${appIdOf(config)} (${countriesOf(config).join(', ')})`,
      items: null,
      preview: previewOf(comments),
    };
  }

  async *fetchSince(
    config: AppStoreConfig,
    cursor: AppStoreCursor,
    context: ConnectorContext<unknown>,
  ): AsyncGenerator<SourcePage<AppStoreCursor>> {
    let countries: Readonly<Record<string, WalkCursor>> = cursor.countries ?? {};
    for (const country of countriesOf(config)) {
      const walk = walkBack(countries[country] ?? {}, {
        context,
        overlapMs: OVERLAP_MS,
        ask: (next) => ask(config, context, { country, page: pageOf(next) }),
      });
      for await (const page of walk) {
        countries = { ...countries, [country]: page.cursor };
        yield { ...page, cursor: { countries } };
      }
    }
  }
}

async function ask(
  config: AppStoreConfig,
  { http, site }: ConnectorContext<unknown>,
  { country, page }: { country: string; page: number },
): Promise<WalkLeg> {
  const appId = appIdOf(config);
  const { data } = await http.json(
    reviewFeedSchema,
    `${site('store')}/${country}/rss/customerreviews/page=${page}/id=${appId}/sortby=mostrecent/json`,
  );
  const entries = readReviews(data, { country, appId });
  return { entries, next: page < Math.min(MAX_PAGES, lastPage(data)) ? String(page + 1) : null };
}

/** A mark that is not a page of the feed means: from the beginning. */
function pageOf(next: string | undefined): number {
  const page = Number(next ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= MAX_PAGES ? page : 1;
}

const appIdOf = ({ app }: AppStoreConfig) => APP.exec(app)?.[1] ?? app;
const countriesOf = ({ countries }: AppStoreConfig) => [...new Set(countries.map((country) => country.toLowerCase()))];
