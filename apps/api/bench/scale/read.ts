/** A read that a page makes, and how the same answer is had from raw rows. */
export interface Read {
  /** Page and part of it. */
  readonly name: string;
  /** Address asked of the product. */
  readonly path: string;
  /** What of the answer is compared. Without it the read is only timed. */
  readonly answer?: (body: never) => unknown;
  /** The same out of comments and labels alone, in one value of one row. */
  readonly raw?: string;
}
