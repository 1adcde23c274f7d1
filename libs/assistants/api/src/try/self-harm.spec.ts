import { speaksOfSelfHarm, writtenAnswer } from './self-harm';

describe('a text that speaks of self-harm', () => {
  it.each([
    'I want to kill myself',
    'i just want to die',
    "I don't want to live anymore",
    'been thinking about ending my life',
    'everyone would be better off without me',
    'I am feeling suicidal after this',
    'started cutting myself again',
    'I wish I was dead',
    '我不想活了',
    '真的活不下去了',
    '想自杀',
    '我想死',
    '有轻生的念头',
    '又割腕了',
    '想结束自己的生命',
    '死にたい',
    'もう消えたいです',
    '自殺を考えている',
    'リストカットしてしまった',
    'ｓｕｉｃｉｄｅ',
  ])('is known: %s', (text) => expect(speaksOfSelfHarm(text)).toBe(true));

  it.each([
    'the battery died after two hours',
    'this app is dead to me',
    'I would die for this cake',
    'killing time on hold',
    'cut my hair myself? no, the salon did',
    'I do not want to live in this hotel again',
    'kill the noise with these headphones',
    'my phone hurt my hand',
    '手机死机了',
    '这价格要命',
    '笑死我了',
    '想死你了，终于补货',
    '电池快死了',
    '电池寿命太短',
    '死ぬほどおいしい',
    '必死に探した',
    'アプリが落ちて消えた',
  ])('is not seen in %s', (text) => expect(speaksOfSelfHarm(text)).toBe(false));

  it('gets an answer in its language that names a help line', () => {
    expect(writtenAnswer('zh')).toContain('12356');
    expect(writtenAnswer('en')).toContain('988');
    expect(writtenAnswer('ja')).toContain('0120-279-338');
    expect(writtenAnswer('und')).toBe(writtenAnswer('en'));
  });
});
