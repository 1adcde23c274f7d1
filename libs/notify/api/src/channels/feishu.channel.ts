import { createHmac } from 'node:crypto';
import type { Notice } from '@moodline/notify/contract';
import type { ChannelPlugin, Dispatch, Payload } from './channel-plugin';
import { markdownLines, markdownTarget, plainMarkdown } from './markdown-text';
import { assertTaken } from './robot-answer';
import { jsonBytes, splitNotice } from './split-notice';

/** A body may have 20 KB (https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot); room is left for the signature. */
const MOST_BYTES = 19_500;
const TEMPLATES: Readonly<Record<Notice['tone'], string>> = { bad: 'orange', good: 'turquoise', plain: 'blue' };
const CODES = { field: 'code', words: 'msg', limited: [9499, 11232], unauthorised: [19021, 19022, 19024] } as const;

/** A custom robot of Feishu or Lark, as an interactive card; 100 messages a minute, 5 a second. */
export const feishuChannel: ChannelPlugin = {
  kind: 'feishu',
  restMs: 700,
  idempotent: false,

  render: (notice: Notice): Payload[] => splitNotice(notice, (part) => jsonBytes(card(part)) <= MOST_BYTES).map(card),

  async send(payload: Payload, { setup, now, line, signal }: Dispatch): Promise<void> {
    const { url = '', secret } = setup.secrets;
    const signed = secret ? { ...feishuSignature(secret, now), ...payload } : payload;
    const body = JSON.stringify(signed);
    assertTaken(await line.post({ url, body, allowPrivate: setup.allowPrivate, signal }), CODES);
  },
};

/** The HMAC-SHA256 of nothing, with `<timestamp>\n<secret>` as its key, in Base64; the timestamp is in seconds. */
export function feishuSignature(secret: string, now: Date): { timestamp: string; sign: string } {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64') };
}

function card(notice: Notice): Payload {
  const { title, tone, link } = notice;
  const lines = markdownLines(notice, plainMarkdown);
  return {
    msg_type: 'interactive',
    card: {
      config: { wide_screen_mode: true },
      header: { template: TEMPLATES[tone], title: { tag: 'plain_text', content: title } },
      elements: [
        ...lines.map((content) => ({ tag: 'markdown', content })),
        ...(link
          ? [
              {
                tag: 'action',
                actions: [
                  {
                    tag: 'button',
                    type: 'primary',
                    text: { tag: 'plain_text', content: link.words },
                    url: markdownTarget(link.url),
                  },
                ],
              },
            ]
          : []),
      ],
    },
  };
}
