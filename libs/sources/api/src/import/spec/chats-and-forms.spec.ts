import { lines, readExport } from './read-export';

describe('exports of chats, help desks and forms', () => {
  it.each([
    [
      'Discord',
      {
        messages: [
          {
            id: '900',
            timestamp: '2026-03-01T10:00:00+00:00',
            content: 'the lid leaks',
            author: { name: 'ann', isBot: false },
            reactions: [
              { emoji: { name: '👍' }, count: 4 },
              { emoji: { name: '❤️' }, count: 2 },
            ],
          },
          {
            id: '901',
            timestamp: '2026-03-01T10:01:00+00:00',
            content: 'mine is fine',
            author: { name: 'helper', isBot: true },
            reactions: [],
          },
        ],
      },
      [6, 0],
      [undefined, 'bot'],
    ],
    [
      'Telegram',
      {
        messages: [
          {
            id: 1,
            date: '2026-03-01T10:00:00',
            from: 'Ann',
            text: 'the lid leaks',
            reactions: [
              { type: 'emoji', count: 5, emoji: '👍' },
              { type: 'emoji', count: 2, emoji: '😢' },
            ],
          },
          { id: 2, date: '2026-03-01T10:02:00', from: 'Bob', text: 'mine is fine' },
        ],
      },
      [7, 0],
      [undefined, undefined],
    ],
  ])('of %s count reactions and know programs', async (_, file, liked, apart) => {
    const { texts, likes, comments } = await readExport(JSON.stringify(file));
    expect(texts).toEqual(['the lid leaks', 'mine is fine']);
    expect(likes).toEqual(liked);
    expect(comments.map(({ leftOut }) => leftOut)).toEqual(apart);
  });

  it('of Slack are free of its marks, and who came in said nothing', async () => {
    const { texts, times, likes, bad } = await readExport(
      JSON.stringify([
        {
          user: 'U1AB',
          text: 'the export is <https://a.example/x|broken>, <@U2AB> <!here>',
          ts: '1772359200.000100',
          reactions: [{ name: '+1', users: ['U2', 'U3'], count: 2 }],
        },
        { user: 'U2AB', text: 'see <https://a.example/y>', ts: '1772359260.000200' },
        {
          subtype: 'channel_join',
          user: 'U3AB',
          text: '<@U3AB> has joined the channel',
          ts: '1772359300.000300',
        },
      ]),
    );
    expect(texts).toEqual(['the export is broken, @…', 'see https://a.example/y']);
    expect(times).toEqual(['2026-03-01T10:00Z', '2026-03-01T10:01Z']);
    expect([likes, bad]).toEqual([[2, 0], ['placeholder']]);
  });

  it('of help desks tell customers from those who answer them', async () => {
    const csv = lines(
      'conversation_id,author_type,author_name,message_body,created_at',
      '1,user,Ann,my order is late,2026-03-01 10:00',
      '1,admin,Eve,we look into it,2026-03-01 11:00',
      '1,bot,Fin,is this solved?,2026-03-01 11:30',
      '1,user,Ann,still nothing,2026-03-01 12:00',
    );
    expect((await readExport(csv)).comments.map(({ leftOut }) => leftOut ?? null)).toEqual([
      null,
      'staff',
      'bot',
      null,
    ]);
    const json = {
      comments: [
        { id: 1, body: 'my order is late', created_at: '2026-03-01T10:00:00Z', author: { role: 'end-user' } },
        { id: 2, body: 'we look into it', created_at: '2026-03-01T11:00:00Z', author: { role: 'agent' } },
      ],
    };
    expect((await readExport(JSON.stringify(json))).comments.map(({ leftOut }) => leftOut ?? null)).toEqual([
      null,
      'staff',
    ]);
  });

  it('whose roles mean something else leave nobody out', async () => {
    const { comments } = await readExport(
      lines('date,role,comment', '2026-03-01,Admin,too slow', '2026-03-02,Engineer,love it'),
    );
    expect(comments.map(({ leftOut }) => leftOut)).toEqual([undefined, undefined]);
  });

  it.each([
    ['Positive review,Negative review', 'Clean room,Noisy street', 'Clean room\n\nNoisy street'],
    ['Pros,Cons', 'Easy to use,Slow support', 'Easy to use\n\nSlow support'],
    ['What do you like best?,What do you dislike?', 'Clear charts,Slow export', 'Clear charts\n\nSlow export'],
    ['优点,缺点', '音质好,充电慢', '音质好\n\n充电慢'],
    ['良い点,悪い点', '音が良い,充電が遅い', '音が良い\n\n充電が遅い'],
  ])('with two sides of an opinion keep both: %s', async (header, row, text) => {
    const { texts, doubts } = await readExport(
      lines(`date,rating,${header}`, `2026-03-01,4,${row}`, '2026-03-02,2,nothing at all,everything else'),
    );
    expect(texts).toEqual([text, 'nothing at all\n\neverything else']);
    expect(doubts).not.toContain('text-column');
  });

  it('of Reddit keep the words of a post beside its comments', async () => {
    const post = {
      id: 'p1',
      title: 'Lid leaks',
      selftext: 'After two days it leaks.',
      created_utc: 1772359200,
      score: 10,
    };
    const comment = { id: 'c1', body: 'Mine too', created_utc: 1772359300, score: 3 };
    const mixed = { kind: 'Listing', data: { children: [post, comment].map((data) => ({ data })) } };
    expect((await readExport(JSON.stringify(mixed))).texts).toEqual([
      'Lid leaks\n\nAfter two days it leaks.',
      'Mine too',
    ]);
    const listing = (data: object) => ({ kind: 'Listing', data: { children: [{ data }] } });
    const thread = [listing(post), listing(comment)];
    expect((await readExport(JSON.stringify(thread))).texts).toEqual([
      'Lid leaks\n\nAfter two days it leaks.',
      'Mine too',
    ]);
  });

  it.each([
    ['Nov 27, 2025 at 2:05 PM', '2025-11-27T14:05Z'],
    ['27. Nov. 2025 14:05', '2025-11-27T14:05Z'],
    ['27. November 2025 um 14:05 Uhr', '2025-11-27T14:05Z'],
    ['27 novembre 2025 alle 14:05', '2025-11-27T14:05Z'],
    ['27 de noviembre de 2025 a las 14:05', '2025-11-27T14:05Z'],
    ['2025年11月27日 14:05', '2025-11-27T14:05Z'],
    ['2025年11月27日(木) 14時05分', '2025-11-27T14:05Z'],
    ['令和7年11月27日 14:05', '2025-11-27T14:05Z'],
    ['令和元年5月1日', '2019-05-01T00:00Z'],
    ['平成30年3月1日', '2018-03-01T00:00Z'],
    ['R7.11.27', '2025-11-27T00:00Z'],
    ['民國114年11月27日', '2025-11-27T00:00Z'],
    ['2025년 11월 27일 오후 2:05', '2025-11-27T14:05Z'],
    ['2025. 11. 27. 오전 9:05', '2025-11-27T09:05Z'],
    ['编辑于 2025-11-27 14:05', '2025-11-27T14:05Z'],
    ['发布于 2025-11-27', '2025-11-27T00:00Z'],
    ['投稿日：2025年11月27日', '2025-11-27T00:00Z'],
    ['Edited Nov 27, 2025', '2025-11-27T00:00Z'],
    ['2025-11-27 14:05:00.123456 +0000 UTC', '2025-11-27T14:05:00.123Z'],
    ['Thu Nov 27 2025 22:05:00 GMT+0800 (China Standard Time)', '2025-11-27T14:05Z'],
    ['11/27/25, 2:05\u202fPM', '2025-11-27T14:05Z'],
    ['1764252300', '2025-11-27T14:05Z'],
    ['1764252300000', '2025-11-27T14:05Z'],
    ['1764252300000000', '2025-11-27T14:05Z'],
    ['1764252300000000000', '2025-11-27T14:05Z'],
  ])('write times as %s', async (time, instant) => {
    expect((await readExport(`comment;date\nthe lamp flickers;${time}\n`)).times).toEqual([instant]);
  });

  it.each([
    ['3 days ago', '2026-03-07T12:00Z'],
    ['3天前', '2026-03-07T12:00Z'],
    ['昨天 21:05', '2026-03-09T21:05Z'],
    ['2 weeks ago', '2026-02-24T12:00Z'],
  ])('count times from when the file was made: %s', async (time, instant) => {
    const asOf = new Date('2026-03-10T12:00:00Z');
    expect((await readExport(`comment;date\nthe lamp flickers;${time}\n`, { asOf })).times).toEqual([instant]);
  });

  it.each([
    ['Rating', ['4,5/5', '1,0/5'], [4.5, 1]],
    ['Rating', ['4.5 out of 5', '2 out of 5'], [4.5, 2]],
    ['评分', ['80%', '100%'], [4, 5]],
    ['Score', ['80%', '20%'], [4, 1]],
    ['満足度', ['★★★★☆', '★☆☆☆☆'], [4, 1]],
    ['stars', ['★★★★☆ (4)', '★☆☆☆☆ (1)'], [4, 1]],
    ['总评分', ['3.5分', '5分'], [3.5, 5]],
    ['评价星级', ['star5', 'star1'], [5, 1]],
    ['별점', ['5점', '1점'], [5, 1]],
    ['Оценка', ['5 из 5', '1 из 5'], [5, 1]],
    ['Bewertung', ['4,5/5', '1/5'], [4.5, 1]],
    ['Emotion (1-5)', ['2', '5'], [2, 5]],
  ])('write stars in %s as %j', async (column, [one, other], stars) => {
    const read = await readExport(
      `date;Kommentar;${column}\n2026-03-01;it broke soon;${one}\n2026-03-02;it is fine;${other}\n`,
    );
    expect(read.stars).toEqual(stars);
    expect(read.likes).toEqual([0, 0]);
  });

  it('take no German mark for stars, of which one is the best', async () => {
    const german = lines('Datum;Kommentar;Note', '01.03.2026;Zu langsam;4', '02.03.2026;Gut gemacht;1');
    const french = lines('Date;Avis;Note', '1 mars 2026;Trop lent;2', '3 mars 2026;Parfait;5');
    expect((await readExport(german)).stars).toEqual([null, null]);
    expect((await readExport(french)).stars).toEqual([2, 5]);
  });

  it.each([
    ['是否推荐', ['不推荐', '推荐']],
    ['Would you recommend?', ['No', 'Yes']],
    ['thumbs', ['👎', '👍']],
    ['Feedback type', ['Negative', 'Positive']],
  ])('tell a verdict in %s', async (column, [no, yes]) => {
    const { comments } = await readExport(
      lines(`date,review,${column}`, `2026-03-01,too slow,${no}`, `2026-03-02,fine,${yes}`),
    );
    expect(comments.map(({ recommended }) => recommended)).toEqual([false, true]);
  });

  it.each([
    ['有价值', '1.2k', 1200],
    ['赞同数', '1.2 万', 12_000],
    ['参考になった人数', '12人', 12],
    ['スキ', '3', 3],
    ['Hilfreich', '1,2 Tsd.', 1200],
    ['Me gusta', '1.234', 1234],
  ])('count approval in %s', async (column, written, count) => {
    const { likes } = await readExport(`date;text;${column}\n2026-03-01;it broke;${written}\n2026-03-02;fine;0\n`);
    expect(likes).toEqual([count, 0]);
  });
});
