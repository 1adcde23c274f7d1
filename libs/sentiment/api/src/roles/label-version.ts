import { headSchema, type Head } from '@moodline/language-model/api';
import { calibrationSchema, type Calibration } from '../calibration/calibration';

export type VersionKind = 'prompt' | 'head';

/** A version of a role with all that labelling by it needs. */
export interface LabelVersion {
  readonly name: string;
  readonly version: number;
  readonly system: string;
  readonly kind: VersionKind;
  /** A mood head of the workspace's own; null for the one of the weights. */
  readonly head: Head | null;
  /** How its probabilities are straightened; null: they stay as they are. */
  readonly calibration: Calibration | null;
  /** Whether the product brings it. */
  readonly brought: boolean;
  /** Of a head that learned from what people judged: up to when; else null. */
  readonly learnedUntil: Date | null;
}

interface Row {
  readonly role: string;
  readonly version: number;
  readonly system: string;
  readonly kind: string;
  readonly head: unknown;
  readonly calibration: unknown;
  readonly userId: number | null;
  readonly learnedUntil: Date | null;
}

/** A version as it is stored. @throws ZodError when its head or calibration is none */
export const labelVersion = ({
  role,
  version,
  system,
  kind,
  head,
  calibration,
  userId,
  learnedUntil,
}: Row): LabelVersion => ({
  name: role,
  version,
  system,
  kind: kind === 'head' ? 'head' : 'prompt',
  head: headSchema.nullable().parse(head),
  calibration: calibrationSchema.nullable().parse(calibration),
  brought: userId === null,
  learnedUntil,
});
