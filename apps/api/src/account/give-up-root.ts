import { spawnSync } from 'node:child_process';
import { existsSync, lchownSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '@moodline/shared/config';
import { productAccount, type Account } from '@moodline/shared/db';
import { needsOf, type Needs } from './needs';

/** What the product puts into its data folder. */
const OWN_ENTRIES = [
  /^moodline\.(?:lock|log|log\.1)$/,
  /^(?:access\.json|weights-verified\.json|demo-seeded|settings-of-backup\.env)$/,
  /^(?:database-password|secret-key|author-key)$/,
  /^(?:inbox|backups|models)$/,
  /^\.password-/,
  /\.restored$/,
];
/** Stay as they are: the cluster belongs to the account already, as PostgreSQL never ran as root, and the other is part of a disk. */
const NOT_HANDED = ['postgresql', 'lost+found'];

/** What came of a start by root. */
export interface GivenUp {
  /** Why the process goes on as root, in words that say what to change; null when it does not. */
  readonly reason: string | null;
  /** What only root may read: the password of the first owner, where settings name its file. */
  readonly ownerPassword?: string;
}

/**
 * Started as root, goes on as the product's own user, without capabilities, and hands it what root owns of the data folder. Does nothing for
 * everybody else, and where that user could not run the product: giving up root must not stop an installation that worked.
 */
export function giveUpRoot(settings: Settings): GivenUp {
  if (process.getuid?.() !== 0) return { reason: null };
  const account = productAccount();
  if (!account) return { reason: 'the system user "moodline" could not be made; make it, and start again' };
  const { OWNER_PASSWORD_FILE: file } = settings;
  const ownerPassword = file && existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const reason = prepare(settings, account);
  if (reason) return { reason };
  process.setgroups?.([account.gid]);
  process.setgid?.(account.gid);
  process.setuid?.(account.uid);
  return { reason: null, ...(ownerPassword !== undefined && { ownerPassword }) };
}

/** Hands over the data folder. @returns what stands in the way, or null */
function prepare(settings: Settings, account: Account): string | null {
  const { dataDir } = settings;
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const strange = readdirSync(dataDir).find(
    (name) => !NOT_HANDED.includes(name) && !OWN_ENTRIES.some((own) => own.test(name)),
  );
  if (strange !== undefined)
    return `the data folder holds something that is not Moodline's (${strange}) and is therefore not handed to the user "moodline"; take that away, or choose a folder of its own with --data`;
  const needs = needsOf(settings);
  const unmet = probe(account, needs);
  if (unmet) return unmet;
  takeOver(dataDir, account);
  return probe(account, { ...needs, write: [dataDir] });
}

/**
 * Gives the account what root owns. The first time that is everything below the folder; afterwards the account could put links there,
 * so only entries of the folder itself are handed over, and no link is ever followed, nor a file that has a second name elsewhere.
 */
export function takeOver(folder: string, { uid, gid }: Account): void {
  const first = statSync(folder).uid === 0;
  const give = (path: string, deep: boolean) => {
    const entry = lstatSync(path);
    if (deep && entry.isDirectory()) for (const name of readdirSync(path)) give(join(path, name), true);
    if (entry.uid === 0 && (entry.isDirectory() || entry.nlink === 1)) lchownSync(path, uid, gid);
  };
  for (const name of readdirSync(folder)) if (!NOT_HANDED.includes(name)) give(join(folder, name), first);
  if (first) lchownSync(folder, uid, gid);
}

/** @returns what the account may not do, as a reason; null when it may do everything */
function probe({ uid, gid }: Account, needs: Needs): string | null {
  const { error, status, stdout } = spawnSync(
    process.execPath,
    [join(__dirname, 'account-probe.js'), JSON.stringify(needs)],
    { uid, gid, cwd: '/', env: {}, encoding: 'utf8' },
  );
  if (error || status !== 0)
    return `the user "moodline" cannot reach the programs in ${__dirname}; install Moodline where others may read, for example in /opt/moodline`;
  const unmet = JSON.parse(stdout) as string[];
  return unmet.length ? `the user "moodline" may not use ${unmet.join(', ')}; allow it, and start again` : null;
}
