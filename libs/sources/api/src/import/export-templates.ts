import {
  IMPORT_FIELDS,
  type ColumnMapping,
  type ExportTemplateName,
  type ImportField,
} from '@moodline/sources/contract';

/**
 * An export of another tool, known by its header. What is not named here is not read: nicknames, pictures, places and profile
 * links stay in the file. The author is an id where there is one, since names change; it is kept as a hash only.
 */
export interface ExportTemplate {
  readonly name: ExportTemplateName;
  /** A header that has all of these is such an export. */
  readonly marks: readonly string[];
  /** Columns for each field; the first one that the file has is taken. */
  readonly columns: Partial<Readonly<Record<ImportField, readonly string[]>>>;
}

/** What the comment tables of MediaCrawler have in common. */
const CRAWLED: ExportTemplate['columns'] = {
  text: ['content'],
  publishedAt: ['create_time', 'publish_time'],
  externalId: ['comment_id'],
  author: ['user_id', 'user_nickname', 'nickname'],
  engagement: ['like_count', 'comment_like_count'],
  parentId: ['parent_comment_id'],
};

/** The more telling marks first: a Weibo table has all that a Xiaohongshu table is known by. */
const TEMPLATES: readonly ExportTemplate[] = [
  {
    name: 'moodline',
    marks: ['moodline_id', 'published_at', 'fetched_at', 'likes'],
    // Stars, corrections and the like have no field of their own: exported-facts.ts reads them.
    columns: {
      text: ['text'],
      publishedAt: ['published_at'],
      externalId: ['id'],
      engagement: ['likes'],
      permalink: ['link'],
      language: ['language'],
      parentId: ['parent_id'],
      source: ['source'],
    },
  },
  { name: 'douyin', marks: ['comment_id', 'create_time', 'aweme_id', 'content'], columns: CRAWLED },
  {
    name: 'weibo',
    marks: ['comment_id', 'create_date_time', 'note_id', 'content', 'comment_like_count'],
    columns: CRAWLED,
  },
  { name: 'weibo', marks: ['comment_id', 'create_date_time', 'note_id', 'content', 'profile_url'], columns: CRAWLED },
  { name: 'tieba', marks: ['comment_id', 'publish_time', 'tieba_name', 'content'], columns: CRAWLED },
  { name: 'zhihu', marks: ['comment_id', 'publish_time', 'content_id', 'content_type', 'content'], columns: CRAWLED },
  { name: 'bilibili', marks: ['comment_id', 'create_time', 'video_id', 'content', 'sign'], columns: CRAWLED },
  {
    name: 'kuaishou',
    marks: ['comment_id', 'create_time', 'video_id', 'content', 'sub_comment_count'],
    columns: CRAWLED,
  },
  { name: 'xiaohongshu', marks: ['comment_id', 'create_time', 'note_id', 'content', 'ip_location'], columns: CRAWLED },
  {
    name: 'youtube-takeout',
    marks: ['Comment ID', 'Channel ID', 'Comment Create Timestamp', 'Comment Text'],
    columns: {
      text: ['Comment Text'],
      publishedAt: ['Comment Create Timestamp'],
      externalId: ['Comment ID'],
      author: ['Channel ID'],
      parentId: ['Parent Comment ID'],
    },
  },
  {
    name: 'youtube-comments',
    marks: ['textDisplay', 'authorDisplayName', 'likeCount', 'publishedAt'],
    columns: {
      text: ['textOriginal', 'textDisplay'],
      publishedAt: ['publishedAt'],
      externalId: ['commentId', 'id'],
      author: ['authorChannelId', 'authorDisplayName'],
      engagement: ['likeCount'],
      parentId: ['parentId'],
    },
  },
  {
    name: 'app-store-connect',
    marks: ['rating', 'title', 'body', 'reviewerNickname', 'createdDate'],
    columns: {
      text: ['body'],
      title: ['title'],
      stars: ['rating'],
      publishedAt: ['createdDate'],
      externalId: ['id', 'reviewId'],
      author: ['reviewerNickname'],
      version: ['appVersion', 'version'],
    },
  },
  {
    name: 'google-play-console',
    marks: ['Package Name', 'Review Submit Millis Since Epoch', 'Star Rating', 'Review Text'],
    // The link holds the id of the review, which has no column of its own.
    columns: {
      text: ['Review Text'],
      title: ['Review Title'],
      stars: ['Star Rating'],
      publishedAt: ['Review Submit Millis Since Epoch'],
      externalId: ['Review Link'],
      permalink: ['Review Link'],
      version: ['App Version Name'],
      language: ['Reviewer Language'],
    },
  },
];

/** The export a header belongs to; null when it is none that is known. */
export function templateOf(columns: readonly string[]): ExportTemplate | null {
  const names = new Set(columns.map(plain));
  return TEMPLATES.find(({ marks }) => marks.every((mark) => names.has(plain(mark)))) ?? null;
}

/** The column of each field in a file with these columns; '' for the fields the export does not have. */
export function mappingOf({ columns: wanted }: ExportTemplate, columns: readonly string[]): ColumnMapping {
  const find = (name: string) => columns.find((column) => plain(column) === plain(name));
  return Object.fromEntries(
    IMPORT_FIELDS.map((field) => [field, (wanted[field] ?? []).map(find).find((column) => column !== undefined) ?? '']),
  );
}

/** Tools that touch an export change capitals, spaces and characters of its header. */
const plain = (column: string) => column.toLowerCase().replace(/[\s_-]/g, '');
