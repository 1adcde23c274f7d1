import type { Notice } from '@moodline/notify/contract';
import type { ChannelPlugin, ChannelSetup, Dispatch, Payload } from './channel-plugin';
import { markdownLines, markdownTarget, plainMarkdown } from './markdown-text';
import { assertTaken } from './robot-answer';
import { splitNotice } from './split-notice';

/** Bytes of the text of a Markdown message in UTF-8 (https://developer.work.weixin.qq.com/document/path/91770). */
const MOST_BYTES = 4_096;
const CODES = { field: 'errcode', words: 'errmsg', limited: [45009, 45033], unauthorised: [93000, 40014] } as const;
const COLOURS: Readonly<Record<Notice['tone'], string>> = { bad: 'warning', good: 'info', plain: 'comment' };

/** A group robot of WeCom (企业微信), as Markdown; 20 messages a minute. */
export const wecomChannel: ChannelPlugin = {
  kind: 'wecom',
  restMs: 3_000,
  idempotent: false,

  render: (notice: Notice, config: ChannelSetup['config']): Payload[] =>
    splitNotice(notice, (part) => Buffer.byteLength(content(part, config)) <= MOST_BYTES).map((part) => ({
      msgtype: 'markdown',
      markdown: { content: content(part, config) },
    })),

  async send(payload: Payload, { setup, line, signal }: Dispatch): Promise<void> {
    const { url = '' } = setup.secrets;
    const body = JSON.stringify(payload);
    assertTaken(await line.post({ url, body, allowPrivate: setup.allowPrivate, signal }), CODES);
  },
};

function content(notice: Notice, config: ChannelSetup['config']): string {
  const { title, tone, link } = notice;
  const users = (config['users'] as readonly string[] | undefined) ?? [];
  return [
    `### <font color="${COLOURS[tone]}">${plainMarkdown(title)}</font>`,
    ...markdownLines(notice, plainMarkdown),
    ...(link ? [`[${plainMarkdown(link.words)}](${markdownTarget(link.url)})`] : []),
    ...(users.length ? [users.map((user) => `<@${plainMarkdown(user)}>`).join(' ')] : []),
  ].join('\n');
}
