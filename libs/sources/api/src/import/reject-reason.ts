import type { RejectCode } from '@moodline/sources/contract';

/** Why a row cannot become a comment: a code for the interface and a sentence for everybody else. */
export interface RejectReason {
  readonly code: RejectCode;
  readonly reason: string;
}

/** The start of a value, on one line, for a sentence about it. */
export function excerpt(value: string, length = 40): string {
  const line = value.replace(/\s+/gu, ' ').trim();
  return line.length > length ? `${line.slice(0, length)}…` : line;
}
