import { lines, readExport } from './read-export';

describe('columns of forms, tickets and reviews', () => {
  it('of two questions the one that more people answered is the text, and the other one is offered', async () => {
    const { texts, stars, doubts } = await readExport(
      lines(
        '#,How likely are you to recommend Acme to a friend?,What is the main reason for your score?,What could we do better?,Submit Date (UTC)',
        'a,2,Support takes days to answer,Hire more people for support in the evening,2026-03-01 10:00:00',
        'b,10,It just works and looks good,,2026-03-01 11:00:00',
      ),
    );
    expect(texts).toEqual(['Support takes days to answer', 'It just works and looks good']);
    expect(stars).toEqual([1, 5]);
    expect(doubts).toContain('text-column');
  });

  it('a survey may call what people wrote their response, and no address of a mail box is a text', async () => {
    const { texts, stars } = await readExport(
      lines(
        'Record ID,Survey Name,Response,Rating,Contact,Submission Date,Response sentiment',
        '1,Q1 CSAT,Agent was rude,1,a@shop.example,2026-03-01 10:00,Negative',
        '2,Q1 CSAT,,5,bob@shop.example,2026-03-01 11:00,Positive',
        '3,Q1 CSAT,Quick and kind,5,cid@shop.example,2026-03-01 12:00,Positive',
      ),
    );
    expect(texts).toEqual(['Agent was rude', '', 'Quick and kind']);
    expect(stars).toEqual([1, 5, 5]);
  });

  it('a ticket is its description, not the comment on the service that few leave', async () => {
    const ticket = (id: number, description: string, comment: string | null) => ({
      id,
      created_at: `2026-03-0${id}T10:00:00Z`,
      subject: `Case ${id}`,
      description,
      satisfaction_rating: comment === null ? { score: 'good' } : { score: 'bad', comment },
    });
    const { texts, doubts } = await readExport(
      JSON.stringify({
        tickets: [
          ticket(1, 'I sent it back three weeks ago and still have no refund.', 'too slow'),
          ticket(2, 'Your agent solved it in minutes.', null),
        ],
      }),
    );
    expect(texts[0]).toBe('Case 1\n\nI sent it back three weeks ago and still have no refund.');
    expect(doubts).toEqual(['text-column']);
  });

  it('who found a review helpful is no review', async () => {
    const { texts, likes } = await readExport(
      JSON.stringify([
        {
          ReviewId: 'R1',
          ReviewDescription: 'The lid cracked',
          Date: '2026-03-01',
          HelpfulCount: '12 people found this helpful',
        },
        {
          ReviewId: 'R2',
          ReviewDescription: 'Hält dicht',
          Date: '2026-03-02',
          HelpfulCount: 'One person found this helpful',
        },
      ]),
    );
    expect([texts, likes]).toEqual([
      ['The lid cracked', 'Hält dicht'],
      [12, 1],
    ]);
  });

  it('a score with decimals is one of stars, up to ten too, and no number of likes', async () => {
    const { stars, likes, doubts } = await readExport(
      lines('review,date,score', 'clean rooms,2026-03-01,8.3', 'loud street,2026-03-02,4', 'all good,2026-03-03,10'),
    );
    expect([stars, likes, doubts]).toEqual([[4.15, 2, 5], [0, 0, 0], []]);
  });

  it.each([
    ['总体评分', '五星商户', 5],
    ['总体评分', '准四星', 3.5],
    ['点数', '3.5', 3.5],
    ['별점', '별점 2점', 2],
    ['Votre note (sur 5)', '2/5', 2],
    ['Wie zufrieden sind Sie?', '4', 4],
    ['您对我们的服务满意吗？（1-5）', '2', 2],
    ['التقييم', '٢', 2],
  ])('stars under the name %s: %s', async (name, value, stars) => {
    const read = await readExport(`comment;date;${name}\nlate again;2026-03-01;${value}\nfine;2026-03-02;5\n`);
    expect(read.stars[0]).toBe(stars);
  });

  it.each([
    ['点赞数量', '1.2万', 12_000],
    ['voteup_count', '120', 120],
    ['도움이 돼요', '3', 3],
  ])('likes under the name %s: %s', async (name, value, likes) => {
    expect((await readExport(`comment;date;${name}\nlate again;2026-03-01;${value}\n`)).likes).toEqual([likes]);
  });

  it.each([
    '卖家回复',
    '店舗からの返信',
    'Property response',
    '사장님 댓글',
    'Antwort des Inhabers',
    'Réponse du propriétaire',
  ])('what shops answer (%s) is not offered as the text', async (name) => {
    const { texts, doubts } = await readExport(
      lines(
        `评价内容;评价时间;${name}`,
        '盖子漏水;2026-03-01;非常抱歉给您带来不好的体验，请联系在线客服处理，我们会尽快解决',
        '保温效果好;2026-03-02;感谢您的支持与信任，我们会继续努力，欢迎下次光临本店选购',
      ),
    );
    expect([texts, doubts]).toEqual([['盖子漏水', '保温效果好'], []]);
  });

  it('titles that a program made of the author are left out', async () => {
    const { texts } = await readExport(
      lines('Date,Title,Author,Full Text', '2026-03-01,ann on X,ann,the cup leaks', '2026-03-02,bob on X,bob,love it'),
    );
    expect(texts).toEqual(['the cup leaks', 'love it']);
  });

  it('of two columns of one name, text and time with the same number belong together', async () => {
    const { times, columns } = await readExport(
      lines(
        'date,text,date,text',
        '2026-03-01 10:00,Our new cup is out now,2026-03-01 12:00,leaks',
        '2026-03-01 10:00,Our new cup is out now,2026-03-01 13:00,love it',
      ),
    );
    expect(columns).toMatchObject({ text: 'text (2)', publishedAt: 'date (2)' });
    expect(times).toEqual(['2026-03-01T12:00Z', '2026-03-01T13:00Z']);
  });
});

