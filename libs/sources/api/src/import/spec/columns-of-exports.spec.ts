import { lines, readExport } from './read-export';

describe('columns of exports', () => {
  it.each([
    'App Version Name',
    'appVersion',
    'reviewCreatedVersion',
    'version',
    '应用版本',
    '版本号',
    'アプリバージョン',
  ])('of versions of an app are called %s', async (column) => {
    const { comments } = await readExport(
      lines(`text,date,${column}`, 'late again,2026-03-01 10:00,2.4.1', 'good coffee,2026-03-01 10:05,'),
    );
    expect(comments.map(({ version }) => version)).toEqual(['2.4.1', undefined]);
  });

  it('of other versions are none of an app', async () => {
    const { columns } = await readExport(
      lines(
        'text,date,version,os_version',
        'late again,2026-03-01 10:00,1,14.2',
        'good coffee,2026-03-01 10:05,1,15.1',
      ),
    );
    expect(columns).not.toHaveProperty('version');
  });

  it.each([
    'liked_count',
    'favourites_count',
    'like_counts',
    'engagement',
    'voteCount',
    'usefulVoteCount',
    'reactions',
    '赞同数',
    '获赞',
    'いいね',
    'reactionsCount',
    'commentLikeCount',
    'Likes Count',
    'public_metrics.like_count',
    '点赞',
    'helpful_votes',
    'num_likes',
  ])('of likes are called %s', async (column) => {
    const { likes } = await readExport(
      lines(`text,date,${column}`, 'late again,2026-03-01 10:00,12', 'good coffee,2026-03-01 10:05,7'),
    );
    expect(likes).toEqual([12, 7]);
  });

  it.each(['dislikes', 'isLiked', 'reply_count', 'downvotes'])(
    'of other numbers are none of likes: %s',
    async (column) => {
      const { likes } = await readExport(
        lines(`text,date,${column}`, 'late again,2026-03-01 10:00,12', 'good coffee,2026-03-01 10:05,7'),
      );
      expect(likes).toEqual([0, 0]);
    },
  );

  it('of a score from 1 to 5 hold stars, and that is voiced while there are few', async () => {
    const file = (count: number) =>
      lines(
        'content,creationTime,score',
        ...Array.from({ length: count }, (_, index) => `杯子漏水${index},2026-03-01 10:00:00,${(index % 5) + 1}`),
      );
    const few = await readExport(file(2));
    expect([few.stars, few.likes, few.doubts]).toEqual([[1, 2], [0, 0], ['score-or-likes']]);
    expect((await readExport(file(40))).doubts).toEqual([]);
    const votes = await readExport(
      lines('body,created_utc,score,subreddit', 'late again,1772000000,1,cups', 'good coffee,1772000100,3,cups'),
    );
    expect([votes.stars, votes.likes]).toEqual([
      [null, null],
      [1, 3],
    ]);
    const many = await readExport(
      lines('text,date,score', 'late again,2026-03-01 10:00,412', 'good coffee,2026-03-01 10:00,3'),
    );
    expect(many.likes).toEqual([412, 3]);
  });

  it.each([
    ['Star Rating', '4', 4],
    ['评分', '5', 5],
    ['rating', '8/10', 4],
    ['stars', '★★☆☆☆', 2],
    ['reviewRating', '3.0 out of 5 stars', 3],
  ])('of stars are called %s', async (column, value, stars) => {
    const { stars: read } = await readExport(lines(`review,date,${column}`, `late again,2026-03-01,${value}`));
    expect(read).toEqual([stars]);
  });

  it('of verdicts are read', async () => {
    const { comments } = await readExport(
      lines('review,timestamp_created,voted_up', 'late again,1772000000,False', 'good coffee,1772000100,True'),
    );
    expect(comments.map(({ recommended }) => recommended)).toEqual([false, true]);
  });

  it.each([
    [
      ['note_id,title,desc,time,liked_count', '66a,开箱,这个杯子漏水了，退货也没人理,1772000000000,2.2万'],
      '开箱\n\n这个杯子漏水了，退货也没人理',
    ],
    [
      ['标题,微博内容摘要,发布时间', '开箱,这个杯子漏水了退货也没人理,2026-03-01'],
      '开箱\n\n这个杯子漏水了退货也没人理',
    ],
    [
      ['title,body,date', 'Worst update ever,It asks for a login now.,2026-03-01'],
      'Worst update ever\n\nIt asks for a login now.',
    ],
    [
      ['reviewHeadline,reviewBody,date', 'Leaks,The cup leaks at the lid.,2026-03-01'],
      'Leaks\n\nThe cup leaks at the lid.',
    ],
    [['title,date', 'Servers down again?,2026-03-01 10:00'], 'Servers down again?'],
    [['title,selftext,created_utc', 'Servers down again?,nan,1772000000'], 'Servers down again?'],
  ])('of title and text belong together: %j', async (rows, text) =>
    expect((await readExport(lines(...rows))).texts).toEqual([text]),
  );

  it('of a title alone make a comment where the text is empty', async () => {
    const { texts } = await readExport(
      lines(
        'title,body,date',
        'Servers down again?,,2026-03-01 10:00',
        'Patch notes,They look fine to me,2026-03-01 10:05',
      ),
    );
    expect(texts).toEqual(['Servers down again?', 'Patch notes\n\nThey look fine to me']);
  });

  it.each([
    [
      'post_text,comment_id,text,created_at',
      'New price list is out,c1,Too expensive for me,2026-03-01 10:00',
      'New price list is out,c2,Fair enough,2026-03-01 10:01',
    ],
    [
      'video_title,comment,date',
      'Unboxing the new cup,Too expensive for me,2026-03-01 10:00',
      'Unboxing the new cup,Fair enough,2026-03-01 10:01',
    ],
    [
      'title,comment,date',
      'Unboxing the new cup,Too expensive for me,2026-03-01 10:00',
      'Unboxing the new cup,Fair enough,2026-03-01 10:01',
    ],
    [
      'content,reply_body,date',
      'New price list is out,Too expensive for me,2026-03-01 10:00',
      'New price list is out,Fair enough,2026-03-01 10:01',
    ],
    [
      'comment,user_bio,date',
      'Too expensive for me,I sell handmade cups and I write about them each day,2026-03-01 10:00',
      'Fair enough,Mother of two and runner of marathons in winter,2026-03-01 10:01',
    ],
    [
      'comment,商家回复,date',
      'Too expensive for me,感谢您的反馈我们会努力改进的,2026-03-01 10:00',
      'Fair enough,谢谢亲的支持欢迎再来哦,2026-03-01 10:01',
    ],
  ])('that repeat, or are about others, are not the text: %s', async (...rows) => {
    expect((await readExport(lines(...rows))).texts).toEqual(['Too expensive for me', 'Fair enough']);
  });

  it.each([
    [
      'comment,date,comment_clean',
      '"Great, really!",2026-03-01,great really',
      '"Bad  service!!",2026-03-01,bad service',
      '😀😀,2026-03-01,nan',
    ],
    [
      'processed,raw_words,date',
      'great really,"Great, really!",2026-03-01',
      'bad service,"Bad  service!!",2026-03-01',
      'nan,😀😀,2026-03-01',
    ],
    [
      'col_b,col_a,date',
      'great really,"Great, really!",2026-03-01',
      'bad service,"Bad  service!!",2026-03-01',
      'nan,😀😀,2026-03-01',
    ],
  ])('that a tool cleaned are not the text: %s', async (...rows) => {
    const { texts, doubts } = await readExport(lines(...rows));
    expect(texts.map((text) => text.replace(/\s+/g, ' '))).toEqual(['Great, really!', 'Bad service!!', '😀😀']);
    expect(doubts).toEqual([]);
  });

  it('that could both be the text are voiced', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, index) => `The lid of cup ${index} leaks on me,I would buy number ${index} again,2026-03-0${(index % 9) + 1}`,
    );
    const { texts, doubts, reading } = await readExport(lines('comment,review,date', ...rows));
    expect([texts[0], doubts]).toEqual(['The lid of cup 0 leaks on me', ['text-column']]);
    expect(reading.recognition.text?.rivals).toEqual(['review']);
    expect((await readExport(lines('comment,review,date', ...rows), { mapping: { text: 'review' } })).doubts).toEqual(
      [],
    );
  });

  it('with placeholders bring no comments of them', async () => {
    const { texts, bad } = await readExport(
      '[{"id":"k1","body":"[deleted]","created_utc":1772000000},{"id":"k2","body":"[removed]","created_utc":1772000000},{"id":"k3","body":"late again","created_utc":1772000000}]',
    );
    expect([texts, bad]).toEqual([['late again'], ['placeholder', 'placeholder']]);
  });

  it('of the same short texts on one day are different people, and the same file is the same', async () => {
    const file = lines('date,rating,review', '2026-03-01,5,Love it!', '2026-03-01,4,Love it!', '2026-03-01,5,Love it!');
    const [first, again] = [await readExport(file), await readExport(file)];
    expect([first.comments.length, first.ids]).toEqual([3, 3]);
    expect(again.comments.map(({ externalId }) => externalId)).toEqual(
      first.comments.map(({ externalId }) => externalId),
    );
  });

  it('of ids are not used where a spreadsheet rounded them, or they start again', async () => {
    const rounded = lines(
      'comment_id,create_time,ip_location,aweme_id,content',
      ...['太贵了', '不错', '漏水', '退货', '好看', '一般'].map(
        (text, index) => `7.45678E+18,177200000${index},上海,7.1E+18,${text}`,
      ),
    );
    const spoilt = await readExport(rounded);
    expect([spoilt.comments.length, spoilt.ids, spoilt.doubts]).toEqual([6, 6, ['ids-rounded']]);
    const again = Array.from(
      { length: 2400 },
      (_, index) => `${10 + (index % 1200)},2026-03-01 10:00,text number ${index}`,
    );
    const put = await readExport(lines('id,date,comment', ...again));
    expect([put.ids, put.doubts]).toEqual([2400, ['ids-repeat']]);
    const trusted = await readExport(lines('id,date,comment', ...again), { mapping: { externalId: 'id' } });
    expect([trusted.ids, trusted.doubts]).toEqual([1200, []]);
  });
});
