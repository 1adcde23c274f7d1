import { monitorRulesSchema, parseTextQuery } from '@moodline/comments/contract';
import { MonitorMatcher } from '../monitors/monitor-matcher';
import { tokenQuery } from './search-tokens';
import { spellings, withSpellings } from './spellings';
import { TextQueryMatcher } from './text-query-matcher';

const found = (query: string, text: string) => new TextQueryMatcher(withSpellings(parseTextQuery(query))).matches(text);
const watched = (word: string, text: string, part: Record<string, unknown> = {}) =>
  new MonitorMatcher([{ id: 1, rules: monitorRulesSchema.parse({ any: { words: [word], ...part } }) }]).match({
    text,
    language: 'en',
    sourceId: 1,
  }).length > 0;

/** One word, and a text that writes it in another way. */
const SPELLED_OTHERWISE: readonly [word: string, text: string][] = [
  ['iphone15', 'my iPhone 15 overheats'],
  ['iphone15', '我的iPhone 15发烫'],
  ['256gb', 'the 256 GB version'],
  ['120hz', '120 Hz高刷'],
  ['1080p', 'only 1080 p video'],
  ['ps5', 'PS 5 controller'],
  ['小米14', '小米 14 续航不行'],
  ['5000毫安', '5000 毫安的电池'],
  ['三星s24', '三星 S24 ultra'],
  ['一加12', '一加１２发热'],
  ['wifi', 'Wi-Fi drops'],
  ['wifi', '家里Wi‑Fi老是断'],
  ['wi-fi', 'wifi drops'],
  ['wi-fi', 'ＷｉＦｉが切れる'],
  ['email', 'no answer to my e-mail'],
  ['e-mails', 'they ignore emails'],
  ['login', 'the log-in page'],
  ['usb-c', 'needs a USB C cable'],
  ['usbc', 'the USB-C port'],
  ['type-c', 'typec接口松'],
  ['typec', 'Type-C接口松'],
  ["don't", 'dont buy this'],
  ['cant', 'I can’t connect'],
  ['mcdonalds', 'at McDonald’s again'],
  ['2.4', 'since v2.4 it lags'],
  ['バッテリ', 'バッテリーの減りが早い'],
  ['バッテリー', 'バッテリの減りが早い'],
  ['サーバー', 'サーバが落ちた'],
  ['コンピューター', '新しいコンピュータ'],
  ['めっちゃ', 'メッチャいい'],
  ['リンゴ', 'りんごの匂い'],
  ['問い合わせ', '問合せに返事がない'],
  ['払い戻し', '払戻しを待っています'],
  ['wifi', '家の Wi Fi が切れる'],
  ['powerbank', 'this power bank is heavy'],
  ['earbuds', 'my ear buds broke'],
  ['login', 'I cannot log in'],
  ['壊れる', 'すぐ壊れた'],
  ['壊れる', '壊れてしまいました'],
  ['壊れる', 'なかなか壊れない'],
  ['高い', 'ちょっと高くて無理'],
  ['高い', '値段が高かった'],
  ['使う', '三日使ったら'],
  ['使う', '全然使えない'],
  ['使う', '毎日使っています'],
  ['動く', '急に動かなくなった'],
  ['切れる', '電池がすぐ切れます'],
  ['読む', '説明書を読んでも'],
  ['行く', '店に行ったのに'],
  ['返品する', 'もう返品しました'],
  ['見る', '動画を見ていると'],
  ['できない', '接続が出来ない'],
  ['出来ない', '接続できなかった'],
  ['できる', 'やっと出来ました'],
  ['繋がらない', 'つながらなくて困る'],
  ['きれい', '画面が綺麗'],
  ['ひどい', '対応が酷かった'],
  ['綺麗', '画面がきれい'],
];
const OTHER_WORDS: readonly [word: string, text: string][] = [
  ['iphone15', 'iPhone 150 jokes'],
  ['iphone15', 'bought 15 cases for my iphone'],
  ['iphone15', 'iPhone 16, 15% off'],
  ['s24', 'the S240 cable'],
  ['5g', 'lost 5 grams'],
  ['小米14', '小米141'],
  ['2.4', 'version 2.40'],
  ['notable', 'not able to pair it'],
  ['スキー', 'スキルが足りない'],
  ['ビール', 'ビルの中で圏外'],
  ['キー', 'キが付く'],
  ['don’t', 'don 2 t'],
  ['nowhere', 'it is now here'],
  ['carpet', 'a car pet'],
  ['切る', '大切に使っています'],
  ['切る', 'とても親切な店員'],
  ['安い', '不安そうな顔'],
  ['見る', '意見など聞かない'],
  ['高い', '高速で動く'],
  ['高い', '高さが合わない'],
  ['出る', '外出中に届いた'],
  ['来る', '未来の話'],
  ['preorder', 'preordered twice'],
];

