import { Injectable } from '@nestjs/common';
import { TooManyAttemptsError } from './accounts.errors';

/** Wrong passwords of one account within {@link WINDOW_MS} after which it is not tried any more. */
const MOST = 10;
const WINDOW_MS = 15 * 60_000;
/** Accounts that are kept in mind; the oldest ones go first. */
const MOST_ACCOUNTS = 10_000;

/**
 * Counts wrong passwords by account, whatever address they come from: the limit by address stops one guesser, this one stops many.
 * It is kept in memory: a process that starts anew begins at nought, and several processes count apart.
 */
@Injectable()
export class WrongPasswords {
  private readonly failures = new Map<string, number[]>();
  /** The clock, in milliseconds; specs set it. */
  now: () => number = Date.now;

  /** @param account an e-mail address or another name of the account @throws TooManyAttemptsError */
  assertFew(account: string): void {
    const recent = this.recent(account);
    const [first] = recent;
    if (recent.length < MOST || first === undefined) return;
    throw new TooManyAttemptsError(Math.max(1, Math.ceil((first + WINDOW_MS - this.now()) / 60_000)));
  }

  add(account: string): void {
    const recent = [...this.recent(account), this.now()].slice(-MOST);
    this.failures.delete(account);
    this.failures.set(account, recent);
    const [oldest] = this.failures.keys();
    if (this.failures.size > MOST_ACCOUNTS && oldest !== undefined) this.failures.delete(oldest);
  }

  forget(account: string): void {
    this.failures.delete(account);
  }

  private recent(account: string): number[] {
    return (this.failures.get(account) ?? []).filter((time) => time > this.now() - WINDOW_MS);
  }
}
