import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { existsSync } from 'node:fs';

/** A system account, as numbers. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const ACCOUNT_NAME = 'moodline';
const REACHABLE_ROOT = '/var/lib/moodline';

/**
 * PostgreSQL refuses to run as root. For root this returns the account the server runs as: the product's own, or `nobody` where users cannot
 * be made. Null for everybody else: the server runs as oneself.
 */
export function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  return productAccount() ?? lookUp('nobody');
}

/** For root: the system user `moodline`, made when missing; null where users cannot be made. */
export function productAccount(): Account | null {
  const found = lookUp(ACCOUNT_NAME);
  if (found) return found;
  try {
    execFileSync(
      'useradd',
      ['--system', '--no-create-home', '--user-group', '--shell', '/usr/sbin/nologin', ACCOUNT_NAME],
      { stdio: 'pipe' },
    );
  } catch {
    return null;
  }
  return lookUp(ACCOUNT_NAME);
}

function lookUp(name: string): Account | null {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }).toString());
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

interface Place {
  readonly cluster: string;
  readonly binaries: string;
}

/**
 * Where the server can work. Usually the place that was asked for. Root's own home is closed to every other account,
 * so below such a folder the cluster and a copy of the programs go to /var/lib/moodline, and the data folder keeps a link.
 */
export async function reachablePlace(wanted: Place, account: Account | null): Promise<Place> {
  if (!account) return wanted;
  const clusterOk = await reachable(dirname(wanted.cluster), account);
  const binariesOk = await reachable(wanted.binaries, account);
  const cluster = clusterOk ? wanted.cluster : await relocateCluster(wanted.cluster);
  const binaries = binariesOk ? wanted.binaries : await relocateBinaries(wanted.binaries);
  return { cluster, binaries };
}

/** Whether the account may pass through every folder of the path. */
async function reachable(path: string, account: Account): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function relocateCluster(wanted: string): Promise<string> {
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  const cluster = join(REACHABLE_ROOT, name);
  await mkdir(REACHABLE_ROOT, { recursive: true, mode: 0o755 });
  if (!existsSync(wanted)) await symlink(cluster, wanted);
  return cluster;
}

async function relocateBinaries(wanted: string): Promise<string> {
  const native = dirname(wanted);
  const { mtimeMs } = await stat(join(wanted, 'postgres'));
  const copy = join(
    REACHABLE_ROOT,
    `programs-${createHash('sha256').update(`${native}:${mtimeMs}`).digest('hex').slice(0, 12)}`,
  );
  if (!existsSync(copy)) await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}
