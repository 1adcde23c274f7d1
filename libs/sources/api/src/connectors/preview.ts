import type { IncomingComment } from '@moodline/comments/api';
import type { SourceCheck } from '@moodline/sources/contract';
import { dateOutlook } from './dates/date-outlook';

const PREVIEW_ITEMS = 5;
const PREVIEW_LENGTH = 300;

/** The first comments a source would bring, shortened. Those without text are passed over; a date that is none is shown as none. */
export function previewOf(comments: readonly IncomingComment[], now = new Date()): SourceCheck['preview'] {
  const readable = comments.filter(({ text }) => text.trim()).slice(0, PREVIEW_ITEMS);
  return readable.map(({ text, publishedAt }) => ({
    text: text.trim().slice(0, PREVIEW_LENGTH),
    publishedAt: dateOutlook(publishedAt, now) === 'none' ? null : publishedAt.toISOString(),
  }));
}
