import type { AdviceRule } from './advice';
import { adviceByRules } from './advice-rules';
import type { MoodParagraph } from './essay-mood';
import type { Spoken } from './essay-paragraphs';
import { isQuoted } from './written-advice';

const paragraph = (text: string, net = 0): MoodParagraph => ({
  text,
  label: null,
  unsure: false,
  probabilities: { positive: Math.max(0, net), negative: Math.max(0, -net), neutral: 1 - Math.abs(net) },
});
const rules = (texts: readonly string[], language: Spoken) =>
  adviceByRules(
    texts.map((text) => paragraph(text)),
    language,
  ).map(({ rule, quote }) => [rule, quote]);

describe('advice by rules', () => {
  it.each<[Spoken, AdviceRule, string, string]>([
    ['en', 'exclamations', 'We won the match!!! Everybody went home late.', 'We won the match!!!'],
    ['zh', 'exclamations', '我们赢了！！！大家很晚才回家。', '我们赢了！！！'],
    ['ja', 'exclamations', '試合に勝った！！みんな遅くに帰った。', '試合に勝った！！'],
    ['en', 'vague-word', 'The trip was very nice and then it rained.', 'very nice'],
    ['zh', 'vague-word', '那里有各种各样的东西，我们看了一下午。', '各种各样的东西'],
    ['ja', 'vague-word', '旅行はとてもよかった。帰りは雨だった。', 'とてもよかった'],
    ['en', 'told-feeling', 'I was very nervous. The door opened.', 'was very nervous'],
    ['zh', 'told-feeling', '车开走了，我很难过。', '很难过'],
    ['ja', 'told-feeling', '私はとても緊張していた。ドアが開いた。', 'とても緊張していた'],
    ['en', 'hedge', 'I think that phones are useful at school.', 'I think that'],
    ['zh', 'hedge', '我觉得手机很有用。', '我觉得'],
    ['ja', 'hedge', '夜は使わないことが大切だと私は考えている。', 'と私は考えている'],
    ['en', 'no-reason', 'Schools should start later. Buses run all day.', 'Schools should start later'],
    ['zh', 'no-reason', '学校应该晚一点上课。校车整天都有。', '学校应该晚一点上课'],
    ['ja', 'no-reason', '学校は遅く始めるべきだ。バスは一日中ある。', '学校は遅く始めるべきだ'],
    ['en', 'no-example', 'Many people look at their phones at dinner.', 'Many people'],
    ['zh', 'no-example', '很多人吃饭时看手机。', '很多人'],
    ['ja', 'no-example', '多くの人が食事中にスマホを見る。', '多くの人'],
    ['en', 'moral', 'The door shut. It taught me to be patient.', 'It taught me to be patient'],
    ['zh', 'moral', '门关上了。这件事让我明白了要有耐心。', '让我明白了要有耐心'],
    ['ja', 'moral', '戸が閉まった。私は友情の大切さを学んだ。', '私は友情の大切さを学んだ'],
    ['ja', 'same-end', '朝早く起きた。顔を洗った。駅まで走った。電車は出ていた。', '電車は出ていた'],
    ['en', 'same-start', 'I woke up. I washed my face. I went to school.', 'I'],
    ['zh', 'same-start', '我起床了。我洗了脸。我去了学校。', '我'],
    [
      'en',
      'repeated-word',
      'The garden was green. Behind the garden lay another garden, and the garden wall was old.',
      'garden',
    ],
    ['zh', 'repeated-word', '公园很安静。我常去公园看书，公园里有湖，公园的猫认识我。', '公园'],
  ])('in %s sees %s', (language, rule, text, quote) => {
    expect(rules([text], language)).toContainEqual([rule, quote]);
  });

  it('quotes the beginning of a sentence that is too long, ended at a word', () => {
    const text = `When the bell rang we ${'ran down the stairs and '.repeat(9)}stood in the yard.`;
    const [advice] = adviceByRules([paragraph(text)], 'en');
    expect(advice?.rule).toBe('long-sentence');
    expect(advice?.quote.length).toBeLessThanOrEqual(60);
    expect(text.startsWith(`${advice?.quote} `)).toBe(true);
    expect(advice?.text).toContain('54 words');
  });

  it.each<[Spoken, string]>([
    ['en', 'Schools should start later because children are tired.'],
    ['zh', '学校应该晚一点上课，因为学生很累。'],
    ['ja', '生徒が疲れているので、学校は遅く始めるべきだ。'],
    ['en', 'Many people look at their phones. My friend did it at her own birthday.'],
    ['zh', '很多人吃饭时看手机。比如我叔叔。'],
    ['ja', '多くの人がスマホを見る。例えば叔父だ。'],
  ])('in %s asks for no reason and no example where there is one: %s', (language, text) => {
    const found = rules([text], language).map(([rule]) => rule);
    expect(found).not.toContain('no-reason');
    expect(found).not.toContain('no-example');
  });

  it.each<[Spoken, string, string]>([
    [
      'en',
      'We walked along the river for an hour in the rain with our heavy bags and wet shoes, but nobody in the whole group wanted to be the first to say that we had lost our way.',
      'but nobody in the',
    ],
    [
      'zh',
      '那天早上我们很早就起床收拾好了行李背着沉重的书包沿着河边走了一个多小时，但是谁也不愿意第一个开口说其实我们早就已经迷路了而且天也快要下雨了怎么办呢。',
      '但是谁也不愿',
    ],
  ])('in %s says before which words a long sentence can be parted', (language, text, words) => {
    const [advice] = adviceByRules([paragraph(text)], language);
    expect(advice?.rule).toBe('long-sentence');
    expect(text).toContain(words);
    expect(advice?.text).toContain(words);
  });

  it('sees a mood that turns between paragraphs, unless a word leads over', () => {
    const turn = (second: string) =>
      adviceByRules([paragraph('The party was a joy.', 0.9), paragraph(second, -0.8)], 'en').map(({ rule }) => rule);
    expect(turn('Nobody spoke to me on the way home.')).toContain('mood-swing');
    expect(turn('But nobody spoke to me on the way home.')).not.toContain('mood-swing');
  });

  it('does not take a common word or a stop word for a repetition', () => {
    expect(rules(['我们走，我们跑，我们笑，我们停。'], 'zh').map(([rule]) => rule)).not.toContain('repeated-word');
  });

  it.each<[Spoken, string]>([
    ['en', 'Rain fell on the roof. My sister counted the drops. We waited for the bus until dusk.'],
    ['zh', '雨落在屋顶上。妹妹数着雨滴。我们等车等到天黑。'],
    ['ja', '雨が屋根に落ちた。妹は雨粒を数えた。私たちは日が暮れるまでバスを待った。'],
  ])('in %s has two things to say of a text without faults, and quotes it', (language, text) => {
    const paragraphs = [paragraph(text)];
    const advice = adviceByRules(paragraphs, language);
    expect(advice.map(({ rule }) => rule)).toEqual(['detail', 'detail']);
    for (const one of advice) expect(isQuoted(one, paragraphs)).toBe(true);
  });

  it('asks for something else in the second piece where it has nothing but details to ask for', () => {
    const told = adviceByRules([paragraph('雪の朝、足あとがあった。母は少し笑っていた。')], 'ja').map(
      ({ text }) => text,
    );
    expect(told).toHaveLength(2);
    expect(told.join()).toMatch(/表情かしぐさ/u);
    expect(told.join()).toMatch(/音やにおい/u);
  });

  it('puts each rule once before any comes twice', () => {
    const found = rules(['So good!! So nice!! The rest is quiet.'], 'en').map(([rule]) => rule);
    expect(found.slice(0, 2)).toEqual(['exclamations', 'vague-word']);
  });
});
