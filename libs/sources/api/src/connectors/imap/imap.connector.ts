import type { ConnectionOptions } from 'node:tls';
import type { SourceCheck } from '@moodline/sources/contract';
import * as z from 'zod';
import { field } from '../config-fields';
import type { Connector, ConnectorContext, ConnectorDescription, SourcePage } from '../connector';
import { previewOf } from '../preview';
import { readMail } from './mail-comment';
import { mailPlaceSchema, SeenMails, type MailPlace } from './mail-place';
import { Mailbox, type MailboxKeys } from './mailbox';

/** A name or an address of a host; an IPv6 address without brackets. */
const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,251}[\p{L}\p{N}])?|[0-9a-f:.]{2,45})$/iu;

const configSchema = z.object({
  host: field(z.string().trim().regex(HOST), {
    carriesKey: true,
    label: { zh: 'IMAP 服务器', en: 'IMAP server', ja: 'IMAP サーバー' },
    placeholder: 'imap.example.com',
  }),
  port: field(z.number().int().min(1).max(65_535).default(993), {
    carriesKey: true,
    label: { zh: '端口', en: 'Port', ja: 'ポート' },
    hint: {
      zh: 'TLS 通常为 993，STARTTLS 为 143。',
      en: 'Mostly 993 for TLS, 143 for STARTTLS.',
      ja: '通常、TLS は 993、STARTTLS は 143 です。',
    },
  }),
  security: field(z.enum(['tls', 'starttls', 'plain']).default('tls'), {
    carriesKey: true,
    label: { zh: '加密', en: 'Encryption', ja: '暗号化' },
    options: {
      tls: { zh: 'TLS', en: 'TLS', ja: 'TLS' },
      starttls: { zh: 'STARTTLS（必须加密）', en: 'STARTTLS, required', ja: 'STARTTLS（必須）' },
      plain: {
        zh: '不加密（仅限管理员允许的内网主机）',
        en: 'None, only for hosts of your own network that the operator allows',
        ja: 'なし（管理者が許可した社内ホストのみ）',
      },
    },
  }),
  folders: field(z.array(z.string().trim().min(1).max(200)).min(1).max(20).default(['INBOX']), {
    label: { zh: '文件夹', en: 'Folders', ja: 'フォルダー' },
    hint: {
      zh: '加上“已发送”并在设置中把自己的地址列为官方账号，已回信的来信就不再显示为待回复。',
      en: 'With the folder of sent mail, and your own address among the accounts that are left out, what you have answered waits no more.',
      ja: '送信済みフォルダーを加え、自社のアドレスを除外アカウントに登録すると、返信済みのメールは返信待ちに出なくなります。',
    },
  }),
  unseen: field(z.boolean().default(false), {
    label: { zh: '只读取未读邮件', en: 'Unread mail only', ja: '未読メールのみ' },
    hint: {
      zh: '读取时已标为已读的邮件会被跳过。Moodline 不会改动任何标记。',
      en: 'Mail that somebody has read by then is passed over. Moodline itself marks nothing.',
      ja: '取得時に既読のメールは対象外です。Moodline は既読にしません。',
    },
  }),
});
export type ImapConfig = z.output<typeof configSchema>;

const secretsSchema = z.object({
  user: field(z.string().trim().min(1).max(320), { label: { zh: '用户名', en: 'User name', ja: 'ユーザー名' } }),
  password: field(z.string().min(1).max(1_000), {
    label: { zh: '密码或授权码', en: 'Password', ja: 'パスワード' },
    hint: {
      zh: 'QQ、163、Gmail 等需要“授权码”或应用专用密码。',
      en: 'Gmail, iCloud, QQ and others want an app password.',
      ja: 'Gmail、iCloud などではアプリ パスワードが必要です。',
    },
  }),
});
type Context = ConnectorContext<MailboxKeys>;

/** Mails on a page. */
const PAGE = 50;
/** Mails that a check shows. */
const SHOWN = 5;
/** Days of IMAP have no zone, and a mail may have been on its way. */
const SLACK_MS = 48 * 3_600_000;

