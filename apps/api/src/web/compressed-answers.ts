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
    filter: (request, response) =>
      !String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream') &&
      compression.filter(request, response),
  });
}
