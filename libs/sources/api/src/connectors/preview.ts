import type { IncomingComment } from '@moodline/comments/api';
import type { SourceCheck } from '@moodline/sources/contract';

const PREVIEW_ITEMS = 5;
const PREVIEW_LENGTH = 300;

/** The first comments a source would bring, shortened. Those without text are passed over. */
export function previewOf(comments: readonly IncomingComment[]): SourceCheck['preview'] {
  const readable = comments.filter(({ text }) => text.trim()).slice(0, PREVIEW_ITEMS);
  return readable.map(({ text, publishedAt }) => ({
    text: text.trim().slice(0, PREVIEW_LENGTH),
    publishedAt: Number.isNaN(publishedAt.getTime()) ? null : publishedAt.toISOString(),
  }));
}
