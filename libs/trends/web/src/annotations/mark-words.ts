import type { LocaleStore } from '@moodline/shared/ui';
import { annotationWords, turnWords } from './annotation-words';
import type { ChartMark } from './chart-marks';

const SIGNS = { note: '✎', release: '↑', alert: '!', labels: '≈', source: '+', import: '+' } as const;

/** What stands in a mark: how many things happened, or the one that did. */
export function signOf({ annotations, turn }: ChartMark): string {
  const count = annotations.length + (turn ? 1 : 0);
  if (count > 1) return String(count);
  if (turn) return turn.now > turn.before ? '▲' : '▼';
  return SIGNS[annotations[0]?.kind ?? 'note'];
}

/** All that happened in the interval of a mark, in words. @param name the interval's */
export function markWords({ annotations, turn }: ChartMark, name: string, locale: LocaleStore): string {
  const what = [
    ...(turn ? [turnWords(turn, locale)] : []),
    ...annotations.map((annotation) => annotationWords(annotation, locale)),
  ];
  return `${name}: ${what.join('; ')}`;
}
