import { readFileSync } from 'node:fs';

/** Tells one process on this machine from all others, those of yesterday included. */
export interface ProcessMark {
  readonly pid: number;
  /** When it began, in the kernel's ticks: a process id alone may have been given to another program since. Null where there is no /proc. */
  readonly born: string | null;
}

/** The mark of this process. */
export function thisProcess(): ProcessMark {
  return { pid: process.pid, born: birth(process.pid) };
}

/** Whether the process that left a mark is still there. Without its time of birth the process id has to do. */
export function isAlive({ pid, born }: ProcessMark): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return born === null || born === birth(pid);
}

/** Start time of a process from /proc (proc(5), fields 3 and 22); null where there is no /proc, `dead` for one that has ended and only waits for its parent. */
function birth(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' || state === 'X' ? 'dead' : (fields[18] ?? null);
  } catch {
    return null;
  }
}
