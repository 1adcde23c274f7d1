/** From this part on the labels stand for all: one in twenty more would hardly move a share. */
const NEARLY = 0.95;
/** Labelled comments under which a share or a net mood would be that of a few people. */
const LEAST = 10;

/**
 * Whether shares and net mood of some comments may be said of all of them (`all`), of the labelled ones only (`part`), or not at all (`few`).
 * While a file is being labelled, or where much cannot be labelled, the difference is large.
 */
export function labelledPart({
  n,
  comments,
}: {
  readonly n: number;
  readonly comments: number;
}): 'all' | 'part' | 'few' {
  if (n >= comments * NEARLY) return 'all';
  return n < LEAST ? 'few' : 'part';
}
