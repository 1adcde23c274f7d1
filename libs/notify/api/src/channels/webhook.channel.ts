import { createHmac } from 'node:crypto';
import type { Notice } from '@moodline/notify/contract';
import { statusError } from '../line/answer-error';
import type { ChannelPlugin, Dispatch, Payload } from './channel-plugin';

/**
 * A POST of the notice as JSON to an address of the user. It is signed as the deliveries that Moodline itself takes are:
 * `X-Moodline-Signature` is `sha256=` and the HMAC-SHA256 of `<X-Moodline-Timestamp>.<body>`. `Idempotency-Key` is the same for each attempt.
 */
export const webhookChannel: ChannelPlugin = {
  kind: 'webhook',
  restMs: 0,
  idempotent: true,

  render: (notice: Notice): Payload[] => [{ version: 1, ...notice }],

  async send(payload: Payload, { setup, key, now, line, signal }: Dispatch): Promise<void> {
    const { url } = setup.config as { url: string };
    const body = JSON.stringify(payload);
    const timestamp = String(Math.floor(now.getTime() / 1000));
    const digest = createHmac('sha256', setup.secrets['secret'] ?? '')
      .update(`${timestamp}.${body}`)
      .digest('hex');
    const headers = {
      'x-moodline-timestamp': timestamp,
      'x-moodline-signature': `sha256=${digest}`,
      'idempotency-key': key,
    };
    const answer = await line.post({ url, headers, body, allowPrivate: setup.allowPrivate, signal });
    if (answer.status < 200 || answer.status >= 300) throw statusError(answer);
  },
};
