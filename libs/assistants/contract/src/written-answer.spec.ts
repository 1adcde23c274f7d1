import { modelDraftFlaws, writtenDraft } from './support-draft';
import { kindOfAnswered, TONES, type Answered, type AnswerKind } from './written-answer';

const TEXTS: readonly (readonly [AnswerKind, Answered])[] = [
  ['complaint', { text: '吹风机用了两次就冒烟', language: 'zh', label: 'negative' }],
  ['complaint', { text: '蛋糕上的名字写错了，生日都过不好', language: 'zh', label: 'negative' }],
  ['complaint', { text: "My daughter's name was misspelled on the birthday cake", language: 'en', label: 'negative' }],
  ['complaint', { text: 'ドライヤーから二回目で煙が出た', language: 'ja', label: 'negative' }],
  ['private', { text: '考研又差三分，不知道该怎么办', language: 'zh', label: 'negative' }],
  ['private', { text: 'My boss shouted at me in front of everybody', language: 'en', label: 'negative' }],
  ['private', { text: '今日みんなの前で上司に怒られた', language: 'ja', label: 'negative' }],
  ['private', { text: 'Nobody at work remembered it was my last day', language: 'en', label: 'negative' }],
  ['private', { text: 'We had to say goodbye to our dog this morning', language: 'en', label: 'negative' }],
  ['private', { text: '第一志望、補欠のまま繰り上がらなかった', language: 'ja', label: 'negative' }],
  ['question', { text: '发票在哪里下载呀', language: 'zh', label: 'neutral' }],
  ['question', { text: 'Does the case come in other colours?', language: 'en', label: 'neutral' }],
  ['question', { text: 'このカップは食洗機で使えますか', language: 'ja', label: 'neutral' }],
  ['praise', { text: '快递小哥特别耐心，还帮我搬上楼', language: 'zh', label: 'positive' }],
  ['praise', { text: 'Bought it for my mum and she loves it', language: 'en', label: 'positive' }],
  ['praise', { text: '配達の方がとても親切でした', language: 'ja', label: 'positive' }],
  ['statement', { text: '我买了一个挂在新盒子上', language: 'zh', label: 'neutral' }],
  ['statement', { text: 'my parcel is late', language: 'en' }],
  ['statement', { text: 'The library is closed on the second Monday of each month', language: 'en', label: 'neutral' }],
  [
    'statement',
    { text: 'Third kettle. I have better things to do than drive to your store.', language: 'en', label: 'positive' },
  ],
];

describe('what a comment wants of an answer', () => {
  it.each(TEXTS)('%s: %j', (kind, answered) => expect(kindOfAnswered(answered)).toBe(kind));

  it.each(TEXTS)('is written by people without a flaw (%s, %j)', (kind, answered) => {
    for (const tone of TONES) {
      const { text, by, problem } = writtenDraft(answered, tone);
      expect([by, text.includes(problem), modelDraftFlaws(text, answered)]).toEqual(['written', true, []]);
      // Nobody who praises or has a trouble of his own is asked for an order number.
      // Nor anybody who states a fact; of a comment without a label nobody knows that it is one.
      const isAsked = kind === 'complaint' || (kind === 'statement' && answered.label === undefined);
      expect(/order number|订单号|注文番号/u.test(text)).toBe(isAsked);
    }
  });

  it.each([
    ['en', 'You charged me twice for order 88213', true],
    ['zh', '订单号：A20988213 一直没发货', true],
    ['ja', '注文番号 88213 がまだ届きません', true],
    ['en', 'Ordered two, got one', false],
  ] as const)('does not ask for the number of an order that is told (%s: %s)', (language, text, tells) =>
    expect(
      /order number|订单号私信|注文番号を/u.test(writtenDraft({ text, language, label: 'negative' }, 'plain').text),
    ).toBe(!tells),
  );

  it('begins with what to do where somebody may be hurt', () => {
    const texts = TEXTS.map(([, answered]) => writtenDraft(answered, 'plain').text);
    const careful = texts.filter((text) => /先不要继续使用|stop using it|ご使用をお控え/u.test(text));
    expect(careful).toEqual([texts[0], texts[3]]);
  });
});
