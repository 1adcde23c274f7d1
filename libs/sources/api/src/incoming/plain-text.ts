import { decodeEntities } from './html-entities';
import { htmlToText } from './html-text';

/** Elements that texts of sites are made of. `<3`, `a <b` and `<大>` are none. */
const TAG =
  /<\/?(?:a|b|i|u|s|p|em|strong|span|div|br|img|ul|ol|li|code|pre|blockquote|font|small|sub|sup|del|ins|h[1-6]|table|tr|td|hr|video|svg|iframe|script|style)(?:\s[^<>]*)?\/?>/i;

/** The words of a text as it stands in an export: without the tags of a page, and with its entities as the characters they mean. */
export function plainText(text: string): string {
  return text.includes('<') && TAG.test(text) ? htmlToText(text) : decodeEntities(text);
}
