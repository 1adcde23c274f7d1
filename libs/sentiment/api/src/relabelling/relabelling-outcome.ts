import type { LabelOutcome, MoodChange, RelabellingOutcome } from '@moodline/sentiment/contract';
import type { Move } from './relabelling-outcome.query';

/** Sums moves up to what a switch changes, in all and by source. */
export function relabellingOutcome(moves: readonly Move[]): RelabellingOutcome {
  const sources = [...Map.groupBy(moves, ({ sourceId }) => sourceId)].map(([sourceId, own]) => ({
    sourceId,
    name: own[0]?.source ?? '',
    ...moodChange(own),
  }));
  const byMachine = moves.filter(({ person }) => person === null);
  const pairs = [...Map.groupBy(byMachine, ({ from, to }) => `${from} ${to}`).values()];
  return {
    total: moodChange(moves),
    byPerson: sum(moves.filter(({ person }) => person !== null)),
    moves: pairs.map((same) => ({ from: same[0]?.from ?? 'unscored', to: same[0]?.to ?? 'unscored', n: sum(same) })),
    sources: sources.sort((a, b) => b.changed - a.changed || b.n - a.n),
  };
}

function moodChange(moves: readonly Move[]): MoodChange {
  return {
    n: sum(moves),
    changed: sum(moves.filter(({ from, to, person }) => person === null && from !== to)),
    netBefore: net(moves, ({ from, person }) => person ?? from),
    netAfter: net(moves, ({ to, person }) => person ?? to),
  };
}

/** Net mood, −100 to +100 with one decimal: share positive − share negative of what is labelled. */
function net(moves: readonly Move[], counts: (move: Move) => LabelOutcome): number | null {
  const of = (label: LabelOutcome) => sum(moves.filter((move) => counts(move) === label));
  const [positive, neutral, negative] = [of('positive'), of('neutral'), of('negative')];
  const labelled = positive + neutral + negative;
  return labelled ? Math.round(((positive - negative) / labelled) * 1000) / 10 : null;
}

const sum = (moves: readonly Move[]): number => moves.reduce((total, { n }) => total + n, 0);
