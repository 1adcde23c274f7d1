import { madeIssueSchema, REPORT_FORMATS, reportListItemSchema, type ReportListItem } from '@moodline/reports/contract';
import { Option, type Command } from 'commander';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { CliError, type ApiClient } from './api-client';
import type { Shell } from './shell';
import { clip, table } from './table';

/** `report list`, `report make` and `report send`. */
export function addReport(program: Command, shell: Shell): void {
  const report = program.command('report').description('reports: list them, make one, send one');
  addList(report, shell);
  addMake(report, shell);
  addSend(report, shell);
}

const read = (api: ApiClient) => api.get('reports', {}, z.array(reportListItemSchema));

async function named(api: ApiClient, name: string): Promise<ReportListItem> {
  const reports = await read(api);
  const found = reports.find((one) => one.name === name || String(one.id) === name);
  if (found) return found;
  const names = reports.map((one) => one.name).join(', ');
  throw new CliError(
    'no-report',
    names
      ? `There is no report "${name}". There are: ${names}.`
      : 'There is no report yet. Set one up on the page Reports.',
  );
}

function addList(report: Command, { api, print }: Shell): void {
  report
    .command('list')
    .description('reports, when they are due, and the one made last')
    .action(async () => {
      const reports = await read(api());
      print(reports, () => {
        const rows = reports.map(({ id, name, template, nextAt, last, recipients, problem }) => [
          id,
          clip(name, 30),
          template,
          nextAt?.slice(0, 16) ?? 'by hand',
          last?.madeAt.slice(0, 16) ?? 'never',
          recipients,
          problem ? 'failed' : '',
        ]);
        return table(['id', 'report', 'template', 'due (UTC)', 'made (UTC)', 'recipients', ''], rows);
      });
    });
}

function addMake(report: Command, { api, print }: Shell): void {
  report
    .command('make <report>')
    .description('make one now, by name or id; nobody is told')
    .addOption(new Option('--format <format>', 'write it to a file').choices(REPORT_FORMATS))
    .option('--out <file>', 'name of the file; report.<format> unless told')
    .action(async (name: string, { format, out }: { format?: string; out?: string }) => {
      const client = api();
      const { id } = await named(client, name);
      const made = await client.post(`reports/${id}/issues`, { send: false }, madeIssueSchema);
      const file = format ? (out ?? `report.${format}`) : null;
      if (file) await pipeline(await client.stream(`report-issues/${made.id}/${format}`, {}), createWriteStream(file));
      print({ ...made, file }, () => `Report ${made.id} was made.${file ? ` It is in ${file}.` : ''}`);
    });
}

function addSend(report: Command, { api, print }: Shell): void {
  report
    .command('send <report>')
    .description('make one now, by name or id, and send it to all recipients')
    .action(async (name: string) => {
      const client = api();
      const { id } = await named(client, name);
      const made = await client.post(`reports/${id}/issues`, { send: true }, madeIssueSchema);
      print(made, () => `Report ${made.id} is on its way to ${made.queued}.`);
    });
}
