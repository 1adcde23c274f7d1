import type { SourceCheck } from '@moodline/sources/contract';
import * as z from 'zod';
import { answersField, field } from '../config-fields';
import type { AnswerToSend, Connector, ConnectorContext, ConnectorDescription, SourcePage } from '../connector';
import { previewOf } from '../preview';
import { SourceError } from '../source.errors';
import { walkBack, walkCursorSchema } from '../walk-back';
import { sendIssueComment } from './github-answer';
import { readDiscussions } from './github-discussions';
import { issuesCursorSchema, readIssues, type IssuesWanted } from './github-issues';

const REPOSITORY =
  /^(?:https?:\/\/(?:www\.)?github\.com\/)?([A-Za-z0-9][A-Za-z0-9-]{0,38})\/([A-Za-z0-9._-]{1,100}?)(?:\.git)?(?:\/.*)?$/;

const configSchema = z.object({
  repository: field(z.string().trim().max(300).regex(REPOSITORY), {
    label: { zh: '仓库', en: 'Repository', ja: 'リポジトリ' },
    hint: {
      zh: '地址，或“所有者/名称”。',
      en: 'Its address, or owner/name.',
      ja: 'アドレス、または「所有者/名前」の形です。',
    },
    placeholder: 'pebblo/firmware',
  }),
  read: field(z.enum(['issues', 'discussions']).default('issues'), {
    label: { zh: '读取内容', en: 'What to read', ja: '読み取るもの' },
    hint: {
      zh: '读取讨论区须填写令牌。',
      en: 'Discussions need a token.',
      ja: 'ディスカッションにはトークンが必要です。',
    },
    options: {
      issues: { zh: '议题及其评论', en: 'Issues and their comments', ja: 'Issue とそのコメント' },
      discussions: { zh: '讨论区', en: 'Discussions', ja: 'ディスカッション' },
    },
  }),
  pullRequests: field(z.boolean().default(false), {
    label: { zh: '包含拉取请求', en: 'With pull requests', ja: 'プルリクエストを含める' },
    hint: {
      zh: '拉取请求多为开发者之间的交流。',
      en: 'Mostly developers among themselves.',
      ja: '多くは開発者同士のやり取りです。',
    },
  }),
  team: field(z.boolean().default(false), {
    label: { zh: '包含维护者的发言', en: 'With what the team writes', ja: 'メンテナーの発言を含める' },
    hint: {
      zh: '默认只统计用户的声音，不含所有者、成员与协作者。',
      en: 'Without it, only users are heard: not owners, members and collaborators.',
      ja: 'オフの場合は利用者の声だけを数え、所有者、メンバー、共同作業者は除きます。',
    },
  }),
  answers: answersField('Issues: read and write'),
});
type GitHubConfig = z.output<typeof configSchema>;

const secretsSchema = z.object({
  token: field(z.string().trim().min(1).max(500).optional(), {
    label: { zh: '访问令牌', en: 'Access token', ja: 'アクセストークン' },
    hint: {
      zh: '细粒度令牌，只读 Issues 与 Discussions。不填则每小时仅 60 次请求，且无法读取讨论区。',
      en: 'A fine-grained one that may read issues and discussions. Without it there are 60 requests an hour, and no discussions.',
      ja: 'Issues と Discussions の読み取りだけを許す細粒度トークンです。なければ毎時 60 回までで、ディスカッションは読めません。',
    },
  }),
});
type Context = ConnectorContext<z.output<typeof secretsSchema>>;

const cursorSchema = issuesCursorSchema.extend({ discussions: walkCursorSchema.optional() }).catch({});
type GitHubCursor = z.output<typeof cursorSchema>;

/** What is written while the discussions are read is found by the next reading; so much is read again. */
const OVERLAP_MS = 3_600_000;

