import * as z from 'zod';
import type { IncomingComment } from '@moodline/comments/api';

const text = z.string().nullish();

const writtenSchema = z.object({
  body: text,
  html_url: z.string(),
  created_at: z.string(),
  updated_at: z.string().min(1),
  user: z.object({ login: z.string(), type: text }).nullish(),
  author_association: text,
  reactions: z.object({ total_count: z.number().nullish() }).nullish(),
});

/** An issue as the list of issues names it; pull requests stand among them. */
export const issueSchema = writtenSchema.extend({
  number: z.number().int(),
  title: z.string(),
  comments: z.number().nullish(),
  pull_request: z.unknown().optional(),
});
/** A comment as the list of all comments of a repository names it. */
export const issueCommentSchema = writtenSchema.extend({ id: z.number().int(), issue_url: z.string() });

/** Something that was written, wherever in the interface it stands. */
export interface Written {
  readonly externalId: string;
  readonly title?: string;
  readonly markdown: string;
  readonly publishedAt: Date;
  readonly author: string | null;
  readonly robot: boolean;
  /** How the author stands to the repository: `OWNER`, `NONE` and so on. */
  readonly association: string;
  readonly engagement: number;
  readonly permalink: string;
  readonly parentId: string | null;
}

/** Who belongs to those who make the thing, not to those who use it. */
const TEAM: readonly string[] = ['OWNER', 'MEMBER', 'COLLABORATOR'];

/** Null for programs, for the team where it is not wanted, and for what holds no words of its own. */
export function asComment(written: Written, team: boolean): IncomingComment | null {
  const { externalId, title, markdown, publishedAt, author, engagement, permalink, parentId } = written;
  if (written.robot || (!team && TEAM.includes(written.association))) return null;
  const body = [title ?? '', ownWords(markdown)].filter(Boolean).join('\n');
  return body ? { externalId, text: body, publishedAt, author, engagement, permalink, parentId } : null;
}

export function writtenIssue(issue: z.output<typeof issueSchema>): Written {
  const { number, title, comments } = issue;
  return {
    ...written(issue),
    externalId: `issue-${number}`,
    title,
    engagement: (issue.reactions?.total_count ?? 0) + (comments ?? 0),
    parentId: null,
  };
}

export function writtenComment(comment: z.output<typeof issueCommentSchema>): Written {
  const issue = /\/(\d+)$/.exec(comment.issue_url)?.[1];
  return {
    ...written(comment),
    externalId: `comment-${comment.id}`,
    engagement: comment.reactions?.total_count ?? 0,
    parentId: issue ? `issue-${issue}` : null,
  };
}

function written({
  body,
  html_url: permalink,
  created_at: created,
  user,
  author_association: association,
}: z.output<typeof writtenSchema>) {
  return {
    markdown: body ?? '',
    permalink,
    publishedAt: new Date(created),
    author: user?.login ?? null,
    robot: user?.type === 'Bot',
    association: association ?? 'NONE',
  };
}

/** The author's own words: without the notes of templates, without code and logs, and without what is quoted. */
export function ownWords(markdown: string): string {
  const lines: string[] = [];
  let fence: string | null = null;
  for (const line of withoutNotes(markdown).split(/\r?\n/)) {
    const mark: string | undefined = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence) {
      if (mark?.startsWith(fence)) fence = null;
    } else if (mark) fence = mark;
    else if (!/^ {0,3}>/.test(line)) lines.push(line.trim());
  }
  return lines
    .filter((line, index) => line || lines[index - 1])
    .join('\n')
    .trim();
}

function withoutNotes(markdown: string): string {
  let text = '';
  for (let at = 0; ;) {
    const open = markdown.indexOf('<!--', at);
    if (open < 0) return text + markdown.slice(at);
    text += markdown.slice(at, open);
    const close = markdown.indexOf('-->', open + 4);
    if (close < 0) return text;
    at = close + 3;
  }
}
