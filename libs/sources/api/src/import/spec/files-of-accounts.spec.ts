import { encode } from 'iconv-lite';
import { expectHeld, lines, type Expected } from './read-export';

describe('data that people get of their accounts, and old charsets', () => {
  it.each<[string, object, Expected]>([
    [
      'Steam',
      {
        success: 1,
        query_summary: { num_reviews: 2, review_score_desc: 'Mixed' },
        reviews: [
          {
            recommendationid: '1',
            author: { steamid: '7', playtime_forever: 420 },
            language: 'english',
            review: 'Crashes on the second level',
            timestamp_created: 1772359200,
            timestamp_updated: 1772445600,
            voted_up: false,
            votes_up: 12,
            votes_funny: 4,
            comment_count: 3,
          },
          {
            recommendationid: '2',
            author: { steamid: '8', playtime_forever: 99 },
            language: 'english',
            review: 'Worth every cent',
            timestamp_created: 1772362800,
            timestamp_updated: 1772362800,
            voted_up: true,
            votes_up: 1,
            votes_funny: 0,
            comment_count: 0,
          },
        ],
        cursor: 'AoJ4',
      },
      {
        texts: ['Crashes on the second level', 'Worth every cent'],
        times: ['2026-03-01T10:00Z', '2026-03-01T11:00Z'],
        likes: [12, 1],
      },
    ],
    [
      'the archive of a Mastodon account',
      {
        '@context': 'https://www.w3.org/ns/activitystreams',
        id: 'outbox.json',
        type: 'OrderedCollection',
        totalItems: 3,
        orderedItems: [
          {
            id: 'https://m.example/1/activity',
            type: 'Create',
            published: '2026-03-01T10:00:00Z',
            object: {
              id: 'https://m.example/1',
              type: 'Note',
              content: '<p>the lid <b>leaks</b></p>',
              published: '2026-03-01T10:00:00Z',
            },
          },
          {
            id: 'https://m.example/2/activity',
            type: 'Announce',
            published: '2026-03-01T11:00:00Z',
            object: 'https://o.example/9',
          },
          {
            id: 'https://m.example/3/activity',
            type: 'Create',
            published: '2026-03-02T10:00:00Z',
            object: {
              id: 'https://m.example/3',
              type: 'Note',
              content: '<p>mine is fine</p>',
              published: '2026-03-02T10:00:00Z',
            },
          },
        ],
      },
      { texts: ['the lid leaks', 'mine is fine'], times: ['2026-03-01T10:00Z', '2026-03-02T10:00Z'] },
    ],
    [
      'comments of an Instagram account',
      [
        {
          media_list_data: [{ uri: '' }],
          string_map_data: {
            Comment: { value: 'so sch\u00c3\u00b6n \u00f0\u009f\u0098\u008d' },
            'Media Owner': { value: 'cups' },
            Time: { timestamp: 1772359200 },
          },
        },
        {
          media_list_data: [{ uri: '' }],
          string_map_data: {
            Comment: { value: 'where can I buy it' },
            'Media Owner': { value: 'cups' },
            Time: { timestamp: 1772362800 },
          },
        },
      ],
      { texts: ['so schön 😍', 'where can I buy it'], times: ['2026-03-01T10:00Z', '2026-03-01T11:00Z'] },
    ],
    [
      'posts of a Threads account',
      {
        text_post_app_text_posts: [
          { media: [{ uri: '', creation_timestamp: 1772359200, title: 'the lid leaks again' }] },
          { media: [{ uri: '', creation_timestamp: 1772362800, title: 'caf\u00c3\u00a9 cups are fine' }] },
        ],
      },
      { texts: ['the lid leaks again', 'café cups are fine'], times: ['2026-03-01T10:00Z', '2026-03-01T11:00Z'] },
    ],
    [
      'comments of a Facebook account',
      {
        comments_v2: [
          {
            timestamp: 1772359200,
            data: [{ comment: { timestamp: 1772359200, comment: 'the caf\u00c3\u00a9 was closed', author: 'Ann' } }],
            title: 'Ann commented on a post.',
          },
          {
            timestamp: 1772362800,
            data: [{ comment: { timestamp: 1772362800, comment: 'opens at nine now', author: 'Ann' } }],
            title: 'Ann replied to a comment.',
          },
        ],
      },
      { texts: ['the café was closed', 'opens at nine now'], times: ['2026-03-01T10:00Z', '2026-03-01T11:00Z'] },
    ],
    [
      'the data of a TikTok account',
      {
        Comment: {
          Comments: {
            CommentsList: [
              { date: '2026-03-01 10:00:00', comment: 'the lid leaks', photo: 'N/A', url: '' },
              { date: '2026-03-02 11:00:00', comment: 'mine is fine', photo: 'N/A', url: '' },
            ],
          },
        },
      },
      { texts: ['the lid leaks', 'mine is fine'], times: ['2026-03-01T10:00Z', '2026-03-02T11:00Z'] },
    ],
  ])('%s', async (_, value, expected) => expectHeld(JSON.stringify(value), expected));

  it.each([
    ['shift_jis', '日付,評価,コメント', '2026/03/01,2,ﾌﾀから漏れます', '2026/03/02,5,とても良い'],
    ['euc-kr', '날짜,평점,리뷰내용', '2026-03-01,2,배송이 너무 늦어요', '2026-03-02,5,정말 좋아요'],
    ['big5', '日期,評分,評論內容', '2026-03-01,2,蓋子會漏水', '2026-03-02,5,非常好用'],
    ['euc-jp', '日付,評価,コメント', '2026/03/01,2,蓋から漏れます', '2026/03/02,5,とても良い'],
  ])('in %s', async (charset, ...rows) => {
    const [, first = '', second = ''] = rows;
    await expectHeld(encode(lines(...rows), charset), {
      texts: [first, second].map((row) => row.split(',')[2] ?? ''),
      times: ['2026-03-01T00:00Z', '2026-03-02T00:00Z'],
      stars: [2, 5],
    });
  });
});
