import { softmax } from '../heads/softmax';

/** A place in the options' token trie where the model has to decide. */
export interface OptionFork {
  /** Tokens all options of this fork have in common, to be read before the decision. */
  readonly path: readonly number[];
  readonly branches: readonly { readonly token: number; readonly options: readonly number[] }[];
}

/**
 * The forks of the options' token trie, root first. Options that differ in their first token make a single fork; each
 * beginning that some of them share makes a further one.
 * @param options token sequences, each closed by a token of its own kind (end of turn), so that none begins another.
 * @throws Error when two options are the same.
 */
export function optionForks(options: readonly (readonly number[])[]): OptionFork[] {
  const forks: OptionFork[] = [];
  const visit = (members: readonly number[], depth: number): void => {
    if (members.length < 2) return;
    const groups = new Map<number, number[]>();
    for (const member of members) {
      const token = options[member]?.[depth];
      if (token === undefined) throw new Error('The options to choose from must differ.');
      const group = groups.get(token);
      if (group) group.push(member);
      else groups.set(token, [member]);
    }
    const path = options[members[0] ?? 0]?.slice(0, depth) ?? [];
    if (groups.size > 1)
      forks.push({ path, branches: [...groups].map(([token, group]) => ({ token, options: group })) });
    for (const group of groups.values()) visit(group, depth + 1);
  };
  visit(
    options.map((_, option) => option),
    0,
  );
  return forks;
}

/** Forks that one pass decides: each lies on the way to the last, and a causal model says at every token what comes next. */
export interface ForkChain {
  /** Path of the furthest fork. */
  readonly path: readonly number[];
  readonly forks: readonly OptionFork[];
}

/** Strings forks together, so that options that begin alike need another pass only where they part in different places. */
export function forkChains(forks: readonly OptionFork[]): ForkChain[] {
  const chains: { path: readonly number[]; forks: OptionFork[] }[] = [];
  for (const fork of [...forks].sort((a, b) => b.path.length - a.path.length)) {
    const chain = chains.find(({ path }) => fork.path.every((token, depth) => token === path[depth]));
    if (chain) chain.forks.push(fork);
    else chains.push({ path: fork.path, forks: [fork] });
  }
  return chains;
}

/**
 * Shares of the branches by softmax over their logits.
 * @returns null when a logit is not a finite number.
 */
export function branchShares(logits: readonly number[]): number[] | null {
  return logits.every(Number.isFinite) ? softmax(logits) : null;
}
