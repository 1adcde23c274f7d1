import type { Notice } from '@moodline/notify/contract';
import { jsonOf, statusError } from '../line/answer-error';
import type { ChannelPlugin, ChannelSetup, Dispatch, Payload } from './channel-plugin';
import { splitNotice } from './split-notice';

/** Signs of a message after its entities are read (https://core.telegram.org/bots/api#sendmessage); measured with markup, so it is less. */
const MOST_SIGNS = 4_096;

/** A bot of Telegram; about 20 messages a minute to a group (https://core.telegram.org/bots/faq#broadcasting-to-users). */
export const telegramChannel: ChannelPlugin = {
  kind: 'telegram',
  restMs: 3_000,
  idempotent: false,

  render: (notice: Notice, config: ChannelSetup['config']): Payload[] =>
    splitNotice(notice, (part) => text(part).length <= MOST_SIGNS).map((part) => ({
      chat_id: config['chat'],
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
      text: text(part),
    })),

  async send(payload: Payload, { setup, line, signal }: Dispatch): Promise<void> {
    const server = String(setup.config['server'] ?? 'https://api.telegram.org').replace(/\/+$/, '');
    const answer = await line.post({
      url: `${server}/bot${encodeURIComponent(setup.secrets['token'] ?? '').replaceAll('%3A', ':')}/sendMessage`,
      body: JSON.stringify(payload),
      allowPrivate: setup.allowPrivate,
      signal,
    });
    const body = jsonOf(answer);
    if (answer.status === 200 && body['ok'] === true) return;
    const wait = Number((body['parameters'] as { retry_after?: unknown } | undefined)?.retry_after);
    const retryAfter = Number.isFinite(wait) ? wait : answer.retryAfter;
    // A wrong token is answered as an address that is not there, and a chat that is not there as a wrong request.
    throw statusError({ ...answer, retryAfter }, String(body['description'] ?? answer.text));
  },
};

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (words: string) => words.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
const linked = (url: string, words: string) => `<a href="${escaped(url)}">${escaped(words)}</a>`;

function text({ title, paragraphs, facts, quotes, link }: Notice): string {
  return [
    `<b>${escaped(title)}</b>`,
    ...paragraphs.map(escaped),
    ...(facts.length ? [facts.map(({ name, value }) => `${escaped(name)}: <b>${escaped(value)}</b>`).join('\n')] : []),
    ...quotes.map(
      ({ text: words, by, url }) =>
        `<blockquote>${escaped(words)}\n${url ? linked(url, by) : escaped(by)}</blockquote>`,
    ),
    ...(link ? [linked(link.url, link.words)] : []),
  ].join('\n\n');
}