/** Reads a mailbox by IMAP and changes nothing in it. */
export class ImapConnector implements Connector<ImapConfig, MailPlace, MailboxKeys> {
  readonly description: ConnectorDescription = {
    kind: 'imap',
    title: { zh: '电子邮件（IMAP）', en: 'E-mail (IMAP)', ja: 'メール（IMAP）' },
    about: {
      zh: '读取一个邮箱（例如客服邮箱）的来信，不做任何标记或删除。',
      en: 'Reads the mail of a mailbox, for example that of your support, without marking or deleting anything.',
      ja: 'サポート窓口などのメールボックスを読み取ります。既読にも削除もしません。',
    },
    terms: {
      zh: '只读取您有权查看的邮箱。号码、邮箱等照常遮盖，发件人只保存密钥散列；附件不读取，只计数；自动回复不计入情绪。',
      en: 'Only for mailboxes that you may read. Numbers and addresses are masked as everywhere, of senders only a keyed hash is kept, files are counted and not read, and automatic answers are left out of the mood.',
      ja: '閲覧権限のあるメールボックスに限ります。番号や住所は伏せ字にし、差出人は鍵付きハッシュのみ保存します。添付は数えるだけで読まず、自動返信は集計から除きます。',
    },
    docs: null,
    backfill: true,
    schedule: 'every-15-minutes',
    access: 'api',
  };
  readonly config = configSchema;
  readonly secrets = secretsSchema;
  readonly cursor = mailPlaceSchema;

  /** @param tls more trust than that of the machine, for tests */
  constructor(private readonly tls: ConnectionOptions = {}) {}

  check(config: ImapConfig, context: Context): Promise<SourceCheck> {
    return Mailbox.use(this.opening(config, context), async (mailbox) => {
      let items = 0;
      let latest: number[] = [];
      // The first folder last: its mails are shown.
      for (const name of [...config.folders].reverse()) {
        const { mails } = await mailbox.folder(name);
        latest = mails ? await mailbox.numbers(1, { since: since(context), unseen: config.unseen }) : [];
        items += latest.length;
      }
      const mails = latest.length ? await mailbox.mails(latest.slice(-SHOWN)) : [];
      const read = await Promise.all(mails.reverse().map(readMail));
      const title = `${config.folders.join(', ')} · ${config.host}`;
      return { title, items, preview: previewOf(read.flatMap((one) => one?.comment ?? [])) };
    });
  }

  async *fetchSince(config: ImapConfig, cursor: MailPlace, context: Context): AsyncGenerator<SourcePage<MailPlace>> {
    const mailbox = await Mailbox.connect(this.opening(config, context));
    try {
      let place = cursor;
      for (const name of new Set(config.folders))
        for await (const page of readFolder(mailbox, { name, config, place, context })) {
          place = page.cursor;
          yield page;
        }
    } finally {
      mailbox.close();
    }
  }

  private opening({ host, port, security }: ImapConfig, { http, secrets, signal }: Context) {
    return { server: { host, port, security }, keys: secrets, http, signal, tls: this.tls };
  }
}

/** A folder from where its reading had come to. Numbered anew, it is read again as far back as the last reading: what is known by then stays one. */
async function* readFolder(
  mailbox: Mailbox,
  { name, config, place, context }: { name: string; config: ImapConfig; place: MailPlace; context: Context },
): AsyncGenerator<SourcePage<MailPlace>> {
  const { validity, mails, last: highest } = await mailbox.folder(name);
  const last = place.folders[name];
  const known = last?.validity === validity ? last : null;
  const back = known ? null : since(context, last?.at);
  const numbers = mails ? await mailbox.numbers((known?.uid ?? 0) + 1, { since: back, unseen: config.unseen }) : [];
  const seen = new SeenMails(place.seen);
  let uid = known?.uid ?? 0;
  // What was passed over stays so: the next reading begins behind all that is there now, and does not ask how old it is.
  const passed = () => (uid = Math.max(uid, highest));
  const cursor = (): MailPlace => ({
    folders: { ...place.folders, [name]: { validity, uid, at: context.now().toISOString() } },
    seen: seen.latest,
  });
  if (!numbers.length) {
    passed();
    yield { rows: 0, comments: [], cursor: cursor(), notModified: true };
  }
  for (let at = 0; at < numbers.length; at += PAGE) {
    const wanted = numbers.slice(at, at + PAGE);
    const raw = await mailbox.mails(wanted);
    const read = await Promise.all(raw.map(readMail));
    uid = wanted.at(-1) ?? uid;
    if (at + PAGE >= numbers.length) passed();
    const unreadable = raw.filter((_, index) => !read[index]);
    yield {
      rows: raw.length,
      comments: read.flatMap((one) => (one ? [seen.identified(one)] : [])),
      rejected: unreadable.map((one) => ({
        line: one.uid,
        code: 'broken-text',
        reason: 'The mail could not be read.',
      })),
      cursor: cursor(),
    };
  }
}

/** How far back a first reading goes, or one of a folder that is numbered anew. */
function since(context: Context, lastReading?: string): Date {
  const from = Math.min(context.since.getTime(), lastReading ? Date.parse(lastReading) : Number.POSITIVE_INFINITY);
  return new Date(from - SLACK_MS);
}
