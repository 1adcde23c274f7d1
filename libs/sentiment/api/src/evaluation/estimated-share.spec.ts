import { chanceOf } from '../testing/chance';
import { estimatedShare, type DrawingFrame, type JudgedComment } from './estimated-share';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);

/** A world of comments: the less certain a label, the more often it is wrong, and in the second half of the year it is wrong more often. */
function world(count: number, chance: () => number) {
  return Array.from({ length: count }, (_, index) => {
    const certainty = chance();
    const publishedAt = new Date(START + Math.floor((index / count) * 360) * DAY);
    const late = index > count / 2;
    return { certainty, publishedAt, right: chance() < (late ? 0.3 : 0.55) + 0.45 * certainty };
  });
}

/** People judge what is least certain, and every fourth is drawn: of the whole year, or of its last sixty days. */
function review(comments: ReturnType<typeof world>, chance: () => number) {
  const left = new Set(comments.toSorted((a, b) => a.certainty - b.certainty));
  const judged: JudgedComment[] = [];
  const frames: DrawingFrame[] = [];
  const since = new Date(START + 300 * DAY);
  const take = (comment: (typeof comments)[number], drawn: boolean) => {
    left.delete(comment);
    judged.push({ right: comment.right, publishedAt: comment.publishedAt, drawn });
  };
  for (let round = 0; round < 60; round++) {
    const uncertain = [...left].slice(0, 3);
    for (const comment of uncertain) take(comment, false);
    const from = round % 3 ? since : null;
    const frame = [...left].filter(({ publishedAt }) => from === null || publishedAt >= from);
    const drawn = frame[Math.floor(chance() * frame.length)];
    if (!drawn) continue;
    frames.push({ of: frame.length, from, to: null, drawn: 1 });
    take(drawn, true);
  }
  return { judged, frames };
}

describe('the estimated share of right labels', () => {
  it('is right on average, where the share among the judged ones is far off', () => {
    const rounds = 200;
    const found = Array.from({ length: rounds }, (_, seed) => {
      const chance = chanceOf(seed + 1);
      const comments = world(900, chance);
      const { judged, frames } = review(comments, chance);
      const truth = comments.filter(({ right }) => right).length / comments.length;
      const estimate = estimatedShare(judged, frames);
      return {
        estimate: (estimate?.value ?? 0) - truth,
        plain: judged.filter(({ right }) => right).length / judged.length - truth,
        holds: estimate !== null && estimate.low <= truth && truth <= estimate.high,
      };
    });
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / rounds;
    expect(Math.abs(mean(found.map(({ estimate }) => estimate)))).toBeLessThan(0.015);
    expect(mean(found.map(({ plain }) => plain))).toBeLessThan(-0.1);
    expect(found.filter(({ holds }) => holds).length).toBeGreaterThan(0.9 * rounds);
  });

  it('lets what was not drawn stand for itself', () => {
    const publishedAt = new Date(START);
    const judged = [
      ...Array.from({ length: 10 }, () => ({ right: false, drawn: false, publishedAt })),
      ...Array.from({ length: 5 }, () => ({ right: true, drawn: true, publishedAt })),
    ];
    const estimate = estimatedShare(judged, [{ of: 90, from: null, to: null, drawn: 5 }]);
    expect(estimate).toMatchObject({ drawn: 5, others: 10, value: 0.9 });
    expect(estimate?.low).toBeLessThan(0.6);
  });

  it('says nothing where nothing was drawn', () => {
    expect(estimatedShare([{ right: true, drawn: false, publishedAt: new Date(START) }], [])).toBeNull();
  });
});
