import type { Notice } from '@moodline/notify/contract';
import { statusError } from '../line/answer-error';
import type { ChannelPlugin, Dispatch, Payload } from './channel-plugin';
import { clip, splitNotice } from './split-notice';

/** Limits of Block Kit (https://docs.slack.dev/reference/block-kit/blocks): signs of a header and of a section, blocks of a message. */
const MOST = { header: 150, section: 3000, blocks: 50 } as const;

/** An incoming webhook of Slack, as blocks; one message a second (https://docs.slack.dev/apis/web-api/rate-limits). */
export const slackChannel: ChannelPlugin = {
  kind: 'slack',
  restMs: 1_000,
  idempotent: false,

  render: (notice: Notice): Payload[] =>
    splitNotice(notice, (part) => {
      const all = blocks(part);
      return (
        all.length <= MOST.blocks &&
        sections(part).every((text) => text.length <= MOST.section) &&
        part.title.length <= MOST.header
      );
    }).map((part) => ({ text: escaped(part.title), blocks: blocks(part) })),

  async send(payload: Payload, { setup, line, signal }: Dispatch): Promise<void> {
    const answer = await line.post({
      url: setup.secrets['url'] ?? '',
      body: JSON.stringify(payload),
      allowPrivate: setup.allowPrivate,
      signal,
    });
    if (answer.status !== 200) throw statusError(answer);
  },
};

/** `&`, `<` and `>` are all that has a meaning of its own; with them gone nobody is called by a quotation either. */
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function sections({ paragraphs, facts, quotes, link }: Notice): string[] {
  const named = facts.map(({ name, value }) => `*${escaped(name)}* ${escaped(value)}`).join('\n');
  return [
    ...paragraphs.map(escaped),
    ...(named ? [named] : []),
    ...quotes.map(
      ({ text, by, url }) => `>${escaped(text).replaceAll('\n', '\n>')}\n>_${url ? linked(url, by) : escaped(by)}_`,
    ),
    ...(link ? [linked(link.url, link.words)] : []),
  ];
}

const linked = (url: string, words: string) => `<${escaped(url).replaceAll('|', '%7C')}|${escaped(words)}>`;

function blocks(notice: Notice): Payload[] {
  return [
    { type: 'header', text: { type: 'plain_text', text: clip(notice.title, MOST.header) } },
    ...sections(notice).map((text) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } })),
  ];
}
