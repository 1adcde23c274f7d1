/** Probabilities of a place in the answer, as `chat/completions` tells them. */
export interface TokenPosition {
  readonly token: string;
  readonly top_logprobs: readonly { readonly token: string; readonly logprob: number }[];
}

/** Less than this for all options together means that the model wants to say something else. */
const LEAST_MASS = 0.01;
/** Share of an option that is not among the likeliest tokens: little, but not impossible. */
const UNSEEN = 1e-6;
/** What models put in front of an answer: blanks, quotes, emphasis. */
const LEAD_IN = /^[\s"'`*_“”「『:：]+/u;

/**
 * Probability of each option from the probabilities of the first tokens. An option is known by the text of its first token;
 * where several begin alike, the next token along the written answer tells them apart, and what cannot be told is shared evenly.
 * @returns probabilities in the order of the options, summing to 1; null when the answer is none of them
 */
export function optionShares(options: readonly string[], positions: readonly TokenPosition[]): number[] | null {
  const shares = options.map(() => 0);
  let open = options.map((_, option) => option);
  let weight = 1;
  let written = '';
  let decided = false;
  for (const { token, top_logprobs } of positions) {
    const next = written + (written ? token : token.replace(LEAD_IN, ''));
    if (next === '') continue;
    const branches = readBranches({ options, open, written, next }, top_logprobs);
    const mass = [...branches.values()].reduce((sum, { probability }) => sum + probability, 0);
    if (mass < LEAST_MASS) break;
    decided = true;
    let followed: Branch | null = null;
    for (const branch of branches.values()) {
      const share = (weight * branch.probability) / mass;
      if (branch.members.length > 1 && branch.isWritten) followed = { ...branch, probability: share };
      else branch.members.forEach((option) => (shares[option] = (shares[option] ?? 0) + share / branch.members.length));
    }
    weight = followed?.probability ?? 0;
    if (!followed) break;
    open = followed.members;
    written = next;
  }
  if (!decided) return null;
  settle(shares, options, { open, weight, written });
  const floored = shares.map((share) => Math.max(share, UNSEEN));
  const sum = floored.reduce((total, share) => total + share, 0);
  return floored.map((share) => share / sum);
}

interface Branch {
  readonly members: number[];
  readonly probability: number;
  /** Whether it is the one the model went on with. */
  readonly isWritten: boolean;
}

interface Place {
  readonly options: readonly string[];
  readonly open: readonly number[];
  readonly written: string;
  readonly next: string;
}

/** The likeliest tokens, grouped by the options they lead to. */
function readBranches(
  { options, open, written, next }: Place,
  tokens: TokenPosition['top_logprobs'],
): Map<string, Branch> {
  const branches = new Map<string, Branch>();
  for (const { token, logprob } of tokens) {
    const candidate = written + (written ? token : token.replace(LEAD_IN, ''));
    if (candidate === written && written === '') continue;
    const members = open.filter((option) => leadsTo(candidate, options[option] ?? ''));
    if (members.length === 0) continue;
    const key = members.join();
    const before = branches.get(key);
    const isWritten = (before?.isWritten ?? false) || plain(candidate) === plain(next);
    branches.set(key, { members, probability: (before?.probability ?? 0) + Math.exp(logprob), isWritten });
  }
  return branches;
}

/** A branch the answer ended in: the option that is written out takes it, else its members share it. */
function settle(
  shares: number[],
  options: readonly string[],
  { open, weight, written }: { open: readonly number[]; weight: number; written: string },
): void {
  if (weight <= 0) return;
  const whole = open.filter((option) => plain(options[option] ?? '') === plain(written).trimEnd());
  const takers = whole.length > 0 ? whole : open;
  takers.forEach((option) => (shares[option] = (shares[option] ?? 0) + weight / takers.length));
}

const plain = (text: string): string => text.toLowerCase();

/** Whether a beginning of an answer can become the option, or is the option with something behind it. */
function leadsTo(beginning: string, option: string): boolean {
  const [said, wanted] = [plain(beginning), plain(option)];
  return (
    wanted.startsWith(said.trimEnd()) ||
    (said.startsWith(wanted) && !/^[\p{L}\p{N}_-]/u.test(said.slice(wanted.length)))
  );
}
