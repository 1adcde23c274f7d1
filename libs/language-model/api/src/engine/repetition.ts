/** Longest passage, in tokens, whose repetition is noticed: two or three sentences. */
const LONGEST_PASSAGE = 96;
/** Most a text may say the same in a row: a list or a laugh does so for a while. */
const REPEATS = 4;
/** Tokens that have to be repeated in all, so that "哈哈哈哈哈哈" is let pass. */
const SHORTEST_LOOP = 32;

/**
 * Whether a text goes round in circles: it ends with the same passage several times over. A small model that always takes the
 * likeliest token never leaves such a circle, and would go on to the limit of its length.
 */
export function goesInCircles(tokens: readonly number[]): boolean {
  for (let passage = 1; passage <= LONGEST_PASSAGE; passage++) {
    const loop = passage * Math.max(REPEATS, Math.ceil(SHORTEST_LOOP / passage));
    if (loop > tokens.length) continue;
    let same = passage;
    while (same < loop && tokens[tokens.length - 1 - same] === tokens[tokens.length - 1 - same + passage]) same++;
    if (same === loop) return true;
  }
  return false;
}
