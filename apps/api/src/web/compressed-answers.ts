import compression from 'compression';
import type { RequestHandler } from 'express';

/** Smaller answers cost more to compress than they save on the way. */
const FROM_BYTES = 1_024;

/**
 * Compresses answers by Brotli or gzip, whichever the client takes. Streams of events stay as they are: a compressor would hold
 * an event back until it has enough to compress.
 */
export function compressedAnswers(): RequestHandler {
  return compression({
    threshold: FROM_BYTES,
    filter: (request, response) => {
      const type = String(response.getHeader('Content-Type') ?? '');
      if (type.startsWith('text/event-stream')) return false;
      // JSON Lines, the type of exports, is missing in the table of types that are worth it.
      return type.startsWith('application/x-ndjson') || compression.filter(request, response);
    },
  });
}
