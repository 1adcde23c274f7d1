import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHANNEL_KINDS, type ChannelKind, type Notice } from '@moodline/notify/contract';
import { longNotice, sampleNotice } from '../testing/sample-notice';
import { CHANNELS } from './channels';
import { jsonBytes, splitNotice } from './split-notice';

const CONFIG: Partial<Record<ChannelKind, Record<string, unknown>>> = {
  telegram: { chat: '-100200' },
  wecom: { users: ['zhang.san'] },
};
/** Where brackets make a link. */
const MARKDOWN: readonly ChannelKind[] = ['feishu', 'dingtalk', 'wecom', 'teams', 'discord'];
const golden = (kind: ChannelKind): unknown =>
  JSON.parse(readFileSync(join(__dirname, 'golden', `${kind}.json`), 'utf8'));

/** The limit that each service publishes, measured on what is sent. */
const LIMITS: Partial<Record<ChannelKind, (payload: never) => number>> = {
  slack: ({ blocks }: { blocks: { text: { text: string } }[] }) =>
    Math.max(...blocks.map(({ text }) => text.text.length / 3000), blocks.length / 50),
  feishu: (payload) => jsonBytes(payload) / 20_000,
  dingtalk: (payload) => jsonBytes(payload) / 20_000,
  wecom: ({ markdown }: { markdown: { content: string } }) => Buffer.byteLength(markdown.content) / 4096,
  telegram: ({ text }: { text: string }) => text.length / 4096,
  teams: (payload) => jsonBytes(payload) / 28_000,
  discord: ({ embeds }: { embeds: { title: string; description: string }[] }) =>
    Math.max(...embeds.map(({ title, description }) => Math.max(title.length / 256, description.length / 4096))),
};

describe.each(CHANNEL_KINDS)('a message for %s', (kind) => {
  const { render } = CHANNELS[kind];

  it('has the form that the service takes', () => {
    const payloads = render(sampleNotice, CONFIG[kind] ?? {});
    expect(JSON.parse(JSON.stringify(payloads))).toEqual([golden(kind)]);
  });

  it('makes nothing of a quotation that calls people, runs or leads elsewhere', () => {
    const whole = JSON.stringify(render(sampleNotice, CONFIG[kind] ?? {}));
    if (kind === 'webhook') return expect(whole).toContain('<script>');
    const { html = whole } = render(sampleNotice, {})[0] as { html?: string };
    expect(html).not.toMatch(/(?<!\\)<(?:script|!channel|at )/);
    if (MARKDOWN.includes(kind)) expect(html).not.toMatch(/(?<!\\)\]\(https:\/\/evil/);
  });

  it('is split within the limits, and nothing is lost', () => {
    const payloads = render(longNotice, CONFIG[kind] ?? {});
    const limit = LIMITS[kind];
    if (!limit) return expect(payloads).toHaveLength(1);
    expect(payloads.length).toBeGreaterThan(1);
    for (const payload of payloads) expect(limit(payload as never)).toBeLessThanOrEqual(1);
    const all = JSON.stringify(payloads);
    expect(all.match(/一/g)).toHaveLength(9_000);
    expect(all.match(/引/g)).toHaveLength(9_000);
  });
});

it('calls people of DingTalk by @, which an action card cannot', () => {
  const [payload] = CHANNELS.dingtalk.render(sampleNotice, { mobiles: ['13800000000'], everybody: false });
  expect(payload).toMatchObject({
    msgtype: 'markdown',
    markdown: { text: expect.stringMatching(/\[Open the alert\]\(.*\)\n\n@13800000000$/) },
    at: { atMobiles: ['13800000000'], isAtAll: false },
  });
});

describe('splitting', () => {
  const small: Notice = { ...sampleNotice, facts: [], quotes: [], link: null };
  const most = (signs: number) => (part: Notice) => part.title.length + part.paragraphs.join('').length <= signs;

  it('numbers the parts and keeps the order', () => {
    const parts = splitNotice({ ...small, title: 'T', paragraphs: ['aaaaaaa', 'bbbbb', 'cc', 'dddd'] }, most(16));
    expect(parts.map(({ title, paragraphs }) => `${title}: ${paragraphs.join('+')}`)).toEqual([
      'T (1/3): aaaaaaa',
      'T (2/3): bbbbb+cc',
      'T (3/3): dddd',
    ]);
  });

  it('never cuts through a sign of two code units', () => {
    const parts = splitNotice({ ...small, title: 'T', paragraphs: ['😀'.repeat(40)] }, most(31));
    expect(parts.flatMap(({ paragraphs }) => paragraphs).join('')).toBe('😀'.repeat(40));
    for (const { paragraphs } of parts) expect(paragraphs.join('')).toMatch(/^(?:😀)+$/u);
  });
});