/** Reads issues or discussions of a repository on GitHub. */
export class GitHubConnector implements Connector<GitHubConfig, GitHubCursor, z.output<typeof secretsSchema>> {
  readonly description: ConnectorDescription = {
    kind: 'github',
    title: { zh: 'GitHub 议题与讨论', en: 'GitHub issues and discussions', ja: 'GitHub の Issue と Discussions' },
    about: {
      zh: '读取 GitHub 仓库的议题与评论，或讨论区。',
      en: 'Reads issues with their comments, or discussions, of a repository on GitHub.',
      ja: 'GitHub リポジトリの Issue とそのコメント、または Discussions を読み取ります。',
    },
    terms: {
      zh: '使用令牌每小时 5000 次请求，否则 60 次；未变化的内容不计数。不得用于垃圾信息或出售个人信息。',
      en: '5,000 requests an hour with a token, 60 without; what did not change does not count. Not for spam, and not for selling personal data.',
      ja: 'トークンがあれば毎時 5,000 回、なければ 60 回です。変わっていない内容は数えません。スパムや個人情報の販売には使えません。',
    },
    docs: 'https://docs.github.com/en/rest/issues/comments',
    backfill: true,
    schedule: 'hourly',
    access: 'api',
  };
  readonly config = configSchema;
  readonly secrets = secretsSchema;
  readonly cursor = cursorSchema;
  readonly sites = { api: 'https://api.github.com' };
  /** Issues only: discussions are written to by another interface. */
  readonly answers = {
    allowed: ({ answers, read }: GitHubConfig, { token }: Context['secrets']) =>
      answers && read === 'issues' && token !== undefined,
    send: (config: GitHubConfig, answer: AnswerToSend, context: Context) => {
      const { owner, name } = repositoryOf(config);
      return sendIssueComment(`${context.site('api')}/repos/${owner}/${name}`, answer, context);
    },
  };

  async check(config: GitHubConfig, context: Context): Promise<SourceCheck> {
    const { owner, name } = repositoryOf(config);
    const title = `${owner}/${name}`;
    if (config.read === 'discussions') {
      assertToken(context);
      const { entries, total } = await readDiscussions({ owner, name, team: config.team }, context);
      return { title, items: total, preview: previewOf(entries.flatMap(({ comment }) => comment ?? [])) };
    }
    for await (const { comments } of readIssues(context.http, issuesWanted(config, context), {})) {
      if (comments.length) return { title, items: null, preview: previewOf(comments) };
    }
    return { title, items: 0, preview: [] };
  }

  async *fetchSince(
    config: GitHubConfig,
    cursor: GitHubCursor,
    context: Context,
  ): AsyncGenerator<SourcePage<GitHubCursor>> {
    if (config.read === 'issues') return yield* readIssues(context.http, issuesWanted(config, context), cursor);
    assertToken(context);
    const ask = (after?: string) => readDiscussions({ ...repositoryOf(config), team: config.team }, context, after);
    for await (const page of walkBack(cursor.discussions ?? {}, { context, overlapMs: OVERLAP_MS, ask }))
      yield { ...page, cursor: { discussions: page.cursor } };
  }
}

function issuesWanted(config: GitHubConfig, { site, secrets, since, now }: Context): IssuesWanted {
  const { owner, name } = repositoryOf(config);
  return {
    address: `${site('api')}/repos/${owner}/${name}`,
    token: secrets.token,
    since,
    now,
    pullRequests: config.pullRequests,
    team: config.team,
  };
}

function repositoryOf({ repository }: GitHubConfig): { owner: string; name: string } {
  const [, owner, name] = REPOSITORY.exec(repository) ?? [];
  if (!owner || !name || /^\.+$/.test(name))
    throw new SourceError('source-not-found', 'This is no repository of GitHub. Enter owner/name.');
  return { owner, name };
}

function assertToken({ secrets }: Context): void {
  if (!secrets.token)
    throw new SourceError(
      'secret-missing',
      'GitHub shows discussions to programs with a token only. Enter one in the settings of the source.',
    );
}
