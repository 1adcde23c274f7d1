import { lines, readExport } from './read-export';

describe('exports of shops and networks', () => {
  it('of Amazon have words around the day, stars before the title and votes in a sentence', async () => {
    const { texts, times, likes, stars } = await readExport(
      lines(
        'asin,reviewerName,rating,reviewTitle,reviewText,reviewDate,helpful_votes',
        'B01,Ann,5.0 out of 5 stars,5.0 out of 5 stars Bright,"I use it every night, no flicker.","Reviewed in the United States on March 1, 2026",12 people found this helpful',
        'B01,Bob,1.0 out of 5 stars,1.0 out of 5 stars Broke,Hinge broke on day two.,Reviewed in the United Kingdom on 3 March 2026,One person found this helpful',
      ),
    );
    expect(texts).toEqual(['Bright\n\nI use it every night, no flicker.', 'Broke\n\nHinge broke on day two.']);
    expect([times, likes, stars]).toEqual([
      ['2026-03-01T00:00Z', '2026-03-03T00:00Z'],
      [12, 1],
      [5, 1],
    ]);
  });

  it.each([
    'Rezension aus Österreich vom 1. März 2026',
    'Bewertet in Deutschland am 1. März 2026',
    'Avis laissé en France le 1 mars 2026',
    'Reseñado en España el 1 de marzo de 2026',
    '2026年3月1日に日本でレビュー済み',
    '2026年3月1日在美国审核',
    'Posted on 1 Mar 2026',
  ])('say the day in words: %s', async (day) => {
    expect((await readExport(`review;date\nthe lamp flickers;${day}\n`)).times).toEqual(['2026-03-01T00:00Z']);
  });

  it('of 小红书 notes have a title of their own, an id and a link; one without a body is its title', async () => {
    const { texts, columns, likes } = await readExport(
      lines(
        '笔记ID,笔记标题,笔记内容,作者,发布时间,点赞,笔记链接',
        '65f1a,耳机踩雷,充电盒盖子松了，客服说是正常现象,momo,2026年3月1日,2.3万,https://www.xiaohongshu.com/explore/65f1a',
        '65f1b,真香,通勤用降噪很舒服，推荐,糯米,2026年3月2日,120,https://www.xiaohongshu.com/explore/65f1b',
        '65f1c,求助,,小熊,2026年3月3日,8,https://www.xiaohongshu.com/explore/65f1c',
      ),
    );
    expect(texts).toEqual(['耳机踩雷\n\n充电盒盖子松了，客服说是正常现象', '真香\n\n通勤用降噪很舒服，推荐', '求助']);
    expect(columns).toMatchObject({ externalId: '笔记ID', permalink: '笔记链接' });
    expect(likes).toEqual([23_000, 120, 8]);
  });

  it('of comments below a note leave the title of the note out', async () => {
    const { texts, columns } = await readExport(
      lines(
        '笔记标题,评论内容,评论时间',
        '耳机踩雷,我的也松了,2026-03-01 10:00',
        '耳机踩雷,换一个吧,2026-03-01 11:00',
        '真香,同款,2026-03-02 09:00',
      ),
    );
    expect(texts).toEqual(['我的也松了', '换一个吧', '同款']);
    expect(columns['title']).toBeUndefined();
  });

  it('of TikTok name their author', async () => {
    const comment = { cid: '7340000000000000001', createTimeISO: '2026-03-01T10:00:00.000Z', text: 'it broke' };
    const { comments } = await readExport(
      JSON.stringify([
        { ...comment, diggCount: 321, uniqueId: 'lampfan', likedByAuthor: false },
        {
          ...comment,
          cid: '7340000000000000002',
          text: 'love it',
          diggCount: 2,
          uniqueId: 'bob',
          likedByAuthor: false,
        },
      ]),
    );
    expect(comments.map(({ author, engagement }) => [author, engagement])).toEqual([
      ['lampfan', 321],
      ['bob', 2],
    ]);
  });

  it('of surveys have a second header, which is refused as a row', async () => {
    const { texts, bad } = await readExport(
      lines(
        'Respondent ID,End Date,IP Address,What could we do better?',
        ',,,Open-Ended Response',
        '118001,03/01/2026 10:05:11,1.2.3.4,"Faster shipping would be nice, it took two weeks"',
        '118002,03/15/2026 11:05:11,1.2.3.5,Answer your phone. Nobody picks up for hours.',
      ),
    );
    expect([texts.length, bad]).toEqual([2, ['no-time']]);
  });
});
