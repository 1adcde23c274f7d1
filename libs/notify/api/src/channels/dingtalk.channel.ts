import { createHmac } from 'node:crypto';
import type { Notice } from '@moodline/notify/contract';
import type { ChannelPlugin, ChannelSetup, Dispatch, Payload } from './channel-plugin';
import { markdownLines, markdownTarget, plainMarkdown } from './markdown-text';
import { assertTaken } from './robot-answer';
import { jsonBytes, splitNotice } from './split-notice';

/** A message may have 20,000 bytes (https://open.dingtalk.com/document/robots/custom-robot-access). */
const MOST_BYTES = 19_500;
const CODES = {
  field: 'errcode',
  words: 'errmsg',
  limited: [130101, 410100, 660026],
  unauthorised: [310000, 300001],
} as const;

/**
 * A custom robot of DingTalk; 20 messages a minute. An action card cannot call people by @, so with people to call the notice goes as
 * Markdown, with the link below it.
 */
export const dingtalkChannel: ChannelPlugin = {
  kind: 'dingtalk',
  restMs: 3_000,
  idempotent: false,

  render: (notice: Notice, config: ChannelSetup['config']): Payload[] =>
    splitNotice(notice, (part) => jsonBytes(message(part, config)) <= MOST_BYTES).map((part) => message(part, config)),

  async send(payload: Payload, { setup, now, line, signal }: Dispatch): Promise<void> {
    const { url = '', secret } = setup.secrets;
    const address = new URL(url);
    if (secret)
      for (const [name, value] of Object.entries(dingtalkSignature(secret, now))) address.searchParams.set(name, value);
    const body = JSON.stringify(payload);
    assertTaken(await line.post({ url: address.href, body, allowPrivate: setup.allowPrivate, signal }), CODES);
  },
};

/** The HMAC-SHA256 of `<timestamp>\n<secret>` with the secret as its key, in Base64; the timestamp is in milliseconds. */
export function dingtalkSignature(secret: string, now: Date): { timestamp: string; sign: string } {
  const timestamp = String(now.getTime());
  return { timestamp, sign: createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64') };
}

function message(notice: Notice, config: ChannelSetup['config']): Payload {
  const { title, link } = notice;
  const mobiles = (config['mobiles'] as readonly string[] | undefined) ?? [];
  const everybody = config['everybody'] === true;
  const lines = [`### ${plainMarkdown(title)}`, ...markdownLines(notice, plainMarkdown)];
  if (!mobiles.length && !everybody && link)
    return {
      msgtype: 'actionCard',
      actionCard: {
        title,
        text: lines.join('\n\n'),
        singleTitle: link.words,
        singleURL: markdownTarget(link.url),
      },
    };
  const called = mobiles.map((mobile) => `@${plainMarkdown(mobile)}`).join(' ');
  const ends = [
    ...(link ? [`[${plainMarkdown(link.words)}](${markdownTarget(link.url)})`] : []),
    ...(called ? [called] : []),
  ];
  return {
    msgtype: 'markdown',
    markdown: { title, text: [...lines, ...ends].join('\n\n') },
    at: { atMobiles: mobiles, isAtAll: everybody },
  };
}
