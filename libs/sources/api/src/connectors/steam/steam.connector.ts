import type { SourceCheck } from '@moodline/sources/contract';
import * as z from 'zod';
import { field, noSecrets } from '../config-fields';
import type { Connector, ConnectorContext, ConnectorDescription, SourcePage } from '../connector';
import { previewOf } from '../preview';
import { SourceError } from '../source.errors';
import { walkBack, walkCursorSchema, type WalkCursor, type WalkLeg } from '../walk-back';
import { readReview, reviewsAnswerSchema, type ReviewsAnswer } from './steam-reviews';

const APP = /^(?:https:\/\/store\.steampowered\.com\/app\/)?(\d{1,10})(?:\/.*)?$/;

const configSchema = z.object({
  app: field(z.string().trim().max(300).regex(APP, 'Enter the number of the app, or its address in the store.'), {
    label: { zh: '应用编号或商店地址', en: 'App number or store address', ja: 'アプリ番号、またはストアのアドレス' },
    hint: {
      zh: '商店地址 /app/ 后面的数字。',
      en: 'The number behind /app/ in the address of the store page.',
      ja: 'ストアのアドレスで /app/ の後ろにある数字です。',
    },
    placeholder: 'https://store.steampowered.com/app/000000/',
  }),
  language: field(
    z
      .enum([
        'all',
        'schinese',
        'tchinese',
        'english',
        'japanese',
        'koreana',
        'german',
        'french',
        'spanish',
        'russian',
        'brazilian',
      ])
      .default('all'),
    {
      label: { zh: '评测语言', en: 'Language of the reviews', ja: 'レビューの言語' },
      options: {
        all: { zh: '全部', en: 'All', ja: 'すべて' },
        schinese: { zh: '简体中文', en: 'Simplified Chinese', ja: '中国語（簡体字）' },
        tchinese: { zh: '繁体中文', en: 'Traditional Chinese', ja: '中国語（繁体字）' },
        english: { zh: '英语', en: 'English', ja: '英語' },
        japanese: { zh: '日语', en: 'Japanese', ja: '日本語' },
        koreana: { zh: '韩语', en: 'Korean', ja: '韓国語' },
        german: { zh: '德语', en: 'German', ja: 'ドイツ語' },
        french: { zh: '法语', en: 'French', ja: 'フランス語' },
        spanish: { zh: '西班牙语', en: 'Spanish', ja: 'スペイン語' },
        russian: { zh: '俄语', en: 'Russian', ja: 'ロシア語' },
        brazilian: { zh: '巴西葡萄牙语', en: 'Brazilian Portuguese', ja: 'ポルトガル語（ブラジル）' },
      },
    },
  ),
  bought: field(z.enum(['all', 'steam', 'non_steam_purchase']).default('all'), {
    label: { zh: '购买渠道', en: 'Where it was bought', ja: '購入元' },
    options: {
      all: { zh: '全部', en: 'Anywhere', ja: 'すべて' },
      steam: { zh: '在 Steam 购买', en: 'On Steam', ja: 'Steam で購入' },
      non_steam_purchase: { zh: '其他渠道', en: 'Elsewhere', ja: 'ほかで購入' },
    },
  }),
});
type SteamConfig = z.output<typeof configSchema>;

/** Votes go on for a while without a review being changed. */
const OVERLAP_MS = 3 * 3_600_000;
const PAGE_SIZE = 100;
/** The mark of the newest page. */
const START = '*';

/** Reads the reviews of an app on Steam, by their latest change, so that edits are followed. */
export class SteamConnector implements Connector<SteamConfig, WalkCursor> {
  readonly description: ConnectorDescription = {
    kind: 'steam',
    title: { zh: 'Steam 评测', en: 'Steam reviews', ja: 'Steam レビュー' },
    about: {
      zh: '读取一款 Steam 应用或游戏的玩家评测。',
      en: 'Reads what players write about an app or game on Steam.',
      ja: 'Steam のアプリやゲームに書かれたレビューを読み取ります。',
    },
    terms: {
      zh: 'Steam 公开的评测接口，无需密钥。评测可随时修改，修改后会重新读取。',
      en: 'A public interface of Steam without a key. Players can change a review at any time; it is then read again.',
      ja: 'Steam の公開 API で、キーは不要です。レビューはいつでも書き換えられ、そのときは読み直します。',
    },
    docs: 'https://partner.steamgames.com/doc/store/getreviews',
    backfill: true,
    schedule: 'hourly',
    access: 'api',
  };
  readonly config = configSchema;
  readonly secrets = noSecrets;
  readonly cursor = walkCursorSchema;
  readonly sites = { store: 'https://store.steampowered.com' };

  async check(config: SteamConfig, context: ConnectorContext<unknown>): Promise<SourceCheck> {
    const { reviews, query_summary } = await ask(config, context, START);
    return {
      title: `Steam: ${appId(config)}`,
      items: query_summary?.total_reviews ?? null,
      preview: previewOf((reviews ?? []).flatMap((review) => readReview(review).comment ?? [])),
    };
  }

  async *fetchSince(
    config: SteamConfig,
    cursor: WalkCursor,
    context: ConnectorContext<unknown>,
  ): AsyncGenerator<SourcePage<WalkCursor>> {
    yield* walkBack(cursor, {
      context,
      overlapMs: OVERLAP_MS,
      ask: async (next) => leg(await ask(config, context, next ?? START)),
    });
  }
}

async function ask(
  config: SteamConfig,
  { http, site }: ConnectorContext<unknown>,
  cursor: string,
): Promise<ReviewsAnswer> {
  const query = {
    json: 1,
    filter: 'updated',
    language: config.language,
    purchase_type: config.bought,
    review_type: 'all',
    filter_offtopic_activity: 0,
    num_per_page: PAGE_SIZE,
    cursor,
  };
  const { data } = await http.json(reviewsAnswerSchema, `${site('store')}/appreviews/${appId(config)}`, { query });
  if (data.success !== 1)
    throw new SourceError(
      'source-not-found',
      `Steam knows no app with the number ${appId(config)}. Check the address of the store page.`,
    );
  return data;
}

/** A short or empty page is not the last one while its cursor is a new one. */
function leg({ reviews, cursor }: ReviewsAnswer): WalkLeg {
  return { entries: (reviews ?? []).map(readReview), next: cursor };
}

const appId = ({ app }: SteamConfig) => APP.exec(app)?.[1] ?? app;
