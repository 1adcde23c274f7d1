import { nearlyTheSame, printsOf } from './near-duplicate';

const REVIEW =
  'The battery of these headphones lasts two full days, the case feels solid and the sound is clear even at the lowest volume, so I am glad I bought them.';
const KRITIK =
  '这款耳机的续航确实有两天，盒子手感也很扎实，音量开到最低声音依然清楚，用了半个月没有断连过一次，价格比同类便宜一截，推荐给每天通勤的朋友，我自己已经买了第二副送人。';
const KUCHIKOMI =
  'このイヤホンは電池が二日もつし、ケースの質感もしっかりしていて、小さい音量でも聞き取りやすいので、毎日の通勤で使っている人には特におすすめしたいです。';

describe('nearlyTheSame', () => {
  it.each([
    ['Great phone!!!', 'great  phone'],
    ['太好用了！！！', '太好用了'],
    ['太好用了～', '太好用了。'],
    ['ＧＲＥＡＴ　ｐｈｏｎｅ', 'great phone'],
    ['Sooooo good', 'sooo good'],
    ['哈哈哈哈哈哈', '哈哈哈哈'],
    ['RT @…: What a day', 'what a day'],
    ['Look at this https://example.com/a', 'Look at this https://example.com/b?c=d'],
    [REVIEW, `${REVIEW} https://example.com`],
    [REVIEW, REVIEW.replace('bought', 'bougt')],
    [REVIEW, REVIEW.replace('volume', 'volumes')],
    [KRITIK, KRITIK.replace('半个月', '三个月')],
    [KUCHIKOMI, KUCHIKOMI.replace('毎日の', '')],
  ])('sees the same in %j and %j', (one, other) => {
    expect(nearlyTheSame(one, other)).toBe(true);
    expect(nearlyTheSame(other, one)).toBe(true);
  });

  it.each([
    ['很好用啊', '很难用啊'],
    ['味道不错呀', '味道很差呀'],
    ['还可以吧', '还不错吧'],
    ['good', 'goof'],
    ['I love it', 'I hate it'],
    ['works', 'works?'],
    ['thanks 👍', 'thanks 🙄'],
    ['1000 km', '10000 km'],
    [REVIEW, REVIEW.replace('I am glad', 'I am not glad')],
    [REVIEW, REVIEW.replace('clear', 'clear 🙄')],
    [KRITIK, KRITIK.replace('确实有', '根本没有')],
    [KUCHIKOMI, KUCHIKOMI.replace('おすすめしたいです', 'おすすめできません')],
    [REVIEW, REVIEW.slice(0, 120)],
    [REVIEW, `${REVIEW} ${KRITIK}`],
    ['https://example.com/a', 'https://example.com/b'],
    ['👍', '👎'],
  ])('tells %j from %j', (one, other) => expect(nearlyTheSame(one, other)).toBe(false));

  it('never takes two different comments of five characters for one', () => {
    const characters = [...'好差快慢贵'];
    const texts = characters.flatMap((a) => characters.map((b) => `真的${a}又${b}`));
    const alike = texts.flatMap((one, index) =>
      texts.slice(index + 1).filter((other) => nearlyTheSame(one, other) || printsOf(one)[0] === printsOf(other)[0]),
    );
    expect(alike).toEqual([]);
  });
});

describe('printsOf', () => {
  const shared = (one: string, other: string) =>
    printsOf(one).filter((print, index) => print === printsOf(other)[index]).length;

  it.each([REVIEW, KRITIK, KUCHIKOMI])('leads from nearly every small change of a text back to it: %#', (text) => {
    // Each variant lacks one other character.
    const variants = Array.from(
      { length: text.length - 4 },
      (_, place) => text.slice(0, place + 2) + text.slice(place + 3),
    );
    const found = variants.filter((variant) => shared(variant, text) > 0);
    expect(found.length / variants.length).toBeGreaterThan(0.85);
  });

  it('leads from other texts nowhere', () => {
    const texts = Array.from(
      { length: 300 },
      (_, index) =>
        `Comment ${index}: ${[...'abcdefghij'].map((letter) => letter.repeat(1 + ((index * 7 + letter.charCodeAt(0)) % 5)) + index * letter.charCodeAt(0)).join(' ')}`,
    );
    const prints = texts.flatMap((text) => printsOf(text));
    expect(new Set(prints).size).toBe(prints.length);
  });

  it('compares short texts as a whole only', () => {
    expect(printsOf('很好用，推荐')).toHaveLength(1);
    expect(printsOf('works as it should')).toHaveLength(1);
    expect(printsOf(REVIEW)).toHaveLength(2);
  });

  it('stays quick with a very long text', () => {
    const begun = performance.now();
    printsOf('这是一个很长的评论。'.repeat(20_000));
    expect(performance.now() - begun).toBeLessThan(500);
  });
});
