import * as z from 'zod';

export const CHANNEL_KINDS = [
  'smtp',
  'webhook',
  'slack',
  'feishu',
  'dingtalk',
  'wecom',
  'telegram',
  'teams',
  'discord',
] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];
export const channelKindSchema = z.enum(CHANNEL_KINDS);

/**
 * A setting of a channel, as a form asks for it. A secret is sealed and never shown again; many services put the key into the address,
 * so that an address can be a secret, too.
 */
export interface ChannelField {
  readonly name: string;
  readonly type: 'text' | 'address' | 'number' | 'switch' | 'list' | 'security';
  readonly secret?: true;
  readonly required?: true;
  /** What holds without an entry. */
  readonly fallback?: string | number;
  /** It says where the secrets of the channel go, as every address does. */
  readonly destination?: true;
  /** Least length of a text. */
  readonly least?: number;
}

const ADDRESS: ChannelField = { name: 'url', type: 'address', secret: true, required: true };
const SECRET: ChannelField = { name: 'secret', type: 'text', secret: true };

/** How a connection to a mail server is protected: from the first byte, after STARTTLS, or (for servers on this machine) not at all. */
export const SMTP_SECURITY = ['starttls', 'tls', 'none'] as const;

/** The settings of each kind, in the order in which a form asks for them. */
export const CHANNEL_FIELDS: Readonly<Record<ChannelKind, readonly ChannelField[]>> = {
  smtp: [
    { name: 'host', type: 'text', required: true, destination: true },
    { name: 'port', type: 'number', fallback: 587, destination: true },
    { name: 'security', type: 'security', fallback: 'starttls', destination: true },
    { name: 'user', type: 'text' },
    { name: 'password', type: 'text', secret: true },
    { name: 'from', type: 'text', required: true },
    { name: 'to', type: 'list', required: true },
  ],
  webhook: [
    { name: 'url', type: 'address', required: true },
    { ...SECRET, required: true, least: 16 },
  ],
  slack: [ADDRESS],
  feishu: [ADDRESS, SECRET],
  dingtalk: [ADDRESS, SECRET, { name: 'mobiles', type: 'list' }, { name: 'everybody', type: 'switch' }],
  wecom: [ADDRESS, { name: 'users', type: 'list' }],
  telegram: [
    { name: 'token', type: 'text', secret: true, required: true },
    { name: 'chat', type: 'text', required: true },
    { name: 'server', type: 'address', fallback: 'https://api.telegram.org' },
  ],
  teams: [ADDRESS],
  discord: [ADDRESS],
};

const text = z.string().trim().max(2000);

/** What a field takes: an entry that is missing has its fallback, or is left out. */
function entry({ type, required, fallback, least = 1 }: ChannelField): z.ZodType {
  const shapes: Record<ChannelField['type'], z.ZodType> = {
    text: text.min(least),
    address: z.url({ protocol: /^https?$/ }).max(2000),
    number: z.coerce.number().int().min(1).max(65_535),
    switch: z.boolean(),
    list: z.array(text.min(1)).max(50),
    security: z.enum(SMTP_SECURITY),
  };
  const shape = type === 'list' && required ? z.array(text.min(1)).min(1).max(50) : shapes[type];
  const given = z.preprocess((value) => (value === '' || value === null ? undefined : value), shape.optional());
  return given.transform((value, context) => {
    if (value !== undefined) return value;
    if (fallback === undefined && required) context.addIssue({ code: 'custom', message: 'Required' });
    return fallback;
  });
}

/** The contract of the settings of a kind, without or of its secrets. Names that the kind does not know are refused. */
export function channelSettingsSchema(kind: ChannelKind, secret: boolean): z.ZodType<Record<string, unknown>> {
  const fields = CHANNEL_FIELDS[kind].filter((field) => Boolean(field.secret) === secret);
  return z.strictObject(Object.fromEntries(fields.map((field) => [field.name, entry(field).optional()])));
}
