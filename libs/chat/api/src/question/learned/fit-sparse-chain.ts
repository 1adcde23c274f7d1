import { minimise } from '@moodline/language-model/api';
import { inEightBits, type FittedRow } from './fit-sparse-head';
import { forwardBackward, NEVER, type SparseChain } from './sparse-chain';
import { columnsOf, priorOf, SparseRows } from './sparse-rows';

export interface ChainRules {
  readonly options: readonly string[];
  /** Whether an option may stand behind another one, or (`null`) at the beginning. */
  readonly mayFollow: (option: number, before: number | null) => boolean;
  readonly strength: number;
}

/**
 * Fits a chain to texts, each given as its units: minimises the sum of the texts' negative log-likelihood plus strength / 2 · |W|² by
 * L-BFGS. The same texts give the same chain.
 */
export function fitSparseChain(texts: readonly (readonly FittedRow[])[], rules: ChainRules): SparseChain {
  const options = rules.options.length;
  const traits = texts.flat().map((unit) => unit.traits);
  const columns = columnsOf(traits);
  const rows = new SparseRows(traits, columns, options);
  const start = rows.bias + options;
  const may = [
    ...rules.options.map((_, option) => rules.mayFollow(option, null)),
    ...rules.options.flatMap((_, before) => rules.options.map((__, option) => rules.mayFollow(option, before))),
  ];
  const linksAt = (point: Float64Array): number[] =>
    may.map((can, index) => (can ? (point[start + index] as number) : NEVER));

  const at = (point: Float64Array) => {
    const gradient = new Float64Array(point.length);
    let value = priorOf(point, gradient, rows.bias, rules.strength);
    const links = linksAt(point);
    const chain = { start: links.slice(0, options), steps: links.slice(options) };
    const slopes = gradient.subarray(start);
    let row = 0;
    for (const units of texts) {
      const scores = new Float64Array(units.length * options);
      units.forEach((_, unit) => rows.score(row + unit, point, scores, unit * options));
      const { total, errors } = chances(units, scores, { chain, links, slopes });
      value += total;
      units.forEach((_, unit) => rows.addSlope(row + unit, errors, gradient, unit * options));
      row += units.length;
    }
    may.forEach((can, index) => (slopes[index] = can ? (slopes[index] as number) : 0));
    return { value, gradient };
  };
  const point = minimise(at, new Float64Array(start + may.length));
  const links = linksAt(point);
  return {
    head: inEightBits(point, { options: rules.options, columns, rows }),
    start: links.slice(0, options),
    steps: links.slice(options),
  };
}

interface LinkPoint {
  readonly chain: Omit<SparseChain, 'head'>;
  /** What it brings to begin with each option, and then to go from one to the next. */
  readonly links: readonly number[];
  /** Where the slopes of the links are added up. */
  readonly slopes: Float64Array;
}

/** @returns the negative log-likelihood of a text, and what its scores are to change by */
function chances(
  units: readonly FittedRow[],
  scores: Float64Array,
  { chain, links, slopes }: LinkPoint,
): { total: number; errors: Float64Array } {
  const options = chain.start.length;
  const { total, marginals: errors, taken } = forwardBackward(scores, chain);
  for (let option = 0; option < options; option++)
    slopes[option] = (slopes[option] as number) + (errors[option] as number);
  for (let step = 0; step < taken.length; step++)
    slopes[options + step] = (slopes[options + step] as number) + (taken[step] as number);
  let told = 0;
  units.forEach(({ gold }, unit) => {
    const before = units[unit - 1]?.gold;
    const link = before === undefined ? gold : options + before * options + gold;
    told += (scores[unit * options + gold] as number) + (links[link] as number);
    slopes[link] = (slopes[link] as number) - 1;
    errors[unit * options + gold] = (errors[unit * options + gold] as number) - 1;
  });
  return { total: total - told, errors };
}
