import { lines, readExport } from './read-export';

const MARCH_1 = 1_772_359_200;

describe('answers of interfaces', () => {
  it('name what a comment answers, in an object of its own or under `parent`', async () => {
    const author = { id: '7', name: 'ann', nickname: 'Ann', isBot: false };
    const discord = await readExport(
      JSON.stringify({
        messages: [
          { id: '11', type: 'Default', timestamp: '2026-03-01T10:00:00Z', content: 'the lid leaks', author },
          {
            id: '12',
            type: 'GuildMemberJoin',
            timestamp: '2026-03-01T10:05:00Z',
            content: 'Ann is here now',
            author,
          },
          {
            id: '13',
            type: 'Reply',
            timestamp: '2026-03-01T10:06:00Z',
            content: 'same here',
            author,
            reference: { messageId: '11', channelId: '2' },
          },
        ],
      }),
    );
    expect(discord.comments.map(({ externalId, parentId }) => [externalId, parentId])).toEqual([
      ['11', null],
      ['13', '11'],
    ]);
    expect(discord.bad).toEqual(['placeholder']);
    const reply = (rpid: number, parent: number, message: string) => ({
      rpid,
      parent,
      root: parent,
      ctime: MARCH_1,
      like: 1,
      content: { message },
      replies: null as object[] | null,
    });
    const above = { ...reply(101, 0, '盖子漏水'), replies: [reply(102, 101, '我的没问题')] };
    const bilibili = await readExport(JSON.stringify({ data: { replies: [above, reply(103, 0, '真好用')] } }));
    expect(bilibili.comments.map(({ parentId }) => parentId)).toEqual([null, '101', null]);
  });

  it('of YouTube name the comment above an answer', async () => {
    const snippet = (textOriginal: string) => ({ textOriginal, publishedAt: '2026-03-01T10:00:00Z', likeCount: 1 });
    const { comments } = await readExport(
      JSON.stringify({
        items: [
          {
            id: 't1',
            snippet: { topLevelComment: { id: 't1', snippet: snippet('late & bad') } },
            replies: { comments: [{ id: 't1.r1', snippet: { ...snippet('no it is fine'), parentId: 't1' } }] },
          },
          { id: 't2', snippet: { topLevelComment: { id: 't2', snippet: snippet('good coffee') } } },
        ],
      }),
    );
    expect(comments.map(({ text, parentId }) => [text, parentId])).toEqual([
      ['late & bad', null],
      ['no it is fine', 't1'],
      ['good coffee', null],
    ]);
  });

  it('of X are what was asked for, not what stands beside it', async () => {
    const { texts } = await readExport(
      JSON.stringify({
        data: [
          { id: '2001', text: 'late again', created_at: '2026-03-01T10:00:00Z' },
          { id: '2002', text: 'good coffee', created_at: '2026-03-02T10:00:00Z' },
        ],
        includes: {
          tweets: [
            { id: '1999', text: 'our new price list is out now for everyone', created_at: '2026-02-28T10:00:00Z' },
          ],
        },
      }),
    );
    expect(texts).toEqual(['late again', 'good coffee']);
  });

  it('of Google Business have stars in words, some without a text, and answers of the owner', async () => {
    const { texts, stars } = await readExport(
      JSON.stringify({
        reviews: [
          {
            starRating: 'TWO',
            comment: 'Too loud and expensive',
            createTime: '2026-03-01T10:00:00Z',
            reviewReply: { comment: 'Sorry to hear', updateTime: '2026-03-03T10:00:00Z' },
          },
          { starRating: 'FIVE', createTime: '2026-03-02T10:00:00Z' },
        ],
      }),
    );
    expect([texts, stars]).toEqual([
      ['Too loud and expensive', ''],
      [2, 5],
    ]);
  });

  it('of Taobao add what the buyer wrote later to what they wrote first', async () => {
    const rate = { id: 11, rateContent: '面料很舒服', rateDate: '2026-03-01 10:00:00', useful: 2 };
    const later = { content: '洗了一次就缩水', commentTime: '2026-03-20 10:00:00' };
    const { texts, times, bad } = await readExport(
      `jsonp128(${JSON.stringify({
        rateDetail: {
          rateList: [
            { ...rate, appendComment: later },
            { ...rate, id: 12, rateContent: '15天内买家未作出评价' },
          ],
        },
      })})`,
    );
    expect([texts, times, bad]).toEqual([['面料很舒服\n\n洗了一次就缩水'], ['2026-03-01T10:00Z'], ['placeholder']]);
  });

  it('of GitHub have their page, and reactions in an object of their own', async () => {
    const { comments, likes } = await readExport(
      JSON.stringify([
        {
          url: 'https://api.git.example/1',
          html_url: 'https://git.example/1',
          title: 'Export fails',
          body: 'It ends with an error',
          created_at: '2026-03-01T10:00:00Z',
          reactions: { url: 'https://api.git.example/1/reactions', total_count: 4, heart: 1 },
        },
        {
          url: 'https://api.git.example/2',
          html_url: 'https://git.example/2',
          title: 'Thanks',
          body: null,
          created_at: '2026-03-02T10:00:00Z',
          reactions: { total_count: 0 },
        },
      ]),
    );
    expect(comments.map(({ permalink }) => permalink)).toEqual(['https://git.example/1', 'https://git.example/2']);
    expect(likes).toEqual([4, 0]);
  });

  it('of MongoDB write the type beside a value', async () => {
    const { times } = await readExport(
      JSON.stringify([
        { _id: { $oid: '65a1' }, text: 'late again', created: { $date: '2026-03-01T10:00:00Z' } },
        { _id: { $oid: '65a2' }, text: 'fine', created: { $date: { $numberLong: '1772445600000' } } },
      ]),
    );
    expect(times).toEqual(['2026-03-01T10:00Z', '2026-03-02T10:00Z']);
  });

  it('of Steam are free of its marks, and what is quoted stays a quote', async () => {
    const review = (text: string, id: string) => ({ recommendationid: id, review: text, timestamp_created: MARCH_1 });
    const { texts } = await readExport(
      JSON.stringify({
        reviews: [
          review('[h1]Verdict[/h1]\n[b]crashes[/b] [url=https://a.example]often[/url]', '1'),
          review('[quote=bob]trash[/quote]I love it', '2'),
          review('array[0] and [sic] stay', '3'),
        ],
      }),
    );
    expect(texts).toEqual(['Verdict\ncrashes often', '> trash\n\nI love it', 'array[0] and [sic] stay']);
  });

  it('leave programs out that write among people', async () => {
    const { comments } = await readExport(
      [
        { id: 'c1', author: 'ann', body: 'late again', created_utc: MARCH_1 },
        { id: 'c2', author: 'AutoModerator', body: 'Please read the rules', created_utc: MARCH_1 },
        { id: 'c3', author: 'deploy[bot]', body: 'Version 2 is out', created_utc: MARCH_1 },
      ]
        .map((row) => JSON.stringify(row))
        .join('\n'),
    );
    expect(comments.map(({ leftOut }) => leftOut ?? null)).toEqual([null, 'bot', 'bot']);
    const slack = await readExport(
      JSON.stringify([
        { user: 'U1', text: 'the export is broken', ts: '1772359200.000100', thread_ts: '1772359200.000100' },
        { user: 'U2', text: 'it works again', ts: '1772359250.000100' },
        { bot_id: 'B1', username: 'jira', text: 'Ticket ACME-1 created', ts: '1772359300.000100' },
      ]),
    );
    expect(slack.comments.map(({ leftOut, author }) => [leftOut ?? null, author])).toEqual([
      [null, 'U1'],
      [null, 'U2'],
      ['bot', null],
    ]);
    expect(slack.doubts).toEqual([]);
  });

  it('of Telegram do not take the name of a group for what somebody wrote', async () => {
    const { texts } = await readExport(
      JSON.stringify({
        messages: [
          { id: 1, type: 'service', date: '2026-03-01T09:00:00', actor: 'Ann', title: 'Lamp chat', text: '' },
          { id: 2, type: 'message', date: '2026-03-01T10:00:00', from: 'Ann', text: 'it broke' },
          { id: 3, type: 'message', date: '2026-03-01T10:01:00', from: 'Bob', text: 'mine works' },
        ],
      }),
    );
    expect(texts).toEqual(['it broke', 'mine works']);
  });
});

