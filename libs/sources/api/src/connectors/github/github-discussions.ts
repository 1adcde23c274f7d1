import * as z from 'zod';
import type { ConnectorContext } from '../connector';
import type { WalkEntry, WalkLeg } from '../walk-back';
import { asComment, type Written } from './github-comment';
import { explainGitHub, githubHeaders, queryProblem } from './github-interface';

const WRITTEN = 'id body url createdAt updatedAt authorAssociation upvoteCount author { __typename login }';
const COMMENTS = `pageInfo { hasNextPage endCursor } nodes { ${WRITTEN} replies(last: 100) { nodes { ${WRITTEN} } } }`;
/** Ten at a time: GitHub allows for 500,000 things in an answer, and each may have a hundred comments with a hundred replies. */
const DISCUSSIONS = `query ($owner: String!, $name: String!, $after: String) { repository(owner: $owner, name: $name) { discussions(first: 10, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) { totalCount pageInfo { hasNextPage endCursor } nodes { title ${WRITTEN} comments(first: 100) { ${COMMENTS} } } } } }`;
const MORE_COMMENTS = `query ($id: ID!, $after: String) { node(id: $id) { ... on Discussion { comments(first: 100, after: $after) { ${COMMENTS} } } } }`;

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });
const writtenSchema = z.object({
  id: z.string().min(1),
  body: z.string().nullish(),
  url: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  authorAssociation: z.string().nullish(),
  upvoteCount: z.number().nullish(),
  author: z.object({ __typename: z.string().nullish(), login: z.string() }).nullish(),
});
/** What was removed while it was read, or may not be seen with this token, stands in a list as null. */
const listOf = <Node extends z.ZodType>(node: Node) =>
  z
    .array(node.nullable())
    .nullish()
    .transform((nodes) => nodes?.filter((one) => one !== null) ?? []);
const commentsSchema = z.object({
  pageInfo,
  nodes: listOf(writtenSchema.extend({ replies: z.object({ nodes: listOf(writtenSchema) }).nullish() })),
});
const discussionSchema = writtenSchema.extend({ title: z.string(), comments: commentsSchema });
const problemsSchema = z.object({
  errors: z.array(z.object({ type: z.string().nullish(), message: z.string().nullish() })).min(1),
});
const discussionsSchema = z.object({
  data: z.object({
    repository: z.object({
      discussions: z.object({ totalCount: z.number().int(), pageInfo, nodes: listOf(discussionSchema) }),
    }),
  }),
});
const moreSchema = z.object({ data: z.object({ node: z.object({ comments: commentsSchema }) }) });

/** Where the discussions are and whose words are wanted. */
export interface DiscussionsWanted {
  readonly owner: string;
  readonly name: string;
  readonly team: boolean;
}

/** Ten discussions with all that was said in them; those in which something happened last come first. */
export async function readDiscussions(
  { owner, name, team }: DiscussionsWanted,
  context: ConnectorContext<{ token?: string }>,
  after?: string,
): Promise<WalkLeg & { readonly total: number }> {
  const { data } = await query(context, discussionsSchema, DISCUSSIONS, { owner, name, after: after ?? null });
  const { nodes, pageInfo: place, totalCount } = data.repository.discussions;
  const entries: WalkEntry[] = [];
  for (const discussion of nodes) entries.push(...(await entriesOf(discussion, context, team)));
  return {
    entries,
    next: place.hasNextPage ? place.endCursor : null,
    order: nodes.map(({ updatedAt }) => new Date(updatedAt)),
    total: totalCount,
  };
}

async function entriesOf(
  discussion: z.output<typeof discussionSchema>,
  context: ConnectorContext<{ token?: string }>,
  team: boolean,
): Promise<WalkEntry[]> {
  const { id, title } = discussion;
  const read = (
    written: z.output<typeof writtenSchema>,
    more: { parentId: string | null; title?: string },
  ): WalkEntry => ({ time: new Date(written.updatedAt), comment: asComment({ ...asWritten(written), ...more }, team) });
  const entries = [read(discussion, { parentId: null, title })];
  for (let { comments } = discussion; ;) {
    for (const comment of comments.nodes)
      entries.push(
        read(comment, { parentId: id }),
        ...(comment.replies?.nodes ?? []).map((reply) => read(reply, { parentId: comment.id })),
      );
    const { hasNextPage, endCursor } = comments.pageInfo;
    if (!hasNextPage || !endCursor) return entries;
    const next = (await query(context, moreSchema, MORE_COMMENTS, { id, after: endCursor })).data.node.comments;
    if (next.pageInfo.endCursor === endCursor) return entries;
    comments = next;
  }
}

function asWritten({
  id,
  body,
  url,
  createdAt,
  authorAssociation,
  upvoteCount,
  author,
}: z.output<typeof writtenSchema>): Omit<Written, 'parentId'> {
  return {
    externalId: id,
    markdown: body ?? '',
    permalink: url,
    publishedAt: new Date(createdAt),
    author: author?.login ?? null,
    robot: author?.__typename === 'Bot',
    association: authorAssociation ?? 'NONE',
    engagement: upvoteCount ?? 0,
  };
}

async function query<T>(
  { http, site, secrets, now }: ConnectorContext<{ token?: string }>,
  schema: z.ZodType<T>,
  text: string,
  variables: Readonly<Record<string, string | null>>,
): Promise<T> {
  const answer = await http.fetch(`${site('api')}/graphql`, {
    json: { query: text, variables },
    headers: githubHeaders(secrets.token),
    explain: (refused) => explainGitHub(refused, now()),
  });
  // Where a part may not be seen, the rest comes beside the problem.
  const result = http.read(z.union([schema, problemsSchema]), answer);
  if (typeof result === 'object' && result !== null && 'errors' in result)
    throw queryProblem((result as z.output<typeof problemsSchema>).errors, answer.headers, now());
  return result as T;
}
