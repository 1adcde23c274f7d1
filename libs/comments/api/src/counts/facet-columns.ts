import type { CommentKind, Emotion } from '@moodline/comments/contract';

/** Columns of the tables of counts that hold the comments of each emotion. */
export const EMOTION_COLUMNS = {
  joy: 'joy',
  anger: 'anger',
  sadness: 'sadness',
  fear: 'fear',
  surprise: 'surprise',
  none: 'no_emotion',
} as const satisfies Record<Emotion, string>;

/** The same for kinds. Comments that are left out for their kind are counted, too. */
export const KIND_COLUMNS = {
  opinion: 'opinion',
  question: 'question',
  wish: 'wish',
  news: 'news',
  ad: 'ad',
} as const satisfies Record<CommentKind, string>;

/** Comments that are left out for their kind. */
export const KIND_LEFT_OUT = 'kind_left_out';
