import type { ReadPeriod } from './calendar';

/** A period with its place in the text. */
export interface FoundPeriod extends ReadPeriod {
  readonly start: number;
  readonly end: number;
  /** Both ends are named ("3 to 9 May"). */
  readonly closed?: boolean;
}
