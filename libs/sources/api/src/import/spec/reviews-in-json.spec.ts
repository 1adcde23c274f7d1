import { expectHeld, type Expected } from './read-export';

const J = JSON.stringify;
/** The times of both rows of each file. */
const [FIRST_AT, SECOND_AT] = ['2026-03-01T10:00Z', '2026-03-02T18:30Z'];
const D = [FIRST_AT, SECOND_AT];

/** Both rows of a file, as people wrote them. */
const TEXTS = ['The hinge broke on day two', 'Mine is fine so far'];
const [LOOSE, STEADY] = ['买了两个都闪，退了', '我家用了一年没毛病'];

describe('reviews in JSON', () => {
  it.each<[string, string | Buffer, Expected, { timeZone?: string }?]>([
    [
      '京东: productPageComments, with what was added later',
      `fetchJSON_comment98(${J({
        productAttr: null,
        productCommentSummary: { skuId: 1, averageScore: 5, goodCount: 2, commentCountStr: '2' },
        hotCommentTagStatistics: [{ id: 'a', name: '外观漂亮', count: 12, type: 4 }],
        maxPage: 1,
        comments: [
          {
            id: 17001,
            guid: 'g1',
            content: LOOSE,
            creationTime: '2026-03-01 18:00:00',
            isDelete: false,
            isTop: false,
            referenceId: '100',
            referenceTime: '2026-02-20 12:00:00',
            score: 1,
            nickname: 'j***1',
            usefulVoteCount: 6,
            uselessVoteCount: 0,
            replyCount: 1,
            productColor: '白色',
            replies: [
              {
                id: 8,
                content: '您好，非常抱歉给您带来不便',
                nickname: '灯具官方旗舰店',
                creationTime: '2026-03-02 10:00:00',
                userClient: 99,
              },
            ],
            afterDays: 3,
            afterUserComment: {
              id: 3,
              created: '2026-03-04 10:00:00',
              content: '退款三天到账',
              hAfterUserComment: { content: '退款三天到账' },
            },
          },
          {
            id: 17002,
            guid: 'g2',
            content: STEADY,
            creationTime: '2026-03-03 02:30:00',
            isDelete: false,
            isTop: false,
            referenceId: '100',
            referenceTime: '2026-02-21 12:00:00',
            score: 5,
            nickname: 'j***2',
            usefulVoteCount: 0,
            uselessVoteCount: 0,
            replyCount: 0,
            productColor: '黑色',
            afterDays: 0,
          },
        ],
      })});`,
      {
        texts: [`${LOOSE}\n\n退款三天到账`, '您好，非常抱歉给您带来不便', STEADY],
        stars: [1, null, 5],
        likes: [6, 0, 0],
        authors: ['j***1', '灯具官方旗舰店', 'j***2'],
        leftOut: [null, 'staff', null],
        times: [FIRST_AT, '2026-03-02T02:00Z', SECOND_AT],
      },
      { timeZone: 'Asia/Shanghai' },
    ],
    [
      'Yelp: useful, funny, cool',
      [
        { review_id: 'ye1', user_id: 'yu1', business_id: 'b1', stars: 2.0, useful: 4, funny: 1, cool: 0 },
        { review_id: 'ye2', user_id: 'yu2', business_id: 'b1', stars: 5.0, useful: 0, funny: 0, cool: 0 },
      ]
        .map((one, at) => J({ ...one, text: TEXTS[at], date: ['2026-03-01 10:00:00', '2026-03-02 18:30:00'][at] }))
        .join('\n'),
      { texts: TEXTS, times: D, stars: [2, 5], likes: [4, 0], externalIds: ['ye1', 'ye2'], authors: ['yu1', 'yu2'] },
    ],
    [
      'IMDb: reviews with a spoiler flag and votes up and down',
      J({
        reviews: [
          {
            id: 'rw1',
            authorName: 'ann',
            authorRating: 3,
            reviewTitle: 'Flat',
            reviewText: TEXTS[0],
            submissionDate: '2026-03-01',
            spoiler: false,
            interestingVotes: { up: 9, down: 4 },
          },
          {
            id: 'rw2',
            authorName: 'bob',
            authorRating: 9,
            reviewTitle: 'Bright',
            reviewText: TEXTS[1],
            submissionDate: '2026-03-02',
            spoiler: true,
            interestingVotes: { up: 0, down: 0 },
          },
        ],
      }),
      {
        texts: [`Flat\n\n${TEXTS[0]}`, `Bright\n\n${TEXTS[1]}`],
        times: ['2026-03-01T00:00Z', '2026-03-02T00:00Z'],
        externalIds: ['rw1', 'rw2'],
        authors: ['ann', 'bob'],
        likes: [9, 0],
      },
    ],
  ])('%s', async (_, content, expected, options = {}) => {
    await expectHeld(content, expected, options);
  });
});
