import type { ModelDownload } from '@moodline/language-model/contract';
import type { Formats } from '@moodline/shared/i18n';

const MEGABYTE = 1_000_000;

/** Numbers of a download as they are shown. */
export interface DownloadWords {
  /** 120 of 480 MB; only what has arrived while the total is not known. */
  readonly amount: string;
  readonly speed: string | null;
  /** Time left; null when it cannot be told. */
  readonly left: string | null;
  /** 0 to 1; null while the total is not known. */
  readonly share: number | null;
}

/** What to say of a download's progress. */
export function downloadWords(
  { state, receivedBytes, totalBytes, bytesPerSecond }: ModelDownload,
  formats: Formats,
): DownloadWords {
  const megabytes = (bytes: number) => formats.number(bytes / MEGABYTE, bytes > 0 && bytes < 10 * MEGABYTE ? 1 : 0);
  const amount =
    totalBytes === null
      ? `${megabytes(receivedBytes)} MB`
      : `${megabytes(receivedBytes)} / ${megabytes(totalBytes)} MB`;
  const moves = state === 'running' && bytesPerSecond > 0;
  return {
    amount,
    speed: moves ? `${megabytes(bytesPerSecond)} MB/s` : null,
    left: moves && totalBytes !== null ? formats.duration((totalBytes - receivedBytes) / bytesPerSecond) : null,
    share: totalBytes ? Math.min(receivedBytes / totalBytes, 1) : null,
  };
}
