import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import * as z from 'zod';

const list = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** Whether a text names proxies as Express understands it: an address, a network, or one of three names for networks. */
function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (!version || more.length) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/**
 * Every environment variable Moodline reads, with its meaning. `.env.example` is generated from it,
 * and nothing else in the product reads `process.env`.
 */
const settingsSchema = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000).describe('Port of the dashboard and the API.'),
  HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe(
      'Address to listen on. The default is reachable from this machine only; 0.0.0.0 opens it to the network (put TLS in front).',
    ),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Address people use in the browser when it is not http://localhost:PORT, for example https://mood.example.com. Requests from other origins are refused.',
    ),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform(list)
    .pipe(
      z.array(z.string().refine(isProxy, 'An address, a network like 10.0.0.0/8, loopback, linklocal or uniquelocal')),
    )
    .describe(
      'Addresses or networks of the proxies in front of Moodline, separated by commas, for example loopback. Only they may say for whom they ask; without it everybody behind a proxy counts as one for the limits on wrong passwords.',
    ),
  MOODLINE_DATA: z.string().min(1).default('.moodline').describe('Folder of the embedded database, keys and logs.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('An external PostgreSQL (15 or newer) instead of the embedded one.'),
  MOODLINE_ROLES: z
    .string()
    .default('api,worker')
    .transform(list)
    .pipe(z.array(z.enum(['api', 'worker'])).min(1))
    .describe('What this process does: api (dashboard and API), worker (collects and labels), or both.'),
  MOODLINE_DEMO: z.stringbool().default(true).describe('Fill a new installation with the demo brand.'),
  MOODLINE_TIME_ZONE: z
    .string()
    .optional()
    .describe('Time zone of a new workspace, for example Asia/Shanghai. By default the zone of this machine.'),
  MODEL_THREADS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe('CPU threads of the model. By default all cores this process may use.'),
  FEED_ALLOWED_HOSTS: z
    .string()
    .default('')
    .transform(list)
    .describe(
      'Hosts in private networks that sources may be read from, separated by commas. All other private, loopback and link-local addresses are refused.',
    ),
  CRAWL_CONTACT: z
    .string()
    .trim()
    .max(200)
    .regex(/^[\x21-\x27\x2a-\x7e]+$/, 'An address without spaces, brackets or characters beyond ASCII')
    .optional()
    .describe(
      'Address (of a page or for e-mail) under which the people who run the sites that are read can reach you. It is sent with every request.',
    ),
  CRAWL_DELAY_SECONDS: z.coerce
    .number()
    .min(0)
    .max(300)
    .default(1)
    .describe('Least time between two requests to the same host, in seconds. A longer Crawl-delay of a site wins.'),
  INBOX_FOLDER: z
    .string()
    .trim()
    .min(1)
    .max(1000)
    .regex(/^(?:\/|[A-Za-z]:[\\/])/, 'An absolute path')
    .optional()
    .describe('Folder into which files are dropped to be imported. By default the folder inbox of the data folder.'),
  SECRET_KEY: z
    .string()
    .min(16)
    .optional()
    .describe(
      'Passphrase with which keys of sources and model servers are encrypted in the database. By default a random key in the data folder.',
    ),
  SESSION_IDLE_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(720)
    .default(12)
    .describe(
      'Hours after which a browser that was not used has to sign in again. Whoever has no password yet has a week; nobody stays signed in for more than 30 days.',
    ),
  OWNER_EMAIL: z
    .email()
    .max(200)
    .optional()
    .describe(
      'E-mail address of the owner of a new installation, for containers and scripts. With OWNER_PASSWORD_FILE the owner is made at the first start, and no link is needed.',
    ),
  OWNER_PASSWORD_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('File that holds the password of OWNER_EMAIL. It is read at the first start only.'),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional()
    .describe(
      'Identity provider (OpenID Connect) by which people may sign in, for example https://login.example.com. With it and OIDC_CLIENT_ID it is set here and not in the settings of the dashboard. The provider has to know the address PUBLIC_URL/api/session/single-sign-on/back.',
    ),
  OIDC_CLIENT_ID: z.string().trim().min(1).max(300).optional().describe('Name of Moodline at that provider.'),
  OIDC_CLIENT_SECRET_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('File that holds the secret of OIDC_CLIENT_ID. Without it, PKCE alone is used.'),
  OIDC_NAME: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .default('single sign-on')
    .describe('What the button of the sign-in page says after “Continue with”.'),
  OIDC_DOMAINS: z
    .string()
    .default('')
    .transform(list)
    .pipe(z.array(z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i, 'Domains such as example.com')))
    .describe(
      'Domains whose people come in without an invitation, separated by commas, where the provider says that their e-mail address is confirmed.',
    ),
  OIDC_ROLE: z.enum(['viewer', 'analyst']).default('viewer').describe('What people of OIDC_DOMAINS become.'),
  OIDC_REPLACES_SECOND_STEP: z
    .stringbool()
    .default(false)
    .describe('Whether signing in there stands for the code of an authenticator app as well.'),
  OIDC_ALLOW_PRIVATE: z
    .stringbool()
    .default(false)
    .describe('Whether the provider may stand in a private network, or be asked over http.'),
  BACKUP_FOLDER: z
    .string()
    .trim()
    .min(1)
    .max(1000)
    .regex(/^(?:\/|[A-Za-z]:[\\/])/, 'An absolute path')
    .optional()
    .describe(
      'Folder for the backups that are made every night, on another disk if possible. By default the folder backups of the data folder.',
    ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('How much is written to the log.'),
});

