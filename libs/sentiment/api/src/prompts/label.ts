import { calibrationSchema, type Calibration } from '../calibration/calibration';
import calibration from './label-calibration.json';

/** The label role as the bundled weights were tuned with it: change it byte by byte only with an evaluation. */
export const LABEL_ROLE = {
  name: 'label',
  version: 1,
  system: '你是一个冷酷的情感分析师。判断用户评论的情感,只输出一个词:POSITIVE、NEGATIVE 或 NEUTRAL。',
} as const;

/** Answers the model chooses among, in the order of `LABELS` (positive, neutral, negative). */
export const LABEL_OPTIONS = ['POSITIVE', 'NEUTRAL', 'NEGATIVE'] as const;

/** Calibration of version 1 with the bundled weights, fitted by `npm run eval -- calibrate` (see docs/labels.md). */
export const LABEL_CALIBRATION: Calibration = calibrationSchema.parse(calibration);
