import { decodeEntities } from './html-entities';
import { htmlToText } from './html-text';

/** Elements that texts of sites are made of. `<3`, `a <b` and `<大>` are none. */
const TAG =
  /<\/?(?:a|b|i|u|s|p|em|strong|span|div|br|img|ul|ol|li|code|pre|blockquote|font|small|sub|sup|del|ins|h[1-6]|table|tr|td|hr|video|svg|iframe|script|style)(?:\s[^<>]*)?\/?>/i;

/** Links and people as Slack writes them: `<https://a.example|the page>`, `<@U024BE7LH>`, `<!here>`. */
const SLACK_LINK = /<(?:https?:\/\/|mailto:)[^<>|\s]+\|([^<>|]+)>/gu;
const SLACK_ADDRESS = /<(https?:\/\/[^<>|\s]+)>/gu;
const SLACK_PERSON = /<@[UW][A-Z0-9]{2,}(?:\|[^<>]*)?>/gu;
const SLACK_CALL = /<!(?:here|channel|everyone)(?:\|[^<>]*)?>/gu;

/** The words of a text as it stands in an export: without the tags of a page, and with its entities as the characters they mean. */
export function plainText(text: string): string {
  if (!text.includes('<')) return decodeEntities(text);
  const bare = text
    .replace(SLACK_LINK, '$1')
    .replace(SLACK_ADDRESS, '$1')
    .replace(SLACK_PERSON, '@…')
    .replace(SLACK_CALL, '');
  return TAG.test(bare) ? htmlToText(bare) : decodeEntities(bare);
}
