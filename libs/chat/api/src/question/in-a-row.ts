import type { Understanding } from './understanding';

/** "Mood in September, October and November": days, weeks or months that follow on each other are put in an order, each with its number. */
export function inARow(read: Understanding): Understanding {
  const { several, intents, labels } = read;
  const [first, last] = [several?.all[0], several?.all.at(-1)];
  if (!several?.unit || !first || !last || intents.includes('quotes') || intents.includes('why')) return read;
  const periods = [{ from: first.from, to: last.to }];
  if (IN_TOTAL.test(read.text)) return { ...read, periods, several: null, compared: null };
  const kept = intents.filter((intent) => intent === 'share' || intent === 'count');
  const isCount = !kept.length && labels.length > 0;
  return {
    ...read,
    periods,
    several: null,
    compared: null,
    per: null,
    by: several.unit,
    number: several.all.length <= MOST ? several.all.length : null,
    intents: ['ranking', ...kept, ...(isCount ? (['count'] as const) : [])],
  };
}

const MOST = 20;
/** Not each of them but all. */
export const IN_TOTAL =
  /\b(?:in total|altogether|together|combined|overall)\b|一共|总共|合计|加起来|合わせて|合計|全部で/iu;
