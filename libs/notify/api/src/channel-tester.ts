import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ChannelTest, Notice, NoticeLanguage } from '@moodline/notify/contract';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { ChannelEditor } from './channel-editor';
import { ChannelRepository } from './channel.repository';
import { CHANNELS } from './channels/channels';
import { DeliveryError } from './delivery-error';
import { NotifyLine } from './line/notify-line';

const WORDS: Readonly<Record<NoticeLanguage, { title: string; text: string; name: string; link: string }>> = {
  en: {
    title: 'Test from Moodline',
    text: 'This channel works. Alerts that are sent here will look like this message.',
    name: 'Channel',
    link: 'Open Moodline',
  },
  zh: {
    title: 'Moodline 测试消息',
    text: '该渠道可用。之后发到这里的预警就是这个样子。',
    name: '渠道',
    link: '打开 Moodline',
  },
  ja: {
    title: 'Moodline からのテスト',
    text: 'このチャンネルは使えます。アラートはこの形で届きます。',
    name: 'チャンネル',
    link: 'Moodline を開く',
  },
};

/** Sends a test at once, so that who sets a channel up sees at once what is wrong. */
@Injectable()
export class ChannelTester {
  constructor(
    private readonly channels: ChannelRepository,
    private readonly editor: ChannelEditor,
    private readonly line: NotifyLine,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws NotFoundError */
  async test(workspaceId: number, id: number, language: NoticeLanguage): Promise<ChannelTest> {
    const channel = await this.channels.find(workspaceId, id);
    const plugin = CHANNELS[channel.kind];
    try {
      const setup = this.editor.open(channel);
      for (const payload of plugin.render(this.notice(channel.name, language), setup.config))
        await plugin.send(payload, {
          ...{ setup, line: this.line, key: randomUUID(), now: new Date() },
          signal: new AbortController().signal,
        });
      return { ok: true, code: null, message: null };
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      return { ok: false, code: error.code, message: error.message };
    }
  }

  private notice(name: string, language: NoticeLanguage): Notice {
    const words = WORDS[language];
    return {
      ...{ language, tone: 'plain', title: words.title, paragraphs: [words.text], quotes: [] },
      facts: [{ name: words.name, value: name }],
      link: { words: words.link, url: this.settings.publicUrl },
    };
  }
}
