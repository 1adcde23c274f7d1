import { foldAccount } from '@moodline/comments/contract';

/** Handles that stay in texts: those of the brand. Whole ones, and beginnings where a keyword of a monitor ends with a star. */
export class KeptHandles {
  private readonly whole: ReadonlySet<string>;
  private readonly beginnings: readonly string[];

  /** @param handles as people write them: `@Acme`, `acme`, `acme*` */
  constructor(handles: Iterable<string>) {
    const all = [...handles].map(foldAccount).filter((handle) => handle && !/\s/u.test(handle));
    this.whole = new Set(all.filter((handle) => !handle.endsWith('*')));
    this.beginnings = all
      .filter((handle) => handle.endsWith('*') && handle.length > 3)
      .map((handle) => handle.slice(0, -1));
  }

  /** @param found as it stands in a text: `@AcmePhone` */
  has(found: string): boolean {
    const handle = foldAccount(found);
    return this.whole.has(handle) || this.beginnings.some((beginning) => handle.startsWith(beginning));
  }

  /** Whether a text may name one: others need no second look. */
  mayStandIn(text: string): boolean {
    if (!this.whole.size && !this.beginnings.length) return false;
    return /[@＠]|u[/_]/iu.test(text);
  }
}
