import { zoneOfColumn } from './column-zone';

describe('the zone in the name of a column', () => {
  it.each([
    ['created_utc', 'UTC'],
    ['Submit Date (UTC)', 'UTC'],
    ['Timestamp (ET)', 'America/New_York'],
    ['Date/Time - EST', 'America/New_York'],
    ['Created At [PST]', 'America/Los_Angeles'],
    ['Time (GMT+8)', '+08:00'],
    ['date (UTC-03:30)', '-03:30'],
    ['评论时间（北京时间）', 'Asia/Shanghai'],
    ['投稿日時（JST）', 'Asia/Tokyo'],
    ['created_at', null],
    ['best', null],
    ['Date (local)', null],
    ['posted on site', null],
    ['time_market', null],
  ])('%s is %s', (column, zone) => expect(zoneOfColumn(column)).toBe(zone));
});
