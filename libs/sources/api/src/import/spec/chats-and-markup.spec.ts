import { lines, readExport } from './read-export';

describe('chats that were exported as text', () => {
  it('of WhatsApp on an iPhone: messages of several lines, notices and pictures', async () => {
    const { texts, times, bad, columns } = await readExport(
      lines(
        '\u200e[01.03.26, 10:00:05] Cup Fans: \u200eNachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.',
        '[01.03.26, 10:00:15] Ann: Der Deckel ist undicht',
        'und keiner antwortet',
        '[01.03.26, 10:01:00] Bob: \u200eBild weggelassen',
        '[13.03.26, 18:01:00] Bob: Link: https://shop.example/x',
      ),
      { timeZone: 'Europe/Berlin' },
    );
    expect(texts).toEqual(['Der Deckel ist undicht\nund keiner antwortet', 'Link: https://shop.example/x']);
    expect(times).toEqual(['2026-03-01T09:00:15.000Z', '2026-03-13T17:01Z']);
    expect(bad).toEqual(['placeholder', 'placeholder']);
    expect(columns).toEqual({ text: 'message', publishedAt: 'time', author: 'author' });
  });

  it.each([
    ['3/14/26, 10:01 AM - Ann: the lid leaks', '2026-03-14T10:01Z'],
    ['14/03/2026, 10:01 - Ann: the lid leaks', '2026-03-14T10:01Z'],
    ['14.03.26, 10:01 - Ann: the lid leaks', '2026-03-14T10:01Z'],
    ['2026/3/14 下午10:01 - Ann: the lid leaks', '2026-03-14T22:01Z'],
    ['[3/14/26, 10:01:05\u202fPM] Ann: the lid leaks', '2026-03-14T22:01:05.000Z'],
    ['2026년 3월 14일 오후 7:00, Ann : the lid leaks', '2026-03-14T19:00Z'],
  ])('the line %s', async (line, time) => {
    const { texts, times } = await readExport(lines(line, 'badly', line));
    expect([texts[0], times[0]]).toEqual(['the lid leaks\nbadly', time]);
  });

  it('of LINE and KakaoTalk: the day stands above its messages', async () => {
    const line = await readExport(
      lines(
        '[LINE] アクメのトーク履歴',
        '保存日時：2026/03/05 10:00',
        '',
        '2026/03/01(日)',
        '10:00\tアン\t蓋から漏れます',
        '10:05\tボブ\t[スタンプ]',
        '10:06\tボブ\t"うちは大丈夫',
        'です"',
        '2026/03/02(月)',
        '9:15\tアン\tがっかり',
      ),
      { timeZone: 'Asia/Tokyo' },
    );
    expect(line.texts).toEqual(['蓋から漏れます', 'うちは大丈夫\nです', 'がっかり']);
    expect(line.times).toEqual(['2026-03-01T01:00Z', '2026-03-01T01:06Z', '2026-03-02T00:15Z']);
    const kakao = await readExport(
      lines(
        '아크메 님과 카카오톡 대화',
        '--------------- 2026년 3월 1일 일요일 ---------------',
        '[앤] [오후 7:00] 배터리가 너무 빨리 닳아요',
        '[밥] [오후 7:01] 저는 만족합니다',
      ),
      { timeZone: 'Asia/Seoul' },
    );
    expect(kakao.times).toEqual(['2026-03-01T10:00Z', '2026-03-01T10:01Z']);
  });

  it('a table with a time, a dash and a colon is a table', async () => {
    const { reading } = await readExport(
      lines('date,comment', '3/14/26,10:01 AM - Ann: the lid leaks', '3/15/26,10:01 AM - Bob: fine'),
    );
    expect(reading.format.format).toBe('csv');
  });
});

