import { UI_LANGUAGES } from '@moodline/shared/i18n';
import { scheduleWords } from './schedule-words';

describe('a schedule of one’s own in words', () => {
  it.each([
    ['0 9 * * 1-5', 'Monday to Friday, at 9:00', '周一至周五 9:00', '月曜日～金曜日 9:00'],
    ['30 8,18 * * *', 'Every day, at 8:30 and 18:30', '每天 8:30、18:30', '毎日 8:30、18:30'],
    [
      '0 9-18 * * mon-fri',
      'Monday to Friday, hourly from 9:00 to 18:00',
      '周一至周五 9:00 至 18:00 每小时一次',
      '月曜日～金曜日 9:00～18:00の毎時',
    ],
    ['*/20 * * * *', 'Every day, every 20 minutes', '每天 每 20 分钟', '毎日 20分ごと'],
    ['5 * * * *', 'Every day, every hour at 05 past', '每天 每小时的 05 分', '毎日 毎時05分'],
    ['0 */6 * * *', 'Every day, every 6 hours at 00 past', '每天 每 6 小时（00 分）', '毎日 6時間ごと（00分）'],
    ['0 7 1,15 * *', 'On day 1 and 15 of the month, at 7:00', '每月 1、15 日 7:00', '毎月1、15日 7:00'],
    ['0 7 * * 0,6', 'Sunday and Saturday, at 7:00', '周日、周六 7:00', '日曜日、土曜日 7:00'],
    ['0 7 * * 7', 'Sunday, at 7:00', '周日 7:00', '日曜日 7:00'],
  ])('%s', (expression, en, zh, ja) =>
    expect(UI_LANGUAGES.map((language) => scheduleWords(expression, language))).toEqual([en, zh, ja]),
  );

  it.each(['', '0 9 * *', '0 9 1 1 *', '0 9 1 * 1', '1,2 9 * * *', '0 9 * * 1#2', 'nonsense'])(
    'that takes more than a sentence has none: %s',
    (expression) => expect(scheduleWords(expression, 'en')).toBeNull(),
  );
});
