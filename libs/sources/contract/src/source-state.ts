import type { Source } from './source';

/** Errors by which a site refuses to be read at all. */
const BLOCKED_CODES: readonly string[] = ['source-blocked', 'robots-refused'];

/**
 * How a source is doing, for people. `queued`: its run waits for a worker; `blocked`: it was paused because the site refuses; `paused`: by a person or after repeated
 * failures (see `pausedReason`); `backing-off`: it failed and waits until `nextRunAt`; `unread`: files, the demo and what is sent to Moodline.
 */
export type SourceState = 'queued' | 'running' | 'blocked' | 'paused' | 'backing-off' | 'scheduled' | 'unread';

/** The state of a source, the most telling one first. */
export function sourceState({
  schedule,
  paused,
  pausedCode,
  failures,
  lastRun,
}: Pick<Source, 'schedule' | 'paused' | 'pausedCode' | 'failures' | 'lastRun'>): SourceState {
  if (lastRun?.status === 'running' || lastRun?.status === 'queued') return lastRun.status;
  if (schedule === null) return 'unread';
  if (paused) return BLOCKED_CODES.includes(pausedCode ?? '') ? 'blocked' : 'paused';
  return failures > 0 ? 'backing-off' : 'scheduled';
}
