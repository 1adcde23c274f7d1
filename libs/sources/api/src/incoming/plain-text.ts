import { decodeEntities } from './html-entities';
import { htmlToText } from './html-text';

/** Elements that texts of sites are made of. `<3`, `a <b` and `<大>` are none. */
const TAG =
  /<\/?(?:a|b|i|u|s|p|em|strong|span|div|br|img|ss|at|ul|ol|li|code|pre|blockquote|font|small|sub|sup|del|ins|h[1-6]|table|tr|td|hr|video|svg|iframe|script|style)(?:\s[^<>]*)?\/?>/i;

/** Links and people as Slack writes them: `<https://a.example|the page>`, `<@U024BE7LH>`, `<!here>`. */
const SLACK_LINK = /<(?:https?:\/\/|mailto:)[^<>|\s]+\|([^<>|]+)>/gu;
const SLACK_ADDRESS = /<(https?:\/\/[^<>|\s]+)>/gu;
const SLACK_PERSON = /<@[UW][A-Z0-9]{2,}(?:\|[^<>]*)?>/gu;
const SLACK_CALL = /<!(?:here|channel|everyone)(?:\|[^<>]*)?>/gu;

/** People and communities as VK writes them: `[id1001|Ann]`. A name has no spaces then, so that it is masked as a whole. */
const VK_MENTION = /\[(?:id|club|public)\d+(?::[^|\]]*)?\|@?([^\]\n]{1,80})\]/gu;

/** The words of a text as it stands in an export: without the tags of a page, and with its entities as the characters they mean. */
export function plainText(written: string): string {
  const board = written.includes('[/') || written.includes('[*]') ? withoutBoardCode(written) : written;
  const text = board.includes('|')
    ? board.replace(VK_MENTION, (_, name: string) => `@${name.replace(/\s+/gu, '_')}`)
    : board;
  if (!text.includes('<')) return decodeEntities(text);
  const bare = text
    .replace(SLACK_LINK, '$1')
    .replace(SLACK_ADDRESS, '$1')
    .replace(SLACK_PERSON, '@…')
    .replace(SLACK_CALL, '');
  return TAG.test(bare) ? htmlToText(bare) : decodeEntities(bare);
}

const BOARD_QUOTE = /\[quote(?:=[^\]\n]{0,80})?\]([^]*?)\[\/quote\]/giu;
const BOARD_IMAGE = /\[img\][^[\]]*\[\/img\]/giu;
const BOARD_TAG =
  /\[\/?(?:b|i|u|s|h[1-3]|hr|url|list|olist|code|table|tr|th|td|spoiler|strike|noparse|color|size|font|center|left|right|align)(?:=[^\]\n]{0,200})?\]/giu;

/** Marks of forums and of Steam: `[b]late[/b]`. What is quoted stands behind `>`, as quotes do elsewhere. */
function withoutBoardCode(text: string): string {
  return text
    .replace(BOARD_QUOTE, (_, quoted: string) => `\n${quoted.trim().replace(/^/gmu, '> ')}\n\n`)
    .replace(BOARD_IMAGE, ' ')
    .replace(BOARD_TAG, '')
    .replace(/^\s*\[\*\]\s*/gmu, '– ')
    .trim();
}
