/** Comments with the label that counts, out of the tables of labels alone. */
export const COUNTED = `comment c JOIN source s ON s.workspace_id = 1 AND s.id = c.source_id
  LEFT JOIN label l ON l.workspace_id = 1 AND l.comment_id = c.id AND l.current
  LEFT JOIN human_label h ON h.workspace_id = 1 AND h.comment_id = c.id`;
/** The label that counts. */
export const MOOD = 'coalesce(h.label, l.label)';

/** Counts as the product tells them of a period. */
export type Total = { n: number; positive: number; negative: number; unsure: number; unlabelled: number };
/** What of such counts is compared. */
export const numbersOf = ({ n, positive, negative, unsure, unlabelled }: Total) => [
  n,
  positive,
  negative,
  unsure,
  unlabelled,
];
/** The same out of {@link COUNTED}. */
export const RAW_NUMBERS = `jsonb_build_array(count(${MOOD}), count(*) FILTER (WHERE ${MOOD} = 'positive'), count(*) FILTER (WHERE ${MOOD} = 'negative'),
  count(*) FILTER (WHERE l.unsure AND h.label IS NULL), count(*) FILTER (WHERE ${MOOD} IS NULL))`;
