import type { GivenVerdict } from './leaving-out/arrivals.query';
import type { Transaction } from '@moodline/shared/db';

/** Called with what persons said of comments that come back with an export, in the transaction that stored them. */
export type VerdictHook = (
  transaction: Transaction,
  workspaceId: number,
  verdicts: readonly GivenVerdict[],
) => Promise<void>;

/** Called in a transaction with comments that were stored, or that are about to change. */
export type StoredHook = (
  transaction: Transaction,
  workspaceId: number,
  commentIds: readonly number[],
) => Promise<void>;
/** Called in the transaction that is about to delete the comments. */
export type RemovingHook = StoredHook;

/** Called in the transaction that takes the texts out of comments whose labels and counts stay. */
export type ErasingHook = RemovingHook;

/**
 * Keeps counts of comments. What comments are counted as is asked before they change, with their rows locked, and handed in again
 * when everything else of the change is done.
 */
export interface CommentCounter {
  /** Keeps counts from being made anew until the transaction ends; before any row is locked. */
  hold(transaction: Transaction, workspaceId: number): Promise<void>;
  /** Before the rules change by which comments are counted; what is counted follows by and by. */
  rulesChanging(transaction: Transaction, workspaceId: number): Promise<void>;
  before(transaction: Transaction, workspaceId: number, commentIds: readonly number[]): Promise<Counted>;
  after(transaction: Transaction, workspaceId: number, commentIds: readonly number[], before: Counted): Promise<void>;
}
/** What some comments were counted as; only the counter that said so knows what is in it. */
export type Counted = readonly unknown[];

/**
 * The parts that hook in, in the order in which their hooks are called, whatever order the modules start in: queue and labels of a comment
 * may rest on its matches, and what was written about comments on everything. Hooks of no part come last.
 */
const HOOK_ORDER = ['matches', 'labels', 'evaluations', 'summaries', 'reports'] as const;
export type HookPart = (typeof HOOK_ORDER)[number];

/** Hooks in the order of their parts. */
export class Hooks {
  private hooks: { readonly place: number; readonly hook: StoredHook }[] = [];

  add(hook: StoredHook, part?: HookPart): void {
    const place = part ? HOOK_ORDER.indexOf(part) : HOOK_ORDER.length;
    this.hooks = [...this.hooks, { place, hook }].sort((a, b) => a.place - b.place);
  }

  async call(transaction: Transaction, workspaceId: number, commentIds: readonly number[]): Promise<void> {
    for (const { hook } of this.hooks) await hook(transaction, workspaceId, commentIds);
  }
}
