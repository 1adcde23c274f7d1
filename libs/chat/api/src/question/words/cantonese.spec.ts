import { plainQuestion } from '../plain-question';

describe('a question in Cantonese', () => {
  it.each([
    ['點解11月頭跌得咁犀利', '为什么11月头跌得这么厉害'],
    ['上個月同今個月比,邊個月好評多', '上个月和这个月比,哪个月好评多'],
    ['琴日有幾多負評', '昨天有多少差评'],
    ['論壇上最多人講咩', '论坛上最多人讲什么'],
    ['客服同物流邊樣俾人鬧得多', '客服和物流哪个被骂得多'],
    ['啲人係咪唔滿意個app', '人是不是不满个app'],
  ])('is read in the words that the rules know: %s', (question, plain) =>
    expect(plainQuestion(question, 'zh')).toBe(plain),
  );

  it.each(['同时提到客服和物流的有多少', '系统更新之后口碑怎么样', '几点评论最多'])(
    'is none without its signs: %s',
    (question) => expect(plainQuestion(question, 'zh')).toBe(question),
  );
});
