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
      label: { zh: '接口地址', en: 'Address of the interface' },
      hint: {
        zh: '地址中的 {since} 会替换为上次读到的时间（ISO 8601），{since_unix} 为秒数。',
        en: '{since} in it stands for the time up to which was read before (ISO 8601), {since_unix} for the same in seconds.',
      },
      placeholder: 'https://shop.example.com/api/comments?from={since}',
    }),
    items: field(path, {
      label: { zh: '评论列表的位置（JSONPath）', en: 'Place of the list of comments (JSONPath)' },
      placeholder: '$.data.comments',
    }),
    text: field(path, {
      label: { zh: '正文', en: 'Text' },
      hint: { zh: '相对于一条评论的位置；以下各项相同。', en: 'Within one comment, as all that follow.' },
      placeholder: 'content',
    }),
    time: field(path, { label: { zh: '时间', en: 'Time' }, placeholder: 'created_at' }),
    id: field(noPath, {
      label: { zh: '编号', en: 'Id' },
      hint: {
        zh: '不填则以正文、时间和作者识别重复。',
        en: 'Without it, the same text by the same author at the same time is the same comment.',
      },
      placeholder: 'id',
    }),
    author: field(noPath, { label: { zh: '作者', en: 'Author' }, placeholder: 'user.name' }),
    likes: field(noPath, { label: { zh: '点赞数', en: 'Likes' }, placeholder: 'likes' }),
    link: field(noPath, { label: { zh: '链接', en: 'Link' }, placeholder: 'url' }),
    parent: field(noPath, {
      label: { zh: '所回复评论的编号', en: 'Id of the comment it answers' },
      placeholder: 'parent_id',
    }),
    version: field(noPath, {
      label: { zh: '应用版本', en: 'Version of the app' },
      placeholder: 'app_version',
    }),
    html: field(z.boolean().default(false), { label: { zh: '正文是 HTML', en: 'The text is HTML' } }),
    timeZone: timeZoneField,
    countUndated: countUndatedField,
    paging: field(z.enum(['none', 'page', 'cursor', 'link']).default('none'), {
      label: { zh: '翻页方式', en: 'How it is leafed through' },
      options: {
        none: { zh: '不翻页', en: 'It has one page' },
        page: { zh: '页码', en: 'By page number' },
        cursor: { zh: '游标', en: 'By a cursor in the answer' },
        link: { zh: '下一页链接', en: 'By a link to the next page' },
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
        label: { zh: '页码或游标的参数名', en: 'Parameter of the page number or cursor' },
        hint: { zh: '默认为 page 或 cursor。', en: 'By default page or cursor.' },
      },
    ),
    firstPage: field(z.number().int().min(0).max(1).default(1), {
      label: { zh: '首页页码', en: 'Number of the first page' },
    }),
    next: field(noPath, {
      label: { zh: '游标或下一页链接的位置（JSONPath）', en: 'Place of the cursor or of the link (JSONPath)' },
      hint: { zh: '链接方式下不填则读取 Link 响应头。', en: 'For links, the Link header is read without it.' },
      placeholder: '$.paging.next',
    }),
    order: field(z.enum(['newest-first', 'any']).default('newest-first'), {
      label: { zh: '顺序', en: 'Order' },
      hint: {
        zh: '从新到旧时，读到上次的位置即停；其他顺序每次读完全部页。',
        en: 'With the newest first, reading stops where it stopped before. In any other order all pages are read each time.',
      },
      options: { 'newest-first': { zh: '从新到旧', en: 'Newest first' }, any: { zh: '其他', en: 'Any other' } },
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
