import { alertPageSchema, alertRuleSchema, type Alert } from '@moodline/alerts/contract';
import { channelSchema, channelTestSchema, NOTICE_LANGUAGES } from '@moodline/notify/contract';
import { Option, type Command } from 'commander';
import * as z from 'zod';
import { CliError } from './api-client';
import type { Shell } from './shell';
import { clip, table } from './table';

/** `alert list`, `alert rules` and `alert test`. */
export function addAlert(program: Command, shell: Shell): void {
  const alert = program.command('alert').description('alerts, their rules, and whether their channels work');
  addList(alert, shell);
  addRules(alert, shell);
  addTest(alert, shell);
}

const number = ({ measure, peak }: Alert) =>
  measure === 'negative-share' || measure === 'themes' ? `${peak.value} %` : String(peak.value);

function addList(alert: Command, { api, print }: Shell): void {
  alert
    .command('list')
    .description('alerts, newest first')
    .addOption(new Option('--state <state>', 'only these').choices(['open', 'over', 'unacknowledged']))
    .option('--limit <number>', 'at most so many (1 to 200)', '50')
    .option('--cursor <cursor>', 'go on where the last page ended')
    .action(async (flags: Record<string, string | undefined>) => {
      const page = await api().get('alerts', flags, alertPageSchema);
      print(page, () => {
        const rows = page.items.map((one) => [
          one.id,
          clip(one.rule.name, 30),
          number(one),
          one.peak.usual,
          one.since.slice(0, 16),
          one.overAt?.slice(0, 16) ?? 'goes on',
          one.acknowledgedBy?.name ?? '',
        ]);
        const next = page.nextCursor ? `\n\nnext page: --cursor ${page.nextCursor}` : '';
        return table(['id', 'rule', 'peak', 'usual', 'since (UTC)', 'over (UTC)', 'acknowledged'], rows) + next;
      });
    });
}

function addRules(alert: Command, { api, print }: Shell): void {
  alert
    .command('rules')
    .description('rules and how they stand')
    .action(async () => {
      const rules = await api().get('alert-rules', {}, z.array(alertRuleSchema));
      print(rules, () => {
        const rows = rules.map(({ id, name, measure, enabled, last, openAlert, problem }) => [
          id,
          clip(name, 30),
          measure,
          problem ? 'failed' : !enabled ? 'off' : openAlert ? 'alert' : last ? 'calm' : 'learning',
          last?.value ?? null,
          last?.usual ?? null,
        ]);
        return table(['id', 'rule', 'measure', 'state', 'value', 'usual'], rows);
      });
    });
}

function addTest(alert: Command, { api, print }: Shell): void {
  alert
    .command('test <channel>')
    .description('send a test message to a channel, by name or id')
    .addOption(new Option('--locale <language>', 'language of the message').choices(NOTICE_LANGUAGES).default('en'))
    .action(async (name: string, { locale }: { locale: string }) => {
      const channels = await api().get('channels', {}, z.array(channelSchema));
      const channel = channels.find((one) => one.name === name || String(one.id) === name);
      if (!channel)
        throw new CliError(
          'no-channel',
          `There is no channel "${name}". There are: ${channels.map((one) => one.name).join(', ') || 'none'}.`,
        );
      const result = await api().post(`channels/${channel.id}/test`, { language: locale }, channelTestSchema);
      if (!result.ok) throw new CliError(result.code ?? 'unknown', result.message ?? 'The test failed.');
      print(result, () => `${channel.name} took the test message.`);
    });
}
