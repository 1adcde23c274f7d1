import { LANGUAGE_TAGS, type UiLanguage } from './ui-language';

const MINUS = '\u2212';

/** Numbers and times as people of one language write them, in one time zone. Instants are ISO strings or Dates. */
export class Formats {
  private readonly locale: string;

  constructor(
    private readonly language: UiLanguage,
    readonly timeZone: string,
  ) {
    this.locale = LANGUAGE_TAGS[language];
  }

  /** 1,234 */
  number(value: number, digits = 0): string {
    return new Intl.NumberFormat(this.locale, { maximumFractionDigits: digits }).format(value).replace('-', MINUS);
  }

  /** 12.3K or 1.2万, where room is short. */
  compact(value: number): string {
    return new Intl.NumberFormat(this.locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
  }

  /** +32, −11, 0: always with its sign. A half is rounded as everywhere by `Math.round`: one number must not read −12 here and −13 there. */
  signed(value: number): string {
    return new Intl.NumberFormat(this.locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' })
      .format(Math.round(value))
      .replace('-', MINUS);
  }

  /** Share 0 to 1 as 46 %. */
  percent(share: number, digits = 0): string {
    return new Intl.NumberFormat(this.locale, { style: 'percent', maximumFractionDigits: digits })
      .format(share)
      .replace('-', MINUS);
  }

  /** 5 May, 5月5日 */
  day(instant: string | Date): string {
    return this.date(instant, { day: 'numeric', month: 'short' });
  }

  /** 5 May 2026, 2026年5月5日 */
  dayOfYear(instant: string | Date): string {
    return this.date(instant, { day: 'numeric', month: 'short', year: 'numeric' });
  }

  /** Whether an instant lies in the year of now. */
  isThisYear(instant: string | Date): boolean {
    return this.year(instant) === this.year(new Date());
  }

  /** Tue 5 May 2026 */
  dayLong(instant: string | Date): string {
    return this.date(instant, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  }

  /** Tuesday, 星期二 */
  weekday(instant: string | Date): string {
    return this.date(instant, { weekday: 'long' });
  }

  /** 5 May, 14:00 */
  hour(instant: string | Date): string {
    return this.date(instant, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  }

  /** 14:05 */
  clock(instant: string | Date): string {
    return this.date(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  }

  /** 5 May 2026, 14:05 */
  dateTime(instant: string | Date): string {
    return this.date(instant, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
  }

  /** 5 May, 14:05: the year only where it is another than this one. */
  moment(instant: string | Date): string {
    return this.isThisYear(instant) ? this.hour(instant) : this.dateTime(instant);
  }

  /** Whether a day begins at the instant. */
  startsDay(instant: string | Date): boolean {
    return (
      this.date(instant, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }) === '00:00:00'
    );
  }

  /** 5 May – 3 Jun 2026: both days included. The year is left out where it is this year. */
  days(first: string | Date, last: string | Date): string {
    const shown = [first, last].some((instant) => this.year(instant) !== this.year(new Date()));
    const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', ...(shown && { year: 'numeric' }) };
    // Chinese and Japanese ranges would be written with slashes, which read like fractions.
    if (this.language !== 'en')
      return [...new Set([first, last].map((instant) => this.date(instant, options)))].join(
        this.language === 'zh' ? ' – ' : '～',
      );
    return new Intl.DateTimeFormat(this.locale, { ...options, timeZone: this.timeZone }).formatRange(
      new Date(first),
      new Date(last),
    );
  }

  /** 40 secs, 3 mins, 2 hrs: rounded up to what matters, one second at least. */
  duration(seconds: number): string {
    const [value, unit] =
      seconds < 60 ? [seconds, 'second'] : seconds < 5400 ? [seconds / 60, 'minute'] : [seconds / 3600, 'hour'];
    return new Intl.NumberFormat(this.locale, { style: 'unit', unit: unit as string, unitDisplay: 'short' }).format(
      Math.max(1, Math.ceil(value as number)),
    );
  }

  private year(instant: string | Date): string {
    return this.date(instant, { year: 'numeric' });
  }

  private date(instant: string | Date, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.locale, { ...options, timeZone: this.timeZone }).format(new Date(instant));
  }
}
