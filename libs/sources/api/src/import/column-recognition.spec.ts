import { recogniseColumns } from './column-recognition';

const CLOCK = { timeZone: 'Asia/Shanghai', now: new Date('2026-06-15T12:00:00Z') };

/** A table from its header and rows. */
function table(header: string[], ...rows: string[][]) {
  return {
    columns: header,
    rows: rows.map((cells) => new Map(header.map((column, index) => [column, cells[index] ?? '']))),
    named: true,
  };
}

function fields(...args: Parameters<typeof recogniseColumns>) {
  return Object.fromEntries(recogniseColumns(...args).columns.map(({ field, column }) => [field, column]));
}

describe('columns of a file', () => {
  it('are known by Chinese names', () => {
    const weibo = table(
      ['微博id', '用户昵称', '微博正文', '转发数', '评论数', '点赞数', '发布时间', '采集时间'],
      ['M1', '小王', '今天的耳机到了', '1', '2', '3', '2026-05-03 08:00', '2026-05-09 08:00'],
      ['M2', '小李', '音质一般般吧', '0', '0', '5', '2026-05-03 09:00', '2026-05-09 08:00'],
    );
    expect(fields(weibo, {}, CLOCK)).toEqual({
      text: '微博正文',
      publishedAt: '发布时间',
      externalId: '微博id',
      engagement: '点赞数',
      author: '用户昵称',
    });
  });

  it('are known by English names', () => {
    const tweets = table(
      ['tweet_id', 'airline_sentiment', 'airline', 'text', 'tweet_created', 'in_reply_to_status_id', 'lang', 'url'],
      ['570', 'neutral', 'X', 'What a flight', '2/24/2015 11:35', '569', 'en', 'https://a.example/1'],
      ['571', 'negative', 'X', 'Late again', '2/24/2015 11:36', '', 'en', 'https://a.example/2'],
    );
    expect(fields(tweets, {}, CLOCK)).toEqual({
      text: 'text',
      publishedAt: 'tweet_created',
      externalId: 'tweet_id',
      parentId: 'in_reply_to_status_id',
      language: 'lang',
      permalink: 'url',
    });
  });

  it('are known by Japanese names', () => {
    const reviews = table(
      ['投稿日時', 'ユーザー名', '評価', 'レビュー本文', 'いいね数'],
      ['2026/05/03 8:00', '太郎', '5', '音がとても良いです', '12'],
      ['2026/05/04 8:00', '花子', '1', 'すぐ壊れました', '3'],
    );
    expect(fields(reviews, {}, CLOCK)).toEqual({
      text: 'レビュー本文',
      publishedAt: '投稿日時',
      author: 'ユーザー名',
      engagement: 'いいね数',
      stars: '評価',
    });
  });

  it('of nested JSON are known by their last part, the comment before its user', () => {
    const columns = ['id', 'user.id', 'user.created_at', 'user.screen_name', 'content.message', 'ctime'];
    const rows = table(
      columns,
      ['9', '1', '2010-01-01', 'bob', 'nice one', '1777795200'],
      ['11', '1', '2010-01-01', 'bob', 'not so nice', '1777795300'],
    );
    expect(fields(rows, {}, CLOCK)).toEqual({
      text: 'content.message',
      publishedAt: 'ctime',
      externalId: 'id',
      author: 'user.screen_name',
    });
  });

  it('made by other tools are never taken for the text', () => {
    const bilibili = table(
      ['column 1', 'date', 'level', 'text', 'like', 'cut', 'sentiments'],
      ['0', '2020-06-07 16:12:35', '3', '祝各位入海的朋友们', '0', '祝 各位 入海 的 朋友 们', '0.96'],
      ['1', '2020-06-07 15:16:11', '3', '好听极了', '1', '好听 极了', '0.48'],
    );
    expect(fields(bilibili, {}, CLOCK)).toEqual({ text: 'text', publishedAt: 'date', engagement: 'like' });
    const unnamed = { ...bilibili, named: false };
    expect(fields(unnamed, {}, CLOCK)).toEqual({ text: 'text', publishedAt: 'date' });
  });

  it('are not believed when their values tell otherwise', () => {
    const misleading = table(
      ['comment', 'review', 'time', 'posted', 'id'],
      ['12', 'The case broke', '00:35', '2026-05-03', '1'],
      ['7', 'Love the sound', '01:20', '2026-05-04', '2'],
    );
    expect(fields(misleading, {}, CLOCK)).toEqual({ text: 'review', publishedAt: 'posted' });
  });

  it('without names are known by what is in them', () => {
    const bare = {
      ...table(
        ['column 1', 'column 2', 'column 3', 'column 4'],
        ['0', '1467810369', 'Mon Apr 06 22:19:45 PDT 2009', 'that is a bummer, you should have got it'],
        ['0', '1467810672', 'Mon Apr 06 22:19:49 PDT 2009', 'is upset that he cannot update his status'],
      ),
      named: false,
    };
    expect(fields(bare, {}, CLOCK)).toEqual({ text: 'column 4', publishedAt: 'column 3' });
  });

  it('can be chosen and left out by hand', () => {
    const rows = table(
      ['id', 'title', 'text', 'date'],
      ['a', 'Short one', 'Long text here', '2026-05-03'],
      ['b', 'Other', 'More text here', '2026-05-04'],
    );
    expect(recogniseColumns(rows, { text: 'title', externalId: '' }, CLOCK).columns).toEqual([
      { column: 'title', field: 'text', why: 'chosen' },
      { column: 'date', field: 'publishedAt', why: 'header' },
    ]);
    expect(() => recogniseColumns(rows, { text: 'body' }, CLOCK)).toThrow(
      expect.objectContaining({ code: 'unknown-column' }),
    );
  });
});