describe('exports in XML', () => {
  it('of WordPress: the comments with the exact time, not the articles, without spam', async () => {
    const comment = (id: number, text: string, approved: string) =>
      `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author><![CDATA[ann]]></wp:comment_author><wp:comment_date>2026-03-01 18:00:00</wp:comment_date><wp:comment_date_gmt>2026-03-01 10:00:00</wp:comment_date_gmt><wp:comment_content><![CDATA[${text}]]></wp:comment_content><wp:comment_approved>${approved}</wp:comment_approved></wp:comment>`;
    const { texts, times, bad } = await readExport(
      `<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Blog</title><item><title>New prices</title><pubDate>Sat, 28 Feb 2026 10:00:00 +0000</pubDate><description>We have a new price list.</description>${comment(7, 'Too <b>expensive</b> &amp; late', '1')}${comment(8, 'buy pills', 'spam')}</item></channel></rss>`,
      { timeZone: 'America/New_York' },
    );
    expect([texts, times, bad]).toEqual([['Too expensive & late'], ['2026-03-01T10:00Z'], ['placeholder']]);
  });

  it('of Disqus: posts with the post above, without what was deleted', async () => {
    const post = (id: number, text: string, more: string) =>
      `<post dsq:id="10${id}"><id/><message><![CDATA[<p>${text}</p>]]></message><createdAt>2026-03-01T10:0${id}:00Z</createdAt>${more}<author><name>ann</name></author><thread dsq:id="10"/></post>`;
    const { texts, bad, comments } = await readExport(
      `<?xml version="1.0"?><disqus xmlns:dsq="x"><thread dsq:id="10"><title>New price list</title><createdAt>2026-02-28T10:00:00Z</createdAt></thread>${post(1, 'Too expensive', '<isDeleted>false</isDeleted><isSpam>false</isSpam>')}${post(2, 'spam', '<isDeleted>false</isDeleted><isSpam>true</isSpam>')}${post(3, 'Fair', '<isDeleted>false</isDeleted><isSpam>false</isSpam><parent dsq:id="101"/>')}</disqus>`,
    );
    expect([texts, bad]).toEqual([['Too expensive', 'Fair'], ['placeholder']]);
    expect(comments.map(({ externalId, parentId }) => [externalId, parentId])).toEqual([
      ['101', null],
      ['103', '101'],
    ]);
  });

  it('of databases: rows with attributes', async () => {
    const { texts, likes } = await readExport(
      '<?xml version="1.0"?>\n<comments>\n<row Id="1" PostId="2" Score="7" Text="it crashes &lt;daily&gt;" CreationDate="2026-03-01T10:00:00.000" UserId="5"/>\n<row Id="3" PostId="2" Score="0" Text="works here" CreationDate="2026-03-01T11:00:00.000" UserId="6"/>\n</comments>',
    );
    expect([texts, likes]).toEqual([
      ['it crashes <daily>', 'works here'],
      [7, 0],
    ]);
  });

  it('a feed of articles is added as a source, and other XML is refused', async () => {
    const feed =
      '<?xml version="1.0"?><rss><channel><item><title>A</title><description>We have news</description><pubDate>Sat, 28 Feb 2026 10:00:00 +0000</pubDate></item></channel></rss>';
    await expect(readExport(feed)).rejects.toMatchObject({ code: 'feed-file' });
    await expect(readExport('<?xml version="1.0"?><plan><a>1</a><b>2</b></plan>')).rejects.toMatchObject({
      code: 'not-a-table',
    });
  });
});

