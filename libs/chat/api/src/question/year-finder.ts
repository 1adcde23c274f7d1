import { Injectable } from '@nestjs/common';
import type { TypedQuestion } from '@moodline/chat/contract';
import { MoodFacts, volume } from '@moodline/trends/api';
import { Temporal } from 'temporal-polyfill';
import { daysOf } from './asked-period';
import type { Now, ReadPeriod } from './periods/calendar';
import type { Understanding } from './understanding';

type Days = Pick<TypedQuestion, 'period' | 'compared'>;

/** A month or date without its year. */
const DATED =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b|[\d一二三四五六七八九十]月|(?<![\d/])\d{1,2}\/\d{1,2}(?![\d/])/iu;
const YEAR =
  /(?<!\d)20\d\d(?!\d)|\b(?:this|last|next|previous) (?:year|month|week)\b|[今去前昨明]年|[上这本]个?月|[今先来]月/iu;

/** Finds the year that goes without saying: "22 February" is one with comments, where the latest one has none. */
@Injectable()
export class YearFinder {
  constructor(private readonly moods: MoodFacts) {}

  /** The periods of a question in the year, or years, in which they have comments; the latest first. Empty where nothing is to be looked for. */
  async yearsOf(workspaceId: number, read: Understanding, typed: TypedQuestion, now: Now): Promise<readonly Days[]> {
    const { period, compared } = typed;
    const isOpen = read.periods.length > 0 && !read.event && DATED.test(read.text) && !YEAR.test(read.text);
    const days = isOpen && period ? daysOf(period) : null;
    const other = compared && daysOf(compared);
    if (!days || (compared && !other) || now.first.year >= days.to.year) return [];
    const at = (back: number): Days => ({
      period: yearsBack(days, back),
      compared: other ? yearsBack(other, back) : null,
    });
    if (await this.isWritten(workspaceId, at(0))) return [];
    const found: Days[] = [];
    for (let back = 1; days.to.year - back >= now.first.year; back++)
      if (await this.isWritten(workspaceId, at(back))) found.push(at(back));
    return found;
  }

  private async isWritten(workspaceId: number, { period, compared }: Days): Promise<boolean> {
    for (const days of [period, compared]) {
      if (!days) continue;
      const { total } = await this.moods.series(workspaceId, days);
      if (volume(total) > 0) return true;
    }
    return false;
  }
}

const yearsBack = ({ from, to }: ReadPeriod, years: number) => {
  const moved = (day: Temporal.PlainDate) => {
    const then = day.subtract({ years });
    // The last day of February is that of each year.
    return (day.day === day.daysInMonth && day.month === 2 ? then.with({ day: then.daysInMonth }) : then).toString();
  };
  return { from: moved(from), to: moved(to) };
};
