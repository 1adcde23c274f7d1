import type { LabelVersion } from '../roles/label-version';
import { HEAD_CALIBRATION, LABEL_CALIBRATION, LABEL_ROLE } from './label';

const { name, system } = LABEL_ROLE;
const SHIPPED = { name, system, head: null, brought: true, learnedUntil: null } as const;

/** The versions of the label role that come with the product, as a new workspace gets them. */
export const SHIPPED_VERSIONS: Readonly<Record<'prompt' | 'head', LabelVersion>> = {
  prompt: { ...SHIPPED, version: LABEL_ROLE.version, kind: 'prompt', calibration: LABEL_CALIBRATION },
  head: { ...SHIPPED, version: LABEL_ROLE.version + 1, kind: 'head', calibration: HEAD_CALIBRATION },
};
