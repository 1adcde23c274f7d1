import type { FeedItem } from './feed-items';

/** What programs write below the words of an item: who sent it to Reddit, where WordPress showed it first, where to read on. */
const TRAILS: readonly RegExp[] = [
  /\s*submitted by\s+\/?u\/[\w-]{1,40}(?:\s+to\s+r\/\w{1,40})?\s*(?:\[link\])?\s*(?:\[comments\])?\s*$/iu,
  /\s*(?:^|\n)The post .{1,300}? (?:first appeared|appeared first) on .{1,200}\.\s*$/u,
  /\s*(?:^|\n)Der Beitrag .{1,300}? erschien zuerst auf .{1,200}\.\s*$/u,
  /\s*(?:^|\n)L[’']article .{1,300}? est apparu en premier sur .{1,200}\.\s*$/u,
  /\s*(?:^|\n)(?:《?.{1,300}?》?最[先初]出现[在于].{1,200}|投稿 .{1,300}? は .{1,200} に最初に表示されました)[。.]\s*$/u,
  /\s*(?:^|\n|\s)(?:\[?Read more\]?|Continue reading|阅读全文|閱讀全文|続きを読む|Weiterlesen|Lire la suite)\s*[.…»→]*\s*$/iu,
];

/** What WordPress writes above an answer: whom it answers. */
const ANSWERS =
  /^\s*(?:In reply to .{1,100}?\.|Als Antwort auf .{1,100}?\.|En réponse à .{1,100}?\.|En respuesta a .{1,100}?\.|In risposta a .{1,100}?\.|Em resposta a .{1,100}?\.|В ответ на .{1,100}?\.|.{1,100}? (?:さん)?への返信|(?:回复给|回覆給) .{1,100}?)[.。]?[^\S\n]*\n+(?=\s*\S)/u;

/** Words of blogs around the author in the title of a comment: `Comment on Our lamp by Ann`, `By: Ann`, `Ann より`. */
const MADE_BY = /(?:(?:\bby|\bvon|\bpar|\bpor|\bda|\bdoor|作者|来自|來自|由)\s*[:：]?\s*|[(（]\s*)$/iu;

/** Title and content; a title that only repeats how the content begins, or that a program made of who wrote, is left out. */
export function itemText({ title, content, author }: FeedItem): string {
  const body = withoutTrail(content);
  const start = title.replace(/(?:…|\.\.\.)$/u, '').trim();
  if (!body || !start) return (body || title).trim();
  if (body.startsWith(start) || isMadeOf(title, author)) return body.trim();
  return `${title.trim()}\n${body.trim()}`;
}

/** All that an item says, as its identity is found by: what a program adds belongs to it, since ids that were made of it stay. */
export function writtenText({ title, content }: FeedItem): string {
  const start = title.replace(/(?:…|\.\.\.)$/u, '').trim();
  if (!content || !start) return (content || title).trim();
  return content.startsWith(start) ? content.trim() : `${title.trim()}\n${content.trim()}`;
}

/** What was said: a text that is a trail and nothing else is kept. */
function withoutTrail(content: string): string {
  const said = TRAILS.reduce((text, trail) => text.replace(trail, ''), content.replace(ANSWERS, '')).trim();
  return said || content;
}

function isMadeOf(title: string, author: string | null): boolean {
  const name = author?.trim().replace(/^\/?u\//u, '');
  if (!name || !title.includes(name)) return false;
  const [before = '', after = ''] = title.trim().split(name, 2);
  return (
    MADE_BY.test(before) ||
    // Reddit: `/u/ann on What lamp do you use?`
    (/^\/?u\/$/u.test(before) && /^ on /u.test(after)) ||
    /^\s*(?:さん)?(?:より|から|のコメント|的评论|的評論|的回复|的回覆)/u.test(after) ||
    before + after === ''
  );
}
