import { calibrationSchema, type Calibration } from '../calibration/calibration';
import headCalibration from './head-calibration.json';
import calibration from './label-calibration.json';

/** Answers the model chooses among, in the order of `LABELS` (positive, neutral, negative). */
export const LABEL_OPTIONS = ['POSITIVE', 'NEUTRAL', 'NEGATIVE'] as const;

/** The label role as the bundled weights were tuned with it: change it byte by byte only with an evaluation. */
export const LABEL_ROLE = {
  name: 'label',
  version: 1,
  system: '你是一个冷酷的情感分析师。判断用户评论的情感,只输出一个词:POSITIVE、NEGATIVE 或 NEUTRAL。',
  about: {
    title: { en: 'Labels', zh: '情绪标注' },
    purpose: {
      en: 'Judges every comment. All numbers and charts count what it says, and corrections by people go before it.',
      zh: '判断每条评论的情绪。所有数字和图表都以它的判断为准，人工更正优先。',
    },
    answer: {
      en: 'One of POSITIVE, NEUTRAL and NEGATIVE, each with its probability.',
      zh: 'POSITIVE、NEUTRAL、NEGATIVE 三选一，各带概率。',
    },
    language: null,
    task: 'choose',
    options: LABEL_OPTIONS,
    sample: '屏幕用了两天就坏了，客服还爱答不理',
  },
} as const;

/** Calibration of version 1 with the bundled weights, fitted by `npm run eval -- calibrate` (see docs/labels.md). */
export const LABEL_CALIBRATION: Calibration = calibrationSchema.parse(calibration);

/** Calibration of the heads that come with the bundled weights, fitted by `npm run eval -- calibrate` (see docs/labels.md). */
export const HEAD_CALIBRATION: Calibration = calibrationSchema.parse(headCalibration);
