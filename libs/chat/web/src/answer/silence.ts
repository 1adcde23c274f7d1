import type { Answer } from '@moodline/chat/contract';

/** Why an ended answer has no sentences. */
export type Silence = 'declined' | 'not-enough' | 'nothing-held' | 'no-model';

const SILENCES: Readonly<Record<NonNullable<Answer['reasonCode']>, Silence>> = {
  'off-topic': 'declined',
  'not-served': 'declined',
  'not-enough-data': 'not-enough',
  'nothing-held': 'nothing-held',
  'model-unavailable': 'no-model',
};

/** Why there are no sentences; null where there are some. */
export function silenceOf({ sentences, declined, reasonCode }: Answer): Silence | null {
  if (declined) return 'declined';
  if (sentences.length > 0) return null;
  return reasonCode ? SILENCES[reasonCode] : 'nothing-held';
}

/** The n of a reason such as `not enough data (n = 7)`; null where it tells another reason. */
export function tooFew(reason: string | null): number | null {
  const n = /\bn\s*=\s*(\d+)/.exec(reason ?? '')?.[1];
  return n === undefined ? null : Number(n);
}
