import type { ImportField } from '@moodline/sources/contract';

/** Column names that say what a column holds, the best first; written without spaces, signs and capitals. */
const NAMES: Readonly<Record<Exclude<ImportField, 'source'>, readonly string[]>> = {
  text: [
    '评论内容', '评论正文', '评论文本', '微博正文', '微博中文内容', '微博内容', '博文内容', '回复内容', '弹幕内容', '留言内容', '帖子内容', '正文', '内容', '文本', '评论', '弹幕', '留言', '评价内容', '评价',
    'コメント本文', 'コメント内容', 'レビュー本文', 'ツイート本文', '投稿内容', '本文', 'コメント', 'ツイート', 'レビュー', '口コミ', 'クチコミ', '内容文',
    'fulltext', 'commenttext', 'commentbody', 'commentcontent', 'reviewtext', 'reviewbody', 'reviewcontent', 'tweettext', 'posttext', 'textoriginal', 'text', 'content', 'comment', 'body', 'message', 'tweet', 'review', 'textdisplay', 'feedback', 'post', 'caption',
    'description', 'summary', 'title', '标题', '標題', 'タイトル',
  ],
  publishedAt: [
    '发布时间', '评论时间', '微博发布时间', '发表时间', '发帖时间', '回复时间', '评论日期', '发布日期', '时间', '日期', '發佈時間', '時間', '日期時間',
    '投稿日時', '投稿日', '投稿時間', 'コメント日時', 'レビュー日', '日時', '日付',
    'publishedat', 'createdat', 'tweetcreated', 'createdutc', 'createtime', 'createdtime', 'creationdate', 'posttime', 'postedat', 'posted', 'commenttime', 'commentdate', 'reviewdate', 'unixreviewtime', 'reviewtime', 'publishtime', 'publishdate', 'published', 'pubdate', 'datepublished', 'datetime', 'timestamp', 'timeparsed', 'ctime', 'created', 'date', 'time', 'at', 'submittedat', 'submissiontime',
  ],
  externalId: [
    '评论id', '微博id', '弹幕id', 'コメントid', 'ツイートid', 'レビューid', 'idstr', 'commentid', 'tweetid', 'reviewid', 'statusid', 'messageid', 'rpid', 'cid', 'mid', 'guid', 'uuid', 'externalid', 'objectid', 'id', '编号', 'postid',
  ],
  author: [
    '用户昵称', '评论者', '用户名', '昵称', '发布人', '发布人账号', '作者', '用户', '博主', 'ユーザー名', 'ユーザー', '投稿者', '名前', '作成者',
    'authordisplayname', 'authorname', 'screenname', 'username', 'nickname', 'displayname', 'uname', 'author', 'handle', 'user', 'name', 'reviewer', 'reviewername', 'userid', 'authorid',
  ],
  engagement: [
    '点赞数', '点赞量', '点赞', '赞数', '赞', '获赞数', '喜欢数', '點讚數', 'いいね数', 'いいね', '高評価数', '役に立った',
    'likecount', 'likescount', 'likes', 'like', 'favoritecount', 'favouritecount', 'favorites', 'favoritescount', 'thumbsupcount', 'thumbsup', 'upvotes', 'upvotecount', 'ups', 'diggcount', 'attitudescount', 'votes', 'helpful', 'helpfulvotes', 'useful', '有用', '有用数', 'score', 'points',
  ],
  permalink: ['评论链接', '微博链接', '链接', '网址', '地址', 'リンク', 'url', 'permalink', 'link', 'commenturl', 'tweeturl', 'href', 'weburl', 'permalinkurl'],
  language: ['语言', '語言', '言語', 'language', 'lang', 'languagecode'],
  parentId: ['父评论id', '回复id', '上级评论id', '親コメントid', '返信先id', 'parentid', 'parentcommentid', 'inreplytostatusidstr', 'inreplytostatusid', 'inreplytoid', 'inreplyto', 'replyto', 'replytoid'],
};

/** Weaker signs than a whole name: how names of a column end. */
const ENDINGS: Partial<Record<ImportField, RegExp>> = {
  text: /(?:内容|正文|评论|留言|本文|コメント|レビュー|ツイート|text|content|comment|review|body|message|tweet)$/u,
  publishedAt: /(?:时间|時間|日期|日時|日付|投稿日|date|time|datetime|timestamp|createdat|publishedat|created|published)$/u,
};

/** Columns that another tool made from the text, or that are about something else than the comment. */
const NEVER: Partial<Record<ImportField, RegExp>> = {
  text: /^cut$|分词|切词|token|segment|_cut$|clean|lemma|stemm|translat|sentiment|label|情感|标签|reply(?:content|text)|商家回复|开发者回复|developer|url$|id$/iu,
  publishedAt: /crawl|scrap|fetch|update|modif|edit|insert|regist|join|birth|repl|爬|抓取|采集|更新|修改|入库|注册|编辑|回复|生日|取得|更新/iu,
};

/** `Tweet Created`, `tweet_created` and `tweetCreated` are one name. */
function plainName(column: string): string {
  return column.normalize('NFKC').toLowerCase().replace(/[\s_\-（）()[\]【】:：#*"'.]/gu, '');
}

/**
 * How well the name of a column fits a field: smaller is better, null means that the name says nothing of it.
 * Of a nested column (`user.name`) its last part counts; the deeper it lies, the less it fits.
 */
export function nameRank(column: string, field: ImportField): number | null {
  if (field === 'source' || NEVER[field]?.test(column)) return null;
  const parts = column.split('.');
  const last = plainName(parts.at(-1) ?? '');
  const depth = parts.length - 1;
  // `user.id` is the id of the user, `user.created_at` the birthday of the account.
  if (depth && field !== 'author' && /user|author|member|account|video|note/i.test(parts.slice(0, -1).join('.'))) return null;
  const place = NAMES[field].indexOf(last);
  if (place >= 0) return place + depth * 0.1;
  return ENDINGS[field]?.test(last) ? 1000 + last.length + depth : null;
}

/** True when the name of a column means something: such a row is a header. */
export function isKnownName(column: string): boolean {
  return (Object.keys(NAMES) as ImportField[]).some((field) => nameRank(column, field) !== null && column.length <= 40);
}
