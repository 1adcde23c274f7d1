import type { IncomingComment } from '@moodline/comments/api';
import * as z from 'zod';
import type { SourcePage } from '../connector';
import { linkTo } from '../http/link-header';
import type { SourceHttp } from '../http/source-http';
import { asComment, issueCommentSchema, issueSchema, writtenComment, writtenIssue } from './github-comment';
import { explainGitHub, githubHeaders } from './github-interface';

const placeSchema = z.object({ since: z.iso.datetime(), etag: z.string().max(500).optional() });

/** How far the two lists of a repository have been read; with the version of a list that brought nothing more. */
export const issuesCursorSchema = z.object({ issues: placeSchema.optional(), comments: placeSchema.optional() });
export type IssuesCursor = z.output<typeof issuesCursorSchema>;
type ListName = keyof IssuesCursor;

/** What is read of a repository. */
export interface IssuesWanted {
  /** Address of the repository in the interface. */
  readonly address: string;
  readonly token: string | undefined;
  readonly since: Date;
  readonly pullRequests: boolean;
  readonly team: boolean;
  readonly now: () => Date;
}

interface ListPage {
  readonly rows: number;
  readonly comments: readonly IncomingComment[];
  readonly updated: string | undefined;
  readonly more: boolean;
  readonly etag: string | undefined;
}

const PAGE_SIZE = 100;

/**
 * Reads issues and then comments, those first that were changed longest ago: a changed one comes again by itself. Both lists are asked
 * "since", with the time of the last change read; what did not change costs nothing of the limit.
 */
export async function* readIssues(
  http: SourceHttp,
  wanted: IssuesWanted,
  start: IssuesCursor,
): AsyncGenerator<SourcePage<IssuesCursor>> {
  let cursor = start;
  let unchanged = true;
  for (const list of ['issues', 'comments'] as const) {
    for (let page = 1; ;) {
      const asked = cursor[list] ?? { since: seconds(wanted.since) };
      const found = await readList(http, wanted, list, { ...asked, page });
      if (!found) break;
      unchanged = false;
      const since = found.updated && found.updated > asked.since ? found.updated : asked.since;
      // Where a whole page was changed in one second, time does not lead on. An etag is good for the address it came from.
      page = since === asked.since ? page + 1 : 1;
      cursor = {
        ...cursor,
        [list]: {
          since,
          ...(since === asked.since && !found.more && found.etag && page === 2 ? { etag: found.etag } : {}),
        },
      };
      yield { rows: found.rows, comments: found.comments, filtered: found.rows - found.comments.length, cursor };
      if (!found.more) break;
    }
  }
  if (unchanged) yield { rows: 0, comments: [], cursor, notModified: true };
}

/** @returns null when nothing changed */
async function readList(
  http: SourceHttp,
  wanted: IssuesWanted,
  list: ListName,
  { since, etag, page }: { since: string; etag?: string; page: number },
): Promise<ListPage | null> {
  const answer = await http.fetch(`${wanted.address}/issues${list === 'comments' ? '/comments' : ''}`, {
    query: {
      ...(list === 'issues' ? { state: 'all' } : {}),
      sort: 'updated',
      direction: 'asc',
      since,
      per_page: PAGE_SIZE,
      page: page > 1 ? page : undefined,
    },
    headers: githubHeaders(wanted.token),
    validators: page === 1 ? { etag } : undefined,
    explain: (refused) => explainGitHub(refused, wanted.now()),
  });
  if (answer.notModified) return null;
  const { rows, comments, updated } =
    list === 'issues'
      ? issuesOf(http.read(z.array(issueSchema), answer), wanted)
      : commentsOf(http.read(z.array(issueCommentSchema), answer), wanted);
  return {
    rows,
    comments,
    updated,
    more: linkTo('next', answer.headers) !== null,
    etag: answer.validators.etag,
  };
}

function issuesOf(issues: readonly z.output<typeof issueSchema>[], { pullRequests, team }: IssuesWanted) {
  const wanted = issues.filter((issue) => pullRequests || !issue.pull_request);
  return {
    rows: issues.length,
    updated: issues.at(-1)?.updated_at,
    comments: wanted.flatMap((issue) => asComment(writtenIssue(issue), team) ?? []),
  };
}

/** Which comments belong to a pull request is told by their address alone. */
function commentsOf(comments: readonly z.output<typeof issueCommentSchema>[], { pullRequests, team }: IssuesWanted) {
  const wanted = comments.filter(({ html_url: address }) => pullRequests || !/\/pull\/\d+/.test(address));
  return {
    rows: comments.length,
    updated: comments.at(-1)?.updated_at,
    comments: wanted.flatMap((comment) => asComment(writtenComment(comment), team) ?? []),
  };
}

const seconds = (time: Date) => time.toISOString().replace(/\.\d+Z$/, 'Z');
