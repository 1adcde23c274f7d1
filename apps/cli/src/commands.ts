import { answerSchema, typedQuestionSchema } from '@moodline/chat/contract';
import {
  COMMENT_KINDS,
  COMMENT_SORTS,
  commentPageSchema,
  EMOTIONS,
  EXPORT_FORMATS,
  monitorSchema,
} from '@moodline/comments/contract';
import { memberSchema, signInLinkSchema, type Member } from '@moodline/accounts/contract';
import { summarySchema } from '@moodline/reports/contract';
import { labellingStatusSchema } from '@moodline/sentiment/contract';
import { moodSeriesSchema, STEPS } from '@moodline/trends/contract';
import { Option, type Command } from 'commander';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { addAlert } from './alert-command';
import { CliError, type ApiClient } from './api-client';
import { addBackup } from './backup/backup-command';
import { addForgotten } from './backup/forgotten-command';
import { addRestore } from './backup/restore-command';
import { addImport } from './import-command';
import { addMcp } from './mcp/mcp-command';
import { addReport } from './report-command';
import type { Shell } from './shell';
import { clip, table } from './table';

type Flags = Record<string, string | undefined>;

const share = (part: number, whole: number) => (whole ? `${Math.round((100 * part) / whole)} %` : '–');
const signed = (net: number | null) => (net === null ? null : `${net > 0 ? '+' : net < 0 ? '−' : '±'}${Math.abs(net)}`);

/** Adds all commands to the program. */
export function addCommands(program: Command, shell: Shell): void {
  addImport(program, shell);
  addStatus(program, shell);
  addMood(program, shell);
  addComments(program, shell);
  addSummary(program, shell);
  addAsk(program, shell);
  addExport(program, shell);
  addReport(program, shell);
  addAlert(program, shell);
  addBackup(program, shell);
  addRestore(program, shell);
  addForgotten(program, shell);
  addOwnerLink(program, shell);
  addMcp(program, shell);
}

/** The filter every reading command takes, in the names of the API. */
function withFilter(command: Command): Command {
  return command
    .option('--from <day>', 'first day (2026-05-03) or instant')
    .option('--to <day>', 'last day, included, or instant')
    .option('--source <names>', 'sources by name or id, separated by commas')
    .option('--label <labels>', 'positive, neutral, negative, pending, unscored')
    .option('--emotion <emotions>', EMOTIONS.join(', '))
    .option('--kind <kinds>', COMMENT_KINDS.join(', '))
    .option('--language <languages>', 'zh, en, ja, und')
    .option('--monitor <name>', 'a monitor by name or id')
    .option('--stars <numbers>', 'stars from 1 to 5, separated by commas')
    .option('--recommended <yes|no>', 'whether the author recommends it')
    .option('--app-version <versions>', 'versions of the app, separated by commas')
    .option('--left-out <yes|no>', 'those that are left out of the mood, or the others')
    .option('--q <text>', 'words that the comments contain: all of them; "a phrase", OR, -without, beginn*');
}

/** In the words of the API, which knows monitors by id; people know them by name. `--version` is that of the program itself. */
async function asFilter(api: ApiClient, { appVersion, ...others }: Flags): Promise<Flags> {
  const flags = appVersion ? { ...others, version: appVersion } : others;
  const { monitor } = flags;
  if (!monitor || /^\d+$/.test(monitor)) return flags;
  const monitors = await api.get('monitors', {}, z.array(monitorSchema.pick({ id: true, name: true })));
  const found = monitors.find(({ name }) => name.toLowerCase() === monitor.trim().toLowerCase());
  if (!found)
    throw new CliError(
      'no-monitor',
      `There is no monitor named "${monitor}". There are: ${monitors.map(({ name }) => name).join(', ') || 'none'}.`,
    );
  return { ...flags, monitor: String(found.id) };
}

function addStatus(program: Command, { api, print }: Shell): void {
  program
    .command('status')
    .description('how far labelling is')
    .action(async () => {
      const status = await api().get('labelling', {}, labellingStatusSchema);
      print(status, () =>
        table(
          ['pending', 'labelled', 'unscored', 'comments/s', 'model'],
          [[status.pending, status.labelled, status.unscored, status.commentsPerSecond, status.model]],
        ),
      );
    });
}

function addMood(program: Command, { api, print }: Shell): void {
  withFilter(program.command('mood').description('net mood over time'))
    .addOption(new Option('--step <step>', 'length of an interval').choices(STEPS))
    .action(async (flags: Flags) => {
      const series = await api().get('mood', await asFilter(api(), flags), moodSeriesSchema);
      print(series.points, () => {
        const rows = series.points.map((point) => [
          point.start,
          point.n,
          point.positive,
          point.neutral,
          point.negative,
          signed(point.net),
          point.interval && point.n > 0 ? `${signed(point.interval.low)} … ${signed(point.interval.high)}` : '',
        ]);
        return table(['start', 'n', 'positive', 'neutral', 'negative', 'net', '95 % of it'], rows);
      });
    });
}

