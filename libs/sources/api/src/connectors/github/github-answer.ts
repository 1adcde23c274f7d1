import * as z from 'zod';
import type { AnswerToSend, ConnectorContext } from '../connector';
import { SourceError } from '../source.errors';
import { explainGitHub, githubHeaders } from './github-interface';

const publishedSchema = z.object({ html_url: z.string().nullish() });

/** Writes a comment below the issue that a comment is, or stands below. @param repository its address in the interface */
export async function sendIssueComment(
  repository: string,
  { externalId, parentId, text }: AnswerToSend,
  { http, secrets, now }: ConnectorContext<{ token?: string }>,
): Promise<string | null> {
  const issue = /^issue-(\d+)$/.exec(externalId.startsWith('issue-') ? externalId : (parentId ?? ''))?.[1];
  if (!issue)
    throw new SourceError(
      'source-not-found',
      'It is not known which issue this comment stands below. Answer it on GitHub.',
    );
  const { data } = await http.json(publishedSchema, `${repository}/issues/${issue}/comments`, {
    headers: githubHeaders(secrets.token),
    json: { body: text },
    once: true,
    explain: (answer) => explainGitHub(answer, now()),
  });
  return data.html_url ?? null;
}
