import type { LabellingStatus } from '@moodline/sentiment/contract';

/** What the chip says: `working` while comments wait and the model answers, `ready` when none wait. */
export type LabellingState = 'starting' | 'restarting' | 'failed' | 'working' | 'ready';

/** Progress of labelling as people ask for it. */
export interface LabellingOutlook {
  state: LabellingState;
  /** Share of all comments that are through, 0 to 1, in whole hundredths: it is 1 only when none wait. */
  share: number;
  /** Seconds until none wait at the present rate; null while there is no rate to go by. */
  secondsLeft: number | null;
}

/** Reads the state, the share and the time left off the numbers of the server. */
export function labellingOutlook({
  pending,
  labelled,
  unscored,
  commentsPerSecond,
  model,
}: LabellingStatus): LabellingOutlook {
  const total = pending + labelled + unscored;
  return {
    state: model === 'ready' ? (pending > 0 ? 'working' : 'ready') : model,
    share: pending === 0 ? 1 : Math.floor(((total - pending) / total) * 100) / 100,
    secondsLeft: pending === 0 ? 0 : commentsPerSecond > 0 ? pending / commentsPerSecond : null,
  };
}
