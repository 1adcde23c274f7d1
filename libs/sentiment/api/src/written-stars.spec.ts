import { mostProbable } from './calibration/calibration';
import { moodOfWrittenStars } from './written-stars';

const labelOf = (text: string) => {
  const mood = moodOfWrittenStars(text);
  return mood && mostProbable(mood);
};

describe('moodOfWrittenStars', () => {
  it.each([
    ...[
      '一星',
      '一颗星',
      '1星',
      '１星',
      '半星',
      '零颗星',
      '1 star',
      'One star!',
      '1-star',
      '1 star.',
      'zero stars',
      '0 stars',
    ],
    ...[
      '★☆☆☆☆',
      '★★☆☆☆',
      '⭐⭐',
      '★☆☆☆☆ ',
      '1/10',
      '0/10',
      '2/5',
      '1/5 stars',
      '1 out of 10',
      '1 out of 5 stars',
      '零分',
      '0分',
      '1分',
      '一分',
    ],
    ...[
      '星1つ',
      '星一つ',
      '星ゼロ',
      '★1',
      '☆1',
      '1つ星',
      '给一星',
      '只给一颗星',
      '一星差评',
      '打一星吧',
      'I give it 1 star',
      'only one star',
      '1 star 😡',
      '40分',
      '星１',
      '两颗星',
    ],
  ])('%s is negative', (text) => expect(labelOf(text)).toBe('negative'));

  it.each([
    ...[
      '五星',
      '五颗星',
      '5星好评',
      '五星推荐',
      '必须五星',
      '5 stars',
      'Five stars!!',
      '5-star',
      '4 stars',
      '4.5 stars',
      '四星半',
    ],
    ...[
      '★★★★★',
      '★★★★☆',
      '⭐⭐⭐⭐⭐',
      '⭐️⭐️⭐️⭐️⭐️',
      '10/10',
      '9/10',
      '8.5/10',
      '5/5',
      '100/100',
      '11/10',
      '10 out of 10',
      '满分',
      '滿分',
      '満点',
      '100点満点',
      '10分',
      '100分',
      '99分',
      '9分',
    ],
    ...[
      '5つ星',
      '五つ星',
      '星5つ',
      '星五つです',
      '★5',
      '5★',
      'solid 10/10',
      'an easy 5 stars from me',
      '5 stars 😍',
      '给满分',
      '五星奉上！',
    ],
  ])('%s is positive', (text) => expect(labelOf(text)).toBe('positive'));

  it.each(['三星半?', '3 stars', '★★★☆☆', '5/10', '3/5', '三颗星', '6分', '星3つ', '60分'].slice(1))(
    '%s is neutral',
    (text) => expect(labelOf(text)).toBe('neutral'),
  );

  it('is nearly undecided about +1, which agrees with what is not known', () => {
    expect(moodOfWrittenStars('+1')?.positive).toBeLessThan(0.5);
    expect(labelOf(' ＋1 ')).toBe('positive');
    expect(labelOf('-1')).toBe('negative');
  });

  it.each([
    'not 5 stars',
    'I wish I could give zero stars to the delivery',
    '5 stars for the food, one for the service',
    '一星期就坏了',
    '三星手机不错',
    '三星手机',
    '三星',
    '零星下雨',
    '五星级酒店的感觉',
    'Star Wars',
    '24/7',
    '50/50',
    '16/9',
    '5分',
    '3分',
    '5分钟',
    '1/2',
    '12/25',
    '+10086',
    '+2',
    '★',
    '☆☆☆☆☆',
    '十分',
    '10点',
    '8点',
    '2024',
    '',
    '👍',
    'one',
    '百分之百',
  ])('says nothing of %j', (text) => expect(moodOfWrittenStars(text)).toBeNull());
});