describe('other spellings of a word', () => {
  it.each(SPELLED_OTHERWISE)('%j is found in %j, by the search and by a monitor', (word, text) =>
    expect([found(word, text), found(`"${word}"`, text), watched(word, text), found(`x ${word}`, text)]).toEqual([
      true,
      true,
      true,
      false,
    ]),
  );

  it.each(OTHER_WORDS)('%j is not found in %j', (word, text) =>
    expect([found(word, text), watched(word, text)]).toEqual([false, false]),
  );

  it.each([
    ['iphone 15', 'my iPhone15 overheats', true],
    ['"iphone 15"', 'iPhone15 Pro', true],
    ['airpods pro 2', 'AirPods Pro2 disconnect', true],
    ['iphone 15 pro', 'the iPhone15Pro is hot', true],
    ['power bank', 'this powerbank is heavy', true],
    ['cant connect', 'I can’t connect at all', true],
    ['256 gb', 'the 256GB version', true],
    ['wifi OR bluetooth', 'Blue-tooth is dead', true],
    ['iphone -15', 'iPhone15 is hot', false],
    ['iphone* -15', 'iPhone14 is hot', true],
    ['preorder*', 'I pre-ordered it in May', true],
    ['pre-order*', 'I preordered it in May', true],
    ['repair*', 're-paired with my phone', true],
    ['壊れる OR 割れる', '画面が割れました', true],
    ['電池 -壊れる', '電池が壊れた', false],
    ['speaker -wifi', 'speaker without wi-fi', false],
  ])('%j on %j: %s', (query, text, takes) => expect(found(query, text)).toBe(takes));

  it('keeps case where a monitor wants it right', () => {
    expect(watched('WiFi', 'Wi-Fi drops', { exactCase: true })).toBe(true);
    expect(watched('WiFi', 'WI-FI drops', { exactCase: true })).toBe(false);
  });

  it('looks for the written form first, and for each form once', () => {
    const all = spellings({ text: 'Wi-Fi', prefix: false });
    expect(all[0]).toEqual({ text: 'Wi-Fi', prefix: false });
    expect(new Set(all.map(({ text, prefix }) => `${text}${prefix}`)).size).toBe(all.length);
  });

  it('grows with the words up to a limit', () => {
    const long = Array.from({ length: 20 }, (_, index) => `wordwordwordw${'abcdefghijklmnopqrst'[index]}`);
    const { groups } = withSpellings(parseTextQuery(long.join(' OR ')));
    expect(groups.flat().length).toBeGreaterThan(200);
    expect(groups.flat().length).toBeLessThan(260);
  });

  it('looks whole words up in the index: beginnings would make the database read all comments', () => {
    for (const [word] of SPELLED_OTHERWISE.filter(([written]) => /^[\x20-\x7e]+$/.test(written)))
      expect(tokenQuery(withSpellings(parseTextQuery(word)))).not.toContain(':*');
  });
});
