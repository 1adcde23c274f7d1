import type { Advice } from './advice';
import { adviceByRules } from './advice-rules';
import { netOf, type MoodParagraph } from './essay-mood';
import { essayWords, type Spoken } from './essay-paragraphs';

/** A paragraph of the new version beside the one it was made of; null where it is new, or gone. */
export interface ComparedParagraph {
  readonly before: number | null;
  readonly after: number | null;
  /** Change of the mood on the scale of -1 to 1; null where one of both has none. */
  readonly moved: number | null;
}

/** What became of a piece of advice: `kept`: its phrase is as it was; `changed`: rewritten, and the same thing is still to be said; `followed`. */
export type Followed = 'kept' | 'changed' | 'followed';

/** Paragraphs are the same when so large a part of their words is. */
const ALIKE = 0.25;

/** Pairs the paragraphs of two versions in their order, so that as many words as possible meet again. */
export function comparedParagraphs(
  before: readonly MoodParagraph[],
  after: readonly MoodParagraph[],
  language: Spoken,
): ComparedParagraph[] {
  const words = (all: readonly MoodParagraph[]) =>
    all.map(({ text }) => new Set(essayWords(text.toLowerCase(), language)));
  const [old, fresh] = [words(before), words(after)];
  const likeness = old.map((one) => fresh.map((other) => alike(one, other)));
  const best = bestSums(likeness, fresh.length);
  const pairs: ComparedParagraph[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const score = likeness[i]?.[j] ?? 0;
    const here = best[i]?.[j] ?? 0;
    if (i < old.length && j < fresh.length && score > ALIKE && here === score + (best[i + 1]?.[j + 1] ?? 0))
      pairs.push(pair(before, after, i++, j++));
    else if (i < old.length && (j >= fresh.length || here === (best[i + 1]?.[j] ?? 0)))
      pairs.push({ before: i++, after: null, moved: null });
    else pairs.push({ before: null, after: j++, moved: null });
  }
  return pairs;
}

/** Whether the advice for the former version was followed in the new one. */
export function followed(
  advice: Advice,
  after: readonly MoodParagraph[],
  { pairs, language }: { readonly pairs: readonly ComparedParagraph[]; readonly language: Spoken },
): Followed {
  const place = pairs.find(({ before }) => before === advice.paragraph)?.after ?? null;
  if (place === null) return 'followed';
  const now = after[place];
  if (advice.rule === null || advice.rule === 'detail') return now?.text.includes(advice.quote) ? 'kept' : 'followed';
  const still = adviceByRules(after, language).filter(
    ({ rule, paragraph }) => rule === advice.rule && paragraph === place,
  );
  if (still.some(({ quote }) => quote === advice.quote)) return 'kept';
  return still.length ? 'changed' : 'followed';
}

/** Sums of likeness of the best pairing of what is left from each place on. */
function bestSums(likeness: readonly (readonly number[])[], width: number): number[][] {
  const best = Array.from({ length: likeness.length + 1 }, () => new Array<number>(width + 1).fill(0));
  for (let i = likeness.length - 1; i >= 0; i--)
    for (let j = width - 1; j >= 0; j--) {
      const score = likeness[i]?.[j] ?? 0;
      const together = score > ALIKE ? score + (best[i + 1]?.[j + 1] ?? 0) : 0;
      const row = best[i];
      if (row) row[j] = Math.max(together, best[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  return best;
}

function pair(
  before: readonly MoodParagraph[],
  after: readonly MoodParagraph[],
  i: number,
  j: number,
): ComparedParagraph {
  const [old, fresh] = [before[i], after[j]];
  const [from, to] = [old ? netOf(old) : null, fresh ? netOf(fresh) : null];
  return { before: i, after: j, moved: from === null || to === null ? null : to - from };
}

/** Words in both as a part of the words in either. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both / (a.size + b.size - both || 1);
}
