import type { Notice } from '@moodline/notify/contract';
import { jsonOf, statusError } from '../line/answer-error';
import type { ChannelPlugin, Dispatch, Payload } from './channel-plugin';
import { escapedMarkdown, markdownTarget } from './markdown-text';
import { clip, splitNotice } from './split-notice';

/** Signs of an embed (https://discord.com/developers/docs/resources/message#embed-object-embed-limits). */
const MOST = { title: 256, description: 4_096, all: 6_000, facts: 25, name: 256, value: 1_024 } as const;
const COLOURS: Readonly<Record<Notice['tone'], number>> = { bad: 0xc2410c, good: 0x0b7a75, plain: 0x2f55d4 };

/** A webhook of Discord, as an embed that calls nobody; 30 messages a minute. */
export const discordChannel: ChannelPlugin = {
  kind: 'discord',
  restMs: 2_000,
  idempotent: false,

  render: (notice: Notice): Payload[] => splitNotice(notice, fits).map(message),

  async send(payload: Payload, { setup, line, signal }: Dispatch): Promise<void> {
    const url = new URL(setup.secrets['url'] ?? '');
    // Without it, the answer comes before the message is stored, and an error would be silent.
    url.searchParams.set('wait', 'true');
    const answer = await line.post({
      url: url.href,
      body: JSON.stringify(payload),
      allowPrivate: setup.allowPrivate,
      signal,
    });
    if (answer.status === 200 || answer.status === 204) return;
    const body = jsonOf(answer);
    const wait = Number(body['retry_after']);
    const retryAfter = Number.isFinite(wait) && wait > 0 ? wait : answer.retryAfter;
    throw statusError({ ...answer, retryAfter }, String(body['message'] ?? answer.text));
  },
};

function fits(notice: Notice): boolean {
  const description = descriptionOf(notice).length;
  const facts = notice.facts.reduce((sum, { name, value }) => sum + name.length + escapedMarkdown(value).length, 0);
  return (
    notice.title.length <= MOST.title &&
    description <= MOST.description &&
    notice.facts.length <= MOST.facts &&
    notice.facts.every(({ value }) => escapedMarkdown(value).length <= MOST.value) &&
    notice.title.length + description + facts <= MOST.all
  );
}

function descriptionOf({ paragraphs, quotes, link }: Notice): string {
  return [
    ...paragraphs.map(escapedMarkdown),
    ...quotes.map(({ text, by, url }) => {
      const source = url ? `[${escapedMarkdown(by)}](${markdownTarget(url)})` : escapedMarkdown(by);
      return `> ${escapedMarkdown(text)}\n> — ${source}`;
    }),
    ...(link ? [`[${escapedMarkdown(link.words)}](${markdownTarget(link.url)})`] : []),
  ].join('\n\n');
}

function message(notice: Notice): Payload {
  const { title, tone, facts } = notice;
  return {
    allowed_mentions: { parse: [] },
    embeds: [
      {
        title: clip(title, MOST.title),
        color: COLOURS[tone],
        description: descriptionOf(notice),
        fields: facts.map(({ name, value }) => ({
          name: clip(name, MOST.name),
          value: escapedMarkdown(value),
          inline: true,
        })),
      },
    ],
  };
}