function addComments(program: Command, { api, print }: Shell): void {
  withFilter(program.command('comments').description('list comments'))
    .addOption(new Option('--sort <order>', 'order').choices(COMMENT_SORTS))
    .option('--limit <number>', 'at most so many (1 to 200)', '50')
    .option('--cursor <cursor>', 'go on where the last page ended')
    .action(async (flags: Flags) => {
      const page = await api().get('comments', await asFilter(api(), flags), commentPageSchema);
      print(page, () => {
        const rows = page.items.map((comment) => {
          const probability =
            comment.label && comment.probabilities ? share(comment.probabilities[comment.label], 1) : '';
          return [
            comment.id,
            comment.publishedAt.slice(0, 16),
            clip(comment.source.name, 16),
            `${comment.label ?? comment.unscoredReason ?? ''} ${probability}`.trim(),
            comment.emotion?.value ?? '',
            comment.leftOut === 'kind' ? `${comment.kind?.value} (left out)` : (comment.kind?.value ?? ''),
            clip(comment.text, 80),
          ];
        });
        return `${table(['id', 'time (UTC)', 'source', 'label', 'emotion', 'kind', 'text'], rows)}\n\n${page.items.length} ${ofTotal(page)}${page.nextCursor ? `; next page: --cursor ${page.nextCursor}` : ''}`;
      });
    });
}

function addSummary(program: Command, { api, print }: Shell): void {
  withFilter(program.command('summary').description('what people say, with the comments it rests on'))
    .addOption(new Option('--locale <language>', 'language of the summary').choices(['zh', 'en', 'ja']).default('en'))
    .action(async (flags: Flags) => {
      const summary = await api().get('summary', await asFilter(api(), flags), summarySchema);
      print(
        summary,
        () =>
          summary.reason ??
          summary.sentences
            .map(({ text, citations }) => `• ${clip(text, 400)} ${citations.map((id) => `[#${id}]`).join('')}`)
            .join('\n'),
      );
    });
}

function addAsk(program: Command, { api, print }: Shell): void {
  withFilter(program.command('ask <question>').description('ask a question about the data'))
    .option('--after <question>', 'a question that was asked before: the new one may leave out what it said')
    .action(async (question: string, { after, ...flags }: Flags) => {
      const filter = await asFilter(api(), flags);
      const before = after && (await api().post('chat', { question: after, filter }, answerSchema));
      const previous = before && typedQuestionSchema.parse(before);
      const answer = await api().post('chat', { question, filter, ...(previous ? { previous } : {}) }, answerSchema);
      print(answer, () => {
        const words = answer.sentences.map(
          ({ text, citations }) => `${clip(text, 600)} ${citations.map((id) => `[${id}]`).join('')}`,
        );
        const options = answer.asksBack?.options.map(({ text }) => `  ? ${clip(text, 80)}`) ?? [];
        const about = answer.declined ? [] : ['', `${answer.intent} · ${answer.period.from} – ${answer.period.to}`];
        return [
          ...words,
          ...(answer.reason ? [answer.reason] : []),
          ...options,
          ...answer.suggestions.map((text) => `  ? ${text}`),
          ...about,
        ].join('\n');
      });
    });
}

function addExport(program: Command, { api }: Shell): void {
  withFilter(
    program.command('export').description('all matching comments as a file, to the standard output or to --output'),
  )
    .addOption(new Option('--format <format>', 'kind of file').choices(EXPORT_FORMATS).default('jsonl'))
    .option('--output <file>', 'write to this file')
    .action(async ({ output, ...flags }: Flags) => {
      const answer = await api().stream('comments/export', await asFilter(api(), flags));
      if (output) await pipeline(answer, createWriteStream(output));
      else await pipeline(answer, process.stdout, { end: false });
    });
}

function addOwnerLink(program: Command, { api, print }: Shell): void {
  program
    .command('owner-link')
    .description('a new link that signs the owner in once, within 15 minutes')
    .action(async () => {
      const link = await api().post('sign-in-links', {}, signInLinkSchema);
      print(link, () => link.url);
    });
  program
    .command('password-link <email>')
    .description('a link by which the person with this e-mail address sets a new password, once, within a day')
    .action(async (email: string) => {
      const member = await memberOf(api(), email);
      const link = await api().post(`members/${member.id}/password-links`, {}, signInLinkSchema);
      print(link, () => link.url);
    });
  program
    .command('second-factor-off <email>')
    .description('turns the second step at signing in off, for somebody who has lost the app and the recovery codes')
    .action(async (email: string) => {
      const member = await memberOf(api(), email);
      await api().remove(`members/${member.id}/second-factor`);
      print({ email: member.email }, () => `${member.email} signs in with the password alone now.`);
    });
}

async function memberOf(api: ApiClient, email: string): Promise<Member> {
  const members = await api.get('members', {}, z.array(memberSchema));
  const member = members.find((one) => one.email === email.trim().toLowerCase());
  if (!member) throw new CliError('no-member', `Nobody signs in with ${email}. Known: ${emails(members)}.`);
  return member;
}

const emails = (members: readonly Member[]) => members.flatMap(({ email }) => email ?? []).join(', ') || 'none';

/** How many there are, as far as they were counted: the first page of a list tells. */
const ofTotal = ({ total, totalCapped }: { total: number | null; totalCapped: boolean }) =>
  total === null ? 'shown' : `of ${totalCapped ? 'more than ' : ''}${total}`;