describe('chats', () => {
  it('of LINE have notices without an author', async () => {
    const { texts, bad } = await readExport(
      lines(
        '[LINE] ランプの会とのトーク履歴',
        '保存日時：2026/03/20 10:00',
        '',
        '2026/03/01(日)',
        '10:00\tアン\tランプが壊れた',
        '10:03\tアン\t[スタンプ]',
        '10:04\tボブがグループに参加しました。',
        '10:05\tボブ\tうちのは大丈夫',
      ),
    );
    expect([texts, bad]).toEqual([
      ['ランプが壊れた', 'うちのは大丈夫'],
      ['placeholder', 'placeholder'],
    ]);
  });

  it.each([
    ['WeChat', ['小安 2026-03-01 10:00:00', '灯又坏了', '', '小博 2026-03-01 10:05:12', '我的没问题啊', '真的']],
    [
      'QQ',
      [
        '消息记录（此消息记录为文本格式，不支持重新导入）',
        '',
        '消息对象:台灯群',
        '',
        '2026-03-01 10:00:00 小安(10001)',
        '灯又坏了',
        '',
        '2026-03-01 10:05:12 小博<bo@qq.com>',
        '我的没问题啊',
        '真的',
      ],
    ],
    ['Telegram', ['小安, [2026-03-01 10:00:00]', '灯又坏了', '', '小博, [2026-03-01 10:05:12]', '我的没问题啊\n真的']],
  ])('of %s tell who and when above what was said', async (_, rows) => {
    const { comments, times } = await readExport(lines(...rows));
    expect(comments.map(({ author, text }) => [author, text])).toEqual([
      ['小安', '灯又坏了'],
      ['小博', '我的没问题啊\n真的'],
    ]);
    expect(times).toEqual(['2026-03-01T10:00Z', '2026-03-01T10:05:12.000Z']);
  });

  it('are not seen in notes whose lines begin with a time', async () => {
    await expect(
      readExport(lines('2026-03-01 10:00:05 started', '2026-03-01 10:00:06 stopped', '2026-03-01 10:00:07 started')),
    ).rejects.toMatchObject({ code: 'not-a-table' });
  });
});

