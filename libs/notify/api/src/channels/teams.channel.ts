import type { Notice } from '@moodline/notify/contract';
import { statusError } from '../line/answer-error';
import type { ChannelPlugin, Dispatch, Payload } from './channel-plugin';
import { escapedMarkdown, markdownTarget } from './markdown-text';
import { jsonBytes, splitNotice } from './split-notice';

/** A message may have 28 KB (https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using). */
const MOST_BYTES = 27_000;
const COLOURS: Readonly<Record<Notice['tone'], string>> = { bad: 'Attention', good: 'Good', plain: 'Accent' };

/** A workflow of Microsoft Teams that takes adaptive cards; four messages a second. */
export const teamsChannel: ChannelPlugin = {
  kind: 'teams',
  restMs: 250,
  idempotent: false,

  render: (notice: Notice): Payload[] => splitNotice(notice, (part) => jsonBytes(card(part)) <= MOST_BYTES).map(card),

  async send(payload: Payload, { setup, line, signal }: Dispatch): Promise<void> {
    const { url = '' } = setup.secrets;
    const answer = await line.post({ url, body: JSON.stringify(payload), allowPrivate: setup.allowPrivate, signal });
    if (answer.status < 200 || answer.status >= 300) throw statusError(answer);
  },
};

const block = (text: string, more: Payload = {}): Payload => ({ type: 'TextBlock', text, wrap: true, ...more });

function card(notice: Notice): Payload {
  const { title, tone, paragraphs, facts, quotes, link } = notice;
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    msteams: { width: 'Full' },
    body: [
      block(escapedMarkdown(title), { size: 'Large', weight: 'Bolder', color: COLOURS[tone] }),
      ...paragraphs.map((text) => block(escapedMarkdown(text))),
      ...(facts.length
        ? [{ type: 'FactSet', facts: facts.map(({ name, value }) => ({ title: name, value: escapedMarkdown(value) })) }]
        : []),
      ...quotes.map(({ text, by, url }) => ({
        type: 'Container',
        style: 'emphasis',
        items: [
          block(escapedMarkdown(text)),
          block(url ? `[${escapedMarkdown(by)}](${markdownTarget(url)})` : escapedMarkdown(by), {
            isSubtle: true,
            size: 'Small',
          }),
        ],
      })),
    ],
    ...(link && { actions: [{ type: 'Action.OpenUrl', title: link.words, url: link.url }] }),
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  };
}
