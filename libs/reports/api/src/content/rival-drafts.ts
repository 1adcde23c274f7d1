import { opens, quotable, wholeNet, type TellingOf } from '@moodline/narration/api';
import type { FactDraft } from '@moodline/narration/contract';
import { netChange, type MonitorMood } from '@moodline/trends/contract';

/** Brands in the order of their comments that are told, and competitors that the own brand is put beside. */
const [RANKED, COMPARED] = [4, 2];
/** Labelled comments of each side, under which their moods are not put beside each other. */
const LEAST = 10;

/**
 * Brands and competitors: who is talked about most, and the mood about the own brand beside that about its largest competitors.
 * @returns nothing without both
 */
export function rivalDrafts(of: TellingOf, monitors: readonly MonitorMood[]): FactDraft[] {
  const heard = monitors
    .filter(({ monitor, total }) => monitor.kind !== 'topic' && total.n + total.unlabelled > 0)
    .sort((a, b) => volume(b) - volume(a));
  const own = heard.find(({ monitor }) => !monitor.competitor);
  const rivals = heard.filter(({ monitor }) => monitor.competitor);
  if (!own || !rivals.length) return [];
  const telling = rivals.filter(({ total }) => total.n >= LEAST && own.total.n >= LEAST);
  return [
    ...heard.slice(0, RANKED).map((one, index) => ranked(of, one, { rank: index + 1, of: heard.length })),
    ...telling.slice(0, COMPARED).map((rival) => beside(of, own, rival)),
  ];
}

const volume = ({ total }: MonitorMood): number => total.n + total.unlabelled;
const common = ({ period, scope }: TellingOf) => ({ period, scope, direction: null, label: null });

const ranked = (of: TellingOf, one: MonitorMood, place: { rank: number; of: number }): FactDraft => ({
  ...common(of),
  ...place,
  ...{ kind: 'ranking', by: 'monitor', order: 'most', measure: 'count', unit: 'comments' },
  name: quotable(one.monitor.name),
  value: volume(one),
  n: one.total.n,
  citations: opens({ ...of.filter, monitor: one.monitor.id }),
});

function beside(of: TellingOf, own: MonitorMood, rival: MonitorMood): FactDraft {
  const side = ({ monitor, total }: MonitorMood) => ({
    name: quotable(monitor.name),
    value: wholeNet(total),
    n: total.n,
  });
  const [left, right] = [side(own), side(rival)];
  return {
    ...common(of),
    ...{ kind: 'comparison', measure: 'net', unit: 'points', left, right },
    value: left.value - right.value,
    clear: netChange(own.total, rival.total)?.clear ?? false,
    n: left.n + right.n,
    citations: opens({ ...of.filter, monitor: rival.monitor.id }),
  };
}
