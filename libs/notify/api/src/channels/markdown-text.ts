import type { Notice } from '@moodline/notify/contract';

/**
 * A text in which nothing is markup, for the Markdown of Feishu, DingTalk and WeCom: these know no escape by a backslash, so what opens
 * a tag, a link or emphasis becomes its full-width twin, and line breaks become spaces.
 */
export function plainMarkdown(text: string): string {
  const twins: Readonly<Record<string, string>> = {
    '<': '＜',
    '>': '＞',
    '[': '［',
    ']': '］',
    '*': '＊',
    _: '＿',
    '`': '｀',
    '#': '＃',
    '~': '～',
  };
  return text.replaceAll(/[<>[\]*_`#~]/g, (sign) => twins[sign] ?? sign).replaceAll(/\s+/g, ' ');
}

/** A text in which nothing is Markdown, where a backslash takes the meaning of the next sign (CommonMark 2.4). */
export const escapedMarkdown = (text: string): string =>
  text.replaceAll(/[\\`*_[\]<>()#|~]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ');

/** A link target without signs that would end it. */
export const markdownTarget = (url: string): string =>
  encodeURI(decodeSafely(url)).replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('|', '%7C');

function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** The body of a notice in Markdown, a line a part; title and link are the channel's own. */
export function markdownLines({ paragraphs, facts, quotes }: Notice, escape: (text: string) => string): string[] {
  return [
    ...paragraphs.map(escape),
    ...facts.map(({ name, value }) => `**${escape(name)}** ${escape(value)}`),
    ...quotes.map(({ text, by, url }) => {
      const source = url ? `[${escape(by)}](${markdownTarget(url)})` : escape(by);
      return `> ${escape(text)} — ${source}`;
    }),
  ];
}