describe('notices of chats', () => {
  it.each([
    '<@U1> has joined the channel',
    '<Media omitted>',
    'Bild weggelassen',
    '[图片]',
    '[スタンプ]',
    '사진',
    'This message was deleted',
  ])('%s is no comment', async (text) => {
    const { bad, texts } = await readExport(`message;date\n${text};2026-03-01\nthe lid leaks;2026-03-02\n`);
    expect([bad, texts]).toEqual([['placeholder'], ['the lid leaks']]);
  });
});

describe('times of other things than the comment', () => {
  it.each(['Order date', '下单时间', '訪問日', 'Date of experience', 'purchase_date'])(
    '%s is not taken where the comment has a time of its own',
    async (name) => {
      const { columns } = await readExport(
        lines(`${name},review,added`, '2026-02-01,late again,2026-03-01', '2026-02-02,fine,2026-03-02'),
      );
      expect(columns['publishedAt']).toBe('added');
    },
  );

  it('and is asked about where it is the only one', async () => {
    const { doubts, times } = await readExport(lines('Order date,review', '2026-02-01,late again', '2026-02-02,fine'));
    expect([doubts, times]).toEqual([['borrowed-time'], ['2026-02-01T00:00Z', '2026-02-02T00:00Z']]);
  });

  it('names below merged cells belong to what stands above them', async () => {
    const { columns } = await readExport(
      lines(
        'Order,,Review,,',
        'No.,Date,Text,Rating,Time',
        'A1,2026-02-01,The lid leaks,2,2026-03-01 10:00',
        'A2,2026-02-02,Very happy,5,2026-03-02 10:00',
      ),
    );
    expect(columns).toMatchObject({ text: 'Review.Text', publishedAt: 'Review.Time', stars: 'Review.Rating' });
  });
});
