import type { SourceCheck } from '@moodline/sources/contract';
import * as z from 'zod';
import { field } from '../config-fields';
import type { Connector, ConnectorDescription, SourcePage } from '../connector';
import { timeZoneField } from '../time-zone';
import { countUndatedField } from '../undated';

/** The kind of sources to which comments are sent. */
export const HOOK_KIND = 'webhook';

const configSchema = z.object({ timeZone: timeZoneField, countUndated: countUndatedField });
export type WebhookConfig = z.output<typeof configSchema>;
const secretsSchema = z.object({
  signing: field(z.string().trim().min(32).max(200).optional(), {
    label: { zh: '签名密钥', en: 'Signing secret', ja: '署名用の秘密鍵' },
    hint: {
      zh: '留空即可：添加后由 Moodline 生成，只显示一次，可随时更换。',
      en: 'Leave it empty: Moodline makes one afterwards, shows it once and can replace it at any time.',
      ja: '空欄のままで構いません。追加後に Moodline が作成し、一度だけ表示します。いつでも取り替えられます。',
    },
  }),
});
export type WebhookSecrets = z.output<typeof secretsSchema>;

/** A source that reads nothing: other programs send comments to it (see `hooks/`). */
export class WebhookConnector implements Connector<WebhookConfig, Record<string, never>, WebhookSecrets> {
  readonly description: ConnectorDescription = {
    kind: HOOK_KIND,
    title: { zh: '推送（Webhook）', en: 'Sent to Moodline (webhook)', ja: 'Moodline への送信（Webhook）' },
    about: {
      zh: '由你自己的系统把评论推送到 Moodline，实时到达。',
      en: 'Your own systems send comments here, and they arrive at once.',
      ja: '自社のシステムからコメントを送ると、すぐに届きます。',
    },
    terms: {
      zh: '每次推送须签名；最多 1000 条评论、1 MB。',
      en: 'Each delivery is signed and holds up to 1,000 comments or 1 MB.',
      ja: '送信ごとに署名が必要です。一回に 1,000 件、1 MB までです。',
    },
    docs: null,
    backfill: false,
    schedule: null,
    access: 'api',
  };
  readonly config = configSchema;
  readonly secrets = secretsSchema;
  readonly cursor = z.object({}).catch({}) as unknown as z.ZodType<Record<string, never>>;

  async check(): Promise<SourceCheck> {
    return { title: null, items: null, preview: [] };
  }

  async *fetchSince(): AsyncGenerator<SourcePage<Record<string, never>>> {
    // Nothing is read here.
  }
}
