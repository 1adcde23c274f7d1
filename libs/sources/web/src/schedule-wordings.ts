import type { UiLanguage } from '@moodline/shared/i18n';

/** How one language says the parts of a schedule. */
export interface ScheduleWording {
  /** From Sunday on. */
  readonly days: readonly string[];
  readonly everyDay: string;
  readonly everyDays: (count: number) => string;
  readonly ofMonth: (dates: readonly string[]) => string;
  readonly dayRange: (first: string, last: string) => string;
  readonly dayList: (days: readonly string[]) => string;
  readonly everyMinutes: (count: number) => string;
  /** `past` is the minute, in two digits. */
  readonly everyHour: (past: string) => string;
  readonly everyHours: (count: number, past: string) => string;
  readonly hourly: (first: string, last: string) => string;
  readonly at: (times: readonly string[]) => string;
  readonly sentence: (days: string, times: string) => string;
}

const list = (items: readonly string[]) => new Intl.ListFormat('en').format(items);

export const SCHEDULE_WORDINGS: Readonly<Record<UiLanguage, ScheduleWording>> = {
  en: {
    days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    everyDay: 'Every day',
    everyDays: (count) => `Every ${count} days`,
    ofMonth: (dates) => `On day ${list(dates)} of the month`,
    dayRange: (first, last) => `${first} to ${last}`,
    dayList: list,
    everyMinutes: (count) => `every ${count} minutes`,
    everyHour: (past) => `every hour at ${past} past`,
    everyHours: (count, past) => `every ${count} hours at ${past} past`,
    hourly: (first, last) => `hourly from ${first} to ${last}`,
    at: (times) => `at ${list(times)}`,
    sentence: (days, times) => `${days}, ${times}`,
  },
  zh: {
    days: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
    everyDay: '每天',
    everyDays: (count) => `每 ${count} 天`,
    ofMonth: (dates) => `每月 ${dates.join('、')} 日`,
    dayRange: (first, last) => `${first}至${last}`,
    dayList: (days) => days.join('、'),
    everyMinutes: (count) => `每 ${count} 分钟`,
    everyHour: (past) => `每小时的 ${past} 分`,
    everyHours: (count, past) => `每 ${count} 小时（${past} 分）`,
    hourly: (first, last) => `${first} 至 ${last} 每小时一次`,
    at: (times) => times.join('、'),
    sentence: (days, times) => `${days} ${times}`,
  },
  ja: {
    days: ['日曜日', '月曜日', '火曜日', '水曜日', '木曜日', '金曜日', '土曜日'],
    everyDay: '毎日',
    everyDays: (count) => `${count}日ごと`,
    ofMonth: (dates) => `毎月${dates.join('、')}日`,
    dayRange: (first, last) => `${first}～${last}`,
    dayList: (days) => days.join('、'),
    everyMinutes: (count) => `${count}分ごと`,
    everyHour: (past) => `毎時${past}分`,
    everyHours: (count, past) => `${count}時間ごと（${past}分）`,
    hourly: (first, last) => `${first}～${last}の毎時`,
    at: (times) => times.join('、'),
    sentence: (days, times) => `${days} ${times}`,
  },
};
