import { detectEncoding, TextDecoding } from './encoding';
import { detectFormat } from './file-format';

/** Of a large file that is none of comments, the rest need not come. @throws BinaryFileError, NotATableError, FeedFileError, WebPageError */
export function refuseEarly(head: Buffer): void {
  const packed = ['1f8b', '504b'].includes(head.subarray(0, 2).toString('hex'));
  if (packed) return;
  const sample = new TextDecoding(detectEncoding(head)).push(head);
  if (sample.trim()) detectFormat(sample, false, { clock: { timeZone: 'UTC', now: new Date() } });
}