type Parsed = z.output<typeof settingsSchema>;

/** Settings after checking, with paths made absolute. */
export interface Settings extends Parsed {
  /** Folder the product was installed to: holds models/, prisma/ and dist/. */
  readonly rootDir: string;
  /** Absolute path of the data folder. */
  readonly dataDir: string;
  /** What OWNER_PASSWORD_FILE holds, where it was read before root was given up; otherwise it is read when it is needed. */
  readonly ownerPassword?: string;
  /** Address of the dashboard as people type it, without a slash at the end. */
  readonly publicUrl: string;
}

/** Everything that is wrong with the settings, one line a fault. */
export class SettingsError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The settings are not usable:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/**
 * Reads and checks the settings.
 * @param overrides options of the command line, which win over the environment
 * @throws SettingsError naming all faults at once
 */
export function loadSettings(overrides: Partial<Record<keyof Parsed, string>> = {}, rootDir = process.cwd()): Settings {
  const given = { ...process.env, ...overrides };
  const known = Object.fromEntries(
    Object.keys(settingsSchema.shape).map((key) => [key, given[key as keyof Parsed] || undefined]),
  );
  const result = settingsSchema.safeParse(known);
  if (!result.success)
    throw new SettingsError(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const settings = result.data;
  if (Boolean(settings.OIDC_ISSUER) !== Boolean(settings.OIDC_CLIENT_ID))
    throw new SettingsError(['OIDC_ISSUER and OIDC_CLIENT_ID go together: one of them is missing']);
  return {
    ...settings,
    rootDir,
    dataDir: resolve(rootDir, settings.MOODLINE_DATA),
    publicUrl: (settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, ''),
  };
}

/** Settings that say how the product is meant to behave, and nothing of the machine it runs on. They travel with a backup. */
const TRAVELLING = [
  'PUBLIC_URL',
  'TRUSTED_PROXIES',
  'MOODLINE_DEMO',
  'MOODLINE_TIME_ZONE',
  'FEED_ALLOWED_HOSTS',
  'CRAWL_CONTACT',
  'CRAWL_DELAY_SECONDS',
  'SESSION_IDLE_HOURS',
] as const satisfies readonly (keyof Parsed)[];

/** The travelling settings that were given, as they were written. */
export function travellingSettings(): Record<string, string> {
  return Object.fromEntries(TRAVELLING.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/** Text of `.env.example`: every variable with its description and default. */
export function environmentExample(): string {
  const entries = Object.entries(settingsSchema.shape).map(([name, field]) => {
    const fallback = field.safeParse(undefined);
    const shown = fallback.success && fallback.data !== undefined ? String(fallback.data) : '';
    return `# ${field.description}\n# ${name}=${shown}\n`;
  });
  return `# Settings of Moodline. Copy this file to .env and take the # away in front of what you change.\n\n${entries.join('\n')}`;
}

/** Reads `.env` of the installation folder, if there is one. Variables that are set already win. */
export function loadEnvironmentFile(rootDir = process.cwd()): void {
  const file = resolve(rootDir, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
