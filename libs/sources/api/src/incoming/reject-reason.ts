import type { RejectCode, RejectedRow } from '@moodline/sources/contract';

/** Why a row cannot become a comment: a code for the interface and a sentence for everybody else. */
export interface RejectReason {
  readonly code: RejectCode;
  readonly reason: string;
}

/** The start of a value, on one line, for a sentence about it. The sentence sets it in quotes, so that it can be left out where it is kept: see {@link withoutValues}. */
export function excerpt(value: string, length = 40): string {
  const line = value.replace(/\s+/gu, ' ').trim();
  return line.length > length ? `${line.slice(0, length)}…` : line;
}

/** A rejected row as it is kept: what stood in the file may be personal, and only the one who imports it sees it. */
export function withoutValues({ line, code, reason }: RejectedRow): RejectedRow {
  return { line, code, reason: reason.replace(/"[^]*"/, '"…"') };
}
