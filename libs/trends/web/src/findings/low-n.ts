/** Fewer comments than this say little: such a point is drawn hollow, no line goes through it and nothing is said of it. */
export const LOW_N = 5;
