import * as z from 'zod';
import type { AnswerToSend, ConnectorContext } from '../connector';
import { statusSchema } from './mastodon-status';

const publishedSchema = z.object({ url: z.string().nullish() });

/**
 * Publishes a status in reply to another, addressed to who wrote that one: without the name nobody is told of it. The name is asked for now, for only
 * its hash is kept. It may be seen by those who may see the other one. The same key is published once by the instance.
 */
export async function sendStatus(
  origin: string,
  { externalId, text, key }: AnswerToSend,
  { http, secrets }: ConnectorContext<{ token?: string }>,
): Promise<string | null> {
  const headers = { authorization: `Bearer ${secrets.token}` };
  const { data: status } = await http.json(
    statusSchema,
    `${origin}/api/v1/statuses/${encodeURIComponent(externalId)}`,
    {
      headers,
    },
  );
  const { data } = await http.json(publishedSchema, `${origin}/api/v1/statuses`, {
    headers: { ...headers, 'idempotency-key': key },
    once: true,
    form: {
      status: status.account ? `@${status.account.acct} ${text}` : text,
      in_reply_to_id: status.id,
      visibility: status.visibility ?? 'public',
    },
  });
  return data.url ?? null;
}
