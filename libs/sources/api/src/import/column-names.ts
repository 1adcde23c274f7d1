import type { ImportField } from '@moodline/sources/contract';
import { ENDINGS, NAMES, NEVER } from './column-name-lists';

/** `Tweet Created`, `tweet_created` and `tweetCreated` are one name. What stands in brackets behind it (a zone, a unit) does not count. */
function plainName(column: string): string {
  const name = column.normalize('NFKC');
  return (name.replace(/\s*[([【][^()[\]【】]*[)\]】]\s*$/u, '') || name)
    .toLowerCase()
    .replace(/[\s_\-()[\]【】:#*"'./?!]/gu, '');
}

/**
 * How well the name of a column fits a field: smaller is better, null means that the name says nothing of it.
 * Of a nested column (`user.name`) its last part counts; the deeper it lies, the less it fits.
 */
export function nameRank(column: string, field: ImportField): number | null {
  if (field === 'source' || isNever(column, field)) return null;
  const parts = column.split('.');
  const last = plainName(parts.at(-1) ?? '');
  const depth = parts.length - 1;
  if (field === 'externalId' && isNumberSign(column)) return NAMES.externalId.indexOf('id');
  if (field === 'engagement' && REACTIONS.test(column)) return NAMES.engagement.indexOf('reactions') + depth;
  if (field === 'parentId' && ANSWERED.test(column)) return depth;
  if (depth && field !== 'author' && aboutOthers(parts.slice(0, -1))) return null;
  const place = NAMES[field].indexOf(last);
  if (place >= 0) return place + depth * 0.1;
  return ENDINGS[field]?.test(last) ? 1000 + last.length + depth : null;
}

/** Whether a column is called `#` and nothing else: what stands there may be an id as well as the number of a row. */
export const isNumberSign = (column: string): boolean => /^\s*[#＃№]\s*$/u.test(column);

/** How many reacted, in an object of its own: `reactions.total_count`, `likes.count`. */
const REACTIONS =
  /(?:^|\.)(?:(?:reactions?|likes?)\.(?:total|total_?count|count|summary\.total_count)|\w*votes?\.(?:up|positive|helpful|yes))$/iu;

/** The id of what is answered, in an object of its own: `reference.messageId`. */
const ANSWERED =
  /(?:^|\.)(?:reference|in_?reply_?to|reply_?to|replied_?to|target_?comment|parent)\.(?:(?:message|comment|post|status|event)_?)?id(?:_?str)?$/iu;

/** `user.id` is the id of the user, `user.created_at` the birthday of the account, `retweeted_status.text` another one's words. */
const aboutOthers = (path: readonly string[]) =>
  /user(?!_?(?:comment|review|feedback|message))|author|member|account|profile|channel|owner|video|note|quote|retweeted|reference|reply_?to|parent|media|entities|(?:review|seller|shop|store|developer|merchant|rating|company|management|business|host)_?(?:reply|response|answer)/i.test(
    path.join('.'),
  );

/** Whether a column holds something else than the field, whatever its values look like. */
export function isNever(column: string, field: ImportField): boolean {
  if (NEVER[field]?.test(column)) return true;
  const parts = column.split('.');
  return (field === 'text' || field === 'publishedAt') && parts.length > 1 && aboutOthers(parts.slice(0, -1));
}

/** Whether a name is that of an id of the comment itself; `post_id` is that of the post above it. */
export const isOwnId = (column: string): boolean => {
  const rank = nameRank(column, 'externalId');
  return rank !== null && rank < NAMES.externalId.indexOf('postid');
};

/** Fields whose whole names say that a column holds no text, whatever its values look like. */
const NO_TEXT = [
  'author',
  'engagement',
  'version',
  'permalink',
  'language',
  'externalId',
  'parentId',
  'timeOfDay',
] as const;

/** What a row is sorted by: a word of a short list, in nobody's own words. */
const SORTS =
  /^(?:(?:ticket|review|message|comment|response|order|survey)?(?:status|state|priority|type|source|channel|stage)|category|subcategory|group|network|platform|via|tags?|labels?|department|team|country|region|city|location|province|gender|device|os|browser|brand|store|branch|timezone|tz|currency|size|colou?r|plan|segment|sku(?:信息|info)?|状态|状態|优先级|渠道|来源|平台|分类|类别|类型|标签|部门|门店|城市|省份|地区|性别|设备|机型|颜色|尺码|规格|ステータス|状況|カテゴリー?|種別|店舗名?|性別|地域|都道府県|ip属地|ip归属地|处理状态|处理结果|出行类型|房型)$/u;

/** Whether a column sorts rows, and holds no words of people. */
export const isSorting = (column: string): boolean => SORTS.test(plainName(column.split('.').at(-1) ?? ''));

/** Whether the name of a column is that of another field, so that nobody's own words stand there. */
export const isOtherName = (column: string): boolean =>
  NO_TEXT.some((field) => (nameRank(column, field) ?? Infinity) < 1000);

/** Whether a column is called as surveys call what people wrote, which elsewhere is the answer of a shop. */
export const isAnswerName = (column: string): boolean =>
  /^(?:(?:survey|open(?:ended)?|free|text|customer|respondents?)?(?:responses?|answers?)(?:text)?|回答内容?|答案|自由回答)$/u.test(
    plainName(column),
  );

/** The words of a title that belongs to the comment, in contrast to that of a video or a product. */
export const isTitleName = (column: string): boolean => nameRank(column, 'title') !== null;

/** Whether both names begin with the same thing: the title of a note (`note_title`, 笔记标题) belongs to its text (`note_content`, 笔记内容). */
export function isTitleOf(column: string, text: string): boolean {
  const thing = /^(.{2,})(?:title|headline|subject|标题|標題|タイトル)$/u.exec(plainName(column))?.[1];
  return thing !== undefined && plainName(text).startsWith(thing);
}

/** True for a name that may mean votes and stars alike. */
export const isAmbiguousScore = (column: string): boolean =>
  /^(?:score|points)$/.test(plainName(column.split('.').at(-1) ?? ''));

/** True when the name of a column means something: such a row is a header. How a name ends counts for text and time only: people write "I like". */
export function isKnownName(column: string): boolean {
  if (column.length > 40) return false;
  return (Object.keys(NAMES) as ImportField[]).some((field) => {
    const rank = nameRank(column, field);
    return rank !== null && (rank < 1000 || field === 'text' || field === 'publishedAt');
  });
}

/** What tables of books and films tell of each one: title and author of a row are those of the work then. */
const OF_WORKS =
  /^(?:isbn(?:10|13)?|bookid|numberofpages|yearpublished|originalpublicationyear|letterboxduri|imdbid|豆瓣评分|豆瓣链接|imdb评分|导演|片名|书名)$/u;

/** Whether the rows of a table are about books or films, by the names of its columns. */
export const isAboutWorks = (columns: readonly string[]): boolean =>
  columns.some((column) => OF_WORKS.test(plainName(column)));
