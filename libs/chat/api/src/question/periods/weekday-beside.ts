import { Temporal } from 'temporal-polyfill';
import type { FoundPeriod } from './found-period';

/** A day of the week and nothing that says which one: "Saturday", 周六, 土曜日. */
const BARE =
  /^\s*(?:on |the |that )*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:那个?)?(?:周|星期|礼拜|週)[一二三四五六日天]|[月火水木金土日]曜日?)\s*$/iu;
const HALF_A_WEEK = 3;

/** "Was Sunday 22 February 2015 worse than Saturday?": a day of the week beside a date is the one that is nearest to it, and not the last one. */
export function besideDate(
  found: readonly FoundPeriod[],
  text: string,
  today: Temporal.PlainDate,
): readonly FoundPeriod[] {
  const isBare = ({ start, end }: FoundPeriod) => BARE.test(text.slice(start, end));
  const dates = found.filter(
    (one) => one.from.equals(one.to) && !one.clock && !isBare(one) && /\d/u.test(text.slice(one.start, one.end)),
  );
  const [date] = dates;
  if (!date || dates.length > 1) return found;
  return found.map((one) => {
    if (!isBare(one) || !one.from.equals(one.to)) return one;
    const ahead = (one.from.dayOfWeek - date.from.dayOfWeek + 7) % 7;
    const near = date.from.add({ days: ahead > HALF_A_WEEK ? ahead - 7 : ahead });
    const day = Temporal.PlainDate.compare(near, today) > 0 ? near.subtract({ days: 7 }) : near;
    return { ...one, from: day, to: day };
  });
}
