import { lines, readExport } from './read-export';

describe('times in exports', () => {
  it.each([
    ['Date,Time,Message', '2026-03-01,09:15,late again', '2026-03-01,18:40,good coffee'],
    ['日期,时间,内容', '2026-03-01,09:15,快递又晚了', '2026-03-01,18:40,咖啡不错'],
    [
      'Date,Time,Document ID,Hit Sentence,Full Text',
      '01-Mar-2026,9:15 AM,x1,"…","late again and again"',
      '01-Mar-2026,6:40 PM,x2,"…","good coffee as ever"',
    ],
    ['Time,Date,Text', '09:15:00,1 Mar 2026,late again', '18:40:00,1 Mar 2026,good coffee'],
    ['投稿日,投稿時刻,本文', '2026/3/1,9:15,また遅い', '2026/3/1,18:40,コーヒーが良い'],
    ['Datum;Uhrzeit;Kommentar', '01.03.2026;09:15;schon wieder zu spät', '01.03.2026;18:40;guter Kaffee'],
  ])('stand in two columns: %s', async (...rows) => {
    const { times, doubts } = await readExport(lines(...rows));
    expect(times).toEqual(['2026-03-01T09:15Z', '2026-03-01T18:40Z']);
    expect(doubts).toEqual([]);
  });

  it('are no position in a video', async () => {
    const { times } = await readExport(
      lines('comment,time,posted,id', 'The case broke,00:35,2026-05-03,a', 'Love the sound,01:20,2026-05-04,b'),
    );
    expect(times).toEqual(['2026-05-03T00:00Z', '2026-05-04T00:00Z']);
  });

  it.each([
    [
      ['date,comment', '46080.48321,late again', '46081.5,good coffee'],
      ['2026-02-27T11:35:49.000Z', '2026-02-28T12:00Z'],
    ],
    [['date,comment', '24-02-2026 11.35,late again'], ['2026-02-24T11:35Z']],
    [
      ['Datum;Kommentar', '20. November 2026;zu spät', '21. November 2026;guter Kaffee'],
      ['2026-11-20T00:00Z', '2026-11-21T00:00Z'],
    ],
    [['fecha;comentario', '20 de noviembre de 2026;llegó tarde otra vez'], ['2026-11-20T00:00Z']],
    [['fecha,hora,comentario', '20/11/2026,09:15,llegó tarde otra vez'], ['2026-11-20T09:15Z']],
  ])('as people write them: %j', async (rows, times) =>
    expect((await readExport(lines(...rows))).times).toEqual(times),
  );

  it.each([
    ['created_utc', '2026-03-01T10:00Z'],
    ['Submit Date (UTC)', '2026-03-01T10:00Z'],
    ['Timestamp (ET)', '2026-03-01T15:00Z'],
    ['Time (GMT+9)', '2026-03-01T01:00Z'],
    ['created_at', '2026-03-01T02:00Z'],
  ])('have the zone that the name of their column has: %s', async (column, time) => {
    const file = lines(`id,body,${column}`, 'k1,late again,2026-03-01 10:00:00');
    expect((await readExport(file, { timeZone: 'Asia/Shanghai' })).times).toEqual([time]);
  });

  it.each([
    ['content,time', '太慢了,3小时前', '很好,昨天 12:30'],
    ['text,publishedTime', 'too slow,3 hours ago', 'nice one,yesterday at 12:30 PM'],
    ['コメント,投稿日時', '遅い,3時間前', '良い,昨日 12:30'],
  ])('count from when the file was made, which is voiced: %s', async (...rows) => {
    const asOf = new Date('2026-11-25T08:00:00Z');
    const { times, doubts } = await readExport(lines(...rows), { asOf });
    expect(times).toEqual(['2026-11-25T05:00Z', '2026-11-24T12:30Z']);
    expect(doubts).toEqual(['relative-times']);
    expect((await readExport(lines(...rows), { asOf, asOfIsSure: true })).doubts).toEqual([]);
    const unknown = await readExport(lines(...rows));
    expect([unknown.bad, unknown.doubts]).toEqual([['relative-time', 'relative-time'], ['relative-times']]);
  });

  it('may begin with the day: decided by all rows, and asked where it stays open', async () => {
    const file = (...dates: string[]) =>
      lines('date,comment', ...dates.map((date, index) => `${date},comment number ${index}`));
    const future = await readExport(file('12/05/2026', '12/05/2026'));
    expect([future.times[0], future.doubts]).toEqual(['2026-05-12T00:00Z', []]);
    const late = await readExport(file(...Array.from({ length: 3000 }, () => '03/04/2026'), '25/04/2026'));
    expect([late.times[0], late.doubts]).toEqual(['2026-04-03T00:00Z', []]);
    const open = await readExport(file('03/11/2026 10:00'));
    expect([open.times, open.doubts]).toEqual([['2026-03-11T10:00Z'], ['day-order']]);
    const chosen = await readExport(file('03/11/2026 10:00'), { dayOrder: 'day-first' });
    expect([chosen.times, chosen.doubts]).toEqual([['2026-11-03T10:00Z'], []]);
  });

  it.each([
    ['usercreatedts,tweetcreatedts,text', '2011-05-01 08:00,2026-03-01 10:00,late again'],
    ['text,user.created_at,created_at', 'late again,2011-05-01 08:00,2026-03-01 10:00'],
    ['scraped_at,text,commentedAt', '2026-05-01 08:00,late again,2026-03-01 10:00'],
    [
      'account_created,last_updated,review_dt,review_text',
      '2011-05-01 08:00,2026-05-01 08:00,2026-03-01 10:00,late again',
    ],
  ])('are those of the comment: %s', async (...rows) => {
    const { times, doubts } = await readExport(lines(...rows));
    expect([times, doubts]).toEqual([['2026-03-01T10:00Z'], []]);
  });

  it('of the collecting are taken where there are no others, and that is voiced', async () => {
    const { times, doubts } = await readExport(
      lines('comment,crawl_time', 'late again,2026-03-01 10:00', 'good coffee,2026-03-01 10:01'),
    );
    expect([times[0], doubts]).toEqual(['2026-03-01T10:00Z', ['borrowed-time']]);
  });

  it('in the future are refused row by row, and the column is still that of the time', async () => {
    const { bad } = await readExport(
      lines('id,date,comment', 'a,2027-03-01 10:00,late again', 'b,2027-03-02 10:00,good coffee'),
    );
    expect(bad).toEqual(['future-time', 'future-time']);
  });
});
