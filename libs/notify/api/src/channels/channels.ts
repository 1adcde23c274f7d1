import type { ChannelKind } from '@moodline/notify/contract';
import type { ChannelPlugin } from './channel-plugin';
import { dingtalkChannel } from './dingtalk.channel';
import { discordChannel } from './discord.channel';
import { feishuChannel } from './feishu.channel';
import { slackChannel } from './slack.channel';
import { smtpChannel } from './smtp.channel';
import { teamsChannel } from './teams.channel';
import { telegramChannel } from './telegram.channel';
import { webhookChannel } from './webhook.channel';
import { wecomChannel } from './wecom.channel';

/** Every kind of channel. */
export const CHANNELS: Readonly<Record<ChannelKind, ChannelPlugin>> = {
  smtp: smtpChannel,
  webhook: webhookChannel,
  slack: slackChannel,
  feishu: feishuChannel,
  dingtalk: dingtalkChannel,
  wecom: wecomChannel,
  telegram: telegramChannel,
  teams: teamsChannel,
  discord: discordChannel,
};