describe('tables that are pages', () => {
  it('under the name of a workbook: a title above the header, merged cells, entities', async () => {
    const { texts, times, reading } = await readExport(
      '<html><head><meta charset="utf-8"><style>td{color:red}</style></head><body><table border=1><tr><td colspan="2">Reviews of March</td></tr><tr><th>Date</th><th>Comment</th></tr><TR><TD>2026-03-01 10:00<TD>late &amp; cold<br>again</TR><tr><td>2026-03-01 10:05</td><td>good <b>coffee</b></td></tr></table></body></html>',
    );
    expect([texts, times]).toEqual([
      ['late & cold\nagain', 'good coffee'],
      ['2026-03-01T10:00Z', '2026-03-01T10:05Z'],
    ]);
    expect(reading.format.format).toBe('html');
  });

  it('of Excel 2003 in XML, with cells left out', async () => {
    const row = (...cells: string[]) => `<Row>${cells.join('')}</Row>`;
    const cell = (text: string, index = '') => `<Cell${index}><Data ss:Type="String">${text}</Data></Cell>`;
    const { texts, likes } = await readExport(
      `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook><Worksheet ss:Name="A"><Table>${row(cell('Date'), cell('Comment'), cell('Likes'))}${row(cell('2026-03-01'), cell('late'), cell('3'))}${row(cell('2026-03-02'), cell('5', ' ss:Index="3"'))}${row(cell('2026-03-03'), cell('fine'))}</Table></Worksheet></Workbook>`,
    );
    expect([texts, likes]).toEqual([
      ['late', 'fine'],
      [3, 0],
    ]);
  });

  it('a page without such a table is refused as a page', async () => {
    await expect(
      readExport('<!doctype html><html><body><table><tr><td>Menu</td><td>Home</td></tr></table></body></html>'),
    ).rejects.toMatchObject({ code: 'web-page' });
  });
});

describe('JSON that is made for scripts', () => {
  const tweets = [
    {
      tweet: {
        id_str: '1765000000000000001',
        created_at: 'Sun Mar 01 10:00:00 +0000 2026',
        full_text: 'late &amp; cold',
        favorite_count: '3',
      },
    },
    {
      tweet: {
        id_str: '1765000000000000002',
        created_at: 'Mon Mar 02 10:00:00 +0000 2026',
        full_text: 'love it',
        favorite_count: '0',
      },
    },
  ];
  it.each([
    ['window.YTD.tweets.part0 = ', ''],
    ['var data = ', ';\n'],
    ['callback(', ');'],
    [")]}'\n", ''],
  ])('%s', async (before, after) => {
    const { texts, likes, ids } = await readExport(before + JSON.stringify(tweets, null, 2) + after);
    expect([texts, likes, ids]).toEqual([['late & cold', 'love it'], [3, 0], 2]);
  });
});

describe('exact times', () => {
  it('are taken where the same time stands beside without its zone', async () => {
    const { times } = await readExport(
      JSON.stringify({
        messages: [
          { id: 1, type: 'message', date: '2026-03-01T18:00:00', date_unixtime: '1772359200', text: 'too expensive' },
          { id: 2, type: 'message', date: '2026-03-01T18:01:00', date_unixtime: '1772359260', text: 'fair price' },
        ],
      }),
    );
    expect(times).toEqual(['2026-03-01T10:00Z', '2026-03-01T10:01Z']);
  });
});

describe('conversations of a help desk', () => {
  it('are the first message, which stands in the conversation itself, and the parts of customers', async () => {
    const { comments, texts } = await readExport(
      JSON.stringify({
        type: 'conversation.list',
        conversations: [
          {
            id: 'c1',
            created_at: 1772359200,
            source: {
              type: 'conversation',
              body: '<p>Checkout fails with my card</p>',
              author: { type: 'user', name: 'Ann' },
            },
            conversation_parts: {
              conversation_parts: [
                { id: 'p1', body: '<p>Sorry, which card?</p>', created_at: 1772359300, author: { type: 'admin' } },
                { id: 'p2', body: '<p>Visa. It is annoying.</p>', created_at: 1772359400, author: { type: 'user' } },
                { id: 'p3', body: null, created_at: 1772359500, author: { type: 'admin' } },
              ],
            },
          },
          {
            id: 'c2',
            created_at: 1772445600,
            source: { type: 'conversation', body: '<p>Great service, thanks</p>', author: { type: 'lead' } },
            conversation_parts: { conversation_parts: [] },
          },
        ],
      }),
    );
    expect(texts).toEqual([
      'Checkout fails with my card',
      'Sorry, which card?',
      'Visa. It is annoying.',
      'Great service, thanks',
    ]);
    expect(comments.map(({ leftOut }) => leftOut ?? null)).toEqual([null, 'staff', null, null]);
    expect(comments[2]?.publishedAt.toISOString()).toBe('2026-03-01T10:03:20.000Z');
  });
});
