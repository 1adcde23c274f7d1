import { webAddressSchema } from '@moodline/sources/contract';
import * as z from 'zod';
import { field } from '../config-fields';
import { keyField, keyHeaderField } from '../key-header';
import { timeZoneField } from '../time-zone';
import { countUndatedField } from '../undated';
import { isJsonPath, MAX_PATH } from './json-path';

const PATH_ERROR = 'This is no JSONPath. Examples: $.data.comments, user.name';
const path = z.string().trim().min(1).max(MAX_PATH).refine(isJsonPath, PATH_ERROR);
const noPath = z
  .string()
  .trim()
  .max(MAX_PATH)
  .refine((written) => written === '' || isJsonPath(written), PATH_ERROR)
  .default('');

/** Where things are in the answer of an interface, and how it is leafed through. */
export const jsonApiConfigSchema = z
  .object({
    url: field(webAddressSchema, {
      label: { zh: '接口地址', en: 'Address of the interface', ja: 'API のアドレス' },
      hint: {
        zh: '地址中的 {since} 会替换为上次读到的时间（ISO 8601），{since_unix} 为秒数。',
        en: '{since} in it stands for the time up to which was read before (ISO 8601), {since_unix} for the same in seconds.',
        ja: 'アドレス中の {since} は前回読み取った時刻（ISO 8601）に、{since_unix} はその秒数に置き換わります。',
      },
      placeholder: 'https://shop.example.com/api/comments?from={since}',
    }),
    items: field(path, {
      label: {
        zh: '评论列表的位置（JSONPath）',
        en: 'Place of the list of comments (JSONPath)',
        ja: 'コメント一覧の位置（JSONPath）',
      },
      placeholder: '$.data.comments',
    }),
    text: field(path, {
      label: { zh: '正文', en: 'Text', ja: '本文' },
      hint: {
        zh: '相对于一条评论的位置；以下各项相同。',
        en: 'Within one comment, as all that follow.',
        ja: 'コメント一件の中での位置です。以下の項目も同じです。',
      },
      placeholder: 'content',
    }),
    time: field(path, { label: { zh: '时间', en: 'Time', ja: '時刻' }, placeholder: 'created_at' }),
    id: field(noPath, {
      label: { zh: '编号', en: 'Id', ja: 'ID' },
      hint: {
        zh: '不填则以正文、时间和作者识别重复。',
        en: 'Without it, the same text by the same author at the same time is the same comment.',
        ja: '空欄なら、本文、時刻、投稿者が同じものを同じコメントとみなします。',
      },
      placeholder: 'id',
    }),
    author: field(noPath, { label: { zh: '作者', en: 'Author', ja: '投稿者' }, placeholder: 'user.name' }),
    likes: field(noPath, { label: { zh: '点赞数', en: 'Likes', ja: 'いいね数' }, placeholder: 'likes' }),
    link: field(noPath, { label: { zh: '链接', en: 'Link', ja: 'リンク' }, placeholder: 'url' }),
    parent: field(noPath, {
      label: { zh: '所回复评论的编号', en: 'Id of the comment it answers', ja: '返信先のコメントの ID' },
      placeholder: 'parent_id',
    }),
    version: field(noPath, {
      label: { zh: '应用版本', en: 'Version of the app', ja: 'アプリのバージョン' },
      placeholder: 'app_version',
    }),
    html: field(z.boolean().default(false), {
      label: { zh: '正文是 HTML', en: 'The text is HTML', ja: '本文は HTML' },
    }),
    timeZone: timeZoneField,
    countUndated: countUndatedField,
    paging: field(z.enum(['none', 'page', 'cursor', 'link']).default('none'), {
      label: { zh: '翻页方式', en: 'How it is leafed through', ja: 'ページの進め方' },
      options: {
        none: { zh: '不翻页', en: 'It has one page', ja: '一ページのみ' },
        page: { zh: '页码', en: 'By page number', ja: 'ページ番号' },
        cursor: { zh: '游标', en: 'By a cursor in the answer', ja: '応答に含まれるカーソル' },
        link: { zh: '下一页链接', en: 'By a link to the next page', ja: '次のページへのリンク' },
      },
    }),
    parameter: field(
      z
        .string()
        .trim()
        .max(60)
        .regex(/^[\w.[\]-]*$/)
        .default(''),
      {
        label: {
          zh: '页码或游标的参数名',
          en: 'Parameter of the page number or cursor',
          ja: 'ページ番号またはカーソルのパラメーター名',
        },
        hint: {
          zh: '默认为 page 或 cursor。',
          en: 'By default page or cursor.',
          ja: '既定は page または cursor です。',
        },
      },
    ),
    firstPage: field(z.number().int().min(0).max(1).default(1), {
      label: { zh: '首页页码', en: 'Number of the first page', ja: '最初のページの番号' },
    }),
    next: field(noPath, {
      label: {
        zh: '游标或下一页链接的位置（JSONPath）',
        en: 'Place of the cursor or of the link (JSONPath)',
        ja: 'カーソルまたは次ページのリンクの位置（JSONPath）',
      },
      hint: {
        zh: '链接方式下不填则读取 Link 响应头。',
        en: 'For links, the Link header is read without it.',
        ja: 'リンクの場合、空欄なら Link ヘッダーを読み取ります。',
      },
      placeholder: '$.paging.next',
    }),
    order: field(z.enum(['newest-first', 'any']).default('newest-first'), {
      label: { zh: '顺序', en: 'Order', ja: '順序' },
      hint: {
        zh: '从新到旧时，读到上次的位置即停；其他顺序每次读完全部页。',
        en: 'With the newest first, reading stops where it stopped before. In any other order all pages are read each time.',
        ja: '新しい順なら前回の位置で止まります。その他の順序では毎回全ページを読み取ります。',
      },
      options: {
        'newest-first': { zh: '从新到旧', en: 'Newest first', ja: '新しい順' },
        any: { zh: '其他', en: 'Any other', ja: 'その他' },
      },
    }),
    header: keyHeaderField,
  })
  .refine(({ paging, next }) => paging !== 'cursor' || next !== '', {
    path: ['next'],
    error: 'Say where in the answer the cursor is.',
  });
export type JsonApiConfig = z.output<typeof jsonApiConfigSchema>;

/** None for an interface that is open to all. */
export const jsonApiSecretsSchema = z.object({ key: keyField });
export type JsonApiSecrets = z.output<typeof jsonApiSecretsSchema>;