describe('times', () => {
  const asOf = new Date('2026-03-10T12:00:00Z');

  it.each([
    ['2025-11-20 上海', '2025-11-20T00:00Z'],
    ['03-01 北京', '2026-03-01T00:00Z'],
    ['昨天 12:30广东', '2026-03-09T12:30Z'],
    ['2天前 · 日本', '2026-03-08T12:00Z'],
    ['刚刚 来自浙江', '2026-03-10T12:00Z'],
    ['2025-11-20 10:00 (edited)', '2025-11-20T10:00Z'],
    ['2026.03.01.', '2026-03-01T00:00Z'],
    ['2026.03.01. 오후 3:05', '2026-03-01T15:05Z'],
    ['26.3.1.일', '2026-03-01T00:00Z'],
    ['01-MAR-26 03.30.00.000000 PM', '2026-03-01T15:30Z'],
    ['1 มี.ค. 2569 10:00 น.', '2026-03-01T10:00Z'],
    ['1 มี.ค. 69 10:00', '2026-03-01T10:00Z'],
    ['2026-03-01 中午11:50', '2026-03-01T11:50Z'],
    ['2026-03-01 中午12:10', '2026-03-01T12:10Z'],
    ['2026-03-01 早上8点半', '2026-03-01T08:30Z'],
    ['/Date(1772359200000+0800)/', '2026-03-01T10:00Z'],
    ['01/Mar/26 10:00 AM', '2026-03-01T10:00Z'],
    ['1,772,359,200', '2026-03-01T10:00Z'],
  ])('are read as sites and databases write them: %s', async (written, instant) => {
    const { times } = await readExport(`comment;date\nthe lamp flickers;${written}\nmine is fine;2026-03-01\n`, {
      asOf,
    });
    expect(times[0]).toBe(instant);
  });

  it.each(['2026-03-01 晚上12:30', '2026-03-01 起', '2026-03-01 之前'])(
    'are refused where they could be two: %s',
    async (written) => {
      const { bad } = await readExport(`comment;date\nthe lamp flickers;${written}\nmine is fine;2026-03-01\n`, {
        asOf,
      });
      expect(bad).toEqual(['unreadable-time']);
    },
  );
});
