import { questionTerms, type Spoken } from './question-terms';

const terms = (question: string, language: Spoken) =>
  questionTerms(question, language).map(({ term }) => `${term.text}${term.prefix ? '*' : ''}`);

describe('what a question asks for', () => {
  it.each<[string, Spoken, string[]]>([
    ['How many days of paid leave do employees get?', 'en', ['day*', 'paid*', 'leav*', 'employe*']],
    ["What is the company's policy on shipping?", 'en', ['polic*', 'ship*']],
    ['Is USB-C or HDMI 2.1 on it?', 'en', ['usb-c', 'hdmi*', '2.1']],
    ['年假有多少天？', 'zh', ['年假']],
    ['请问保修期是多久？', 'zh', ['保修', '修期']],
    ['返品の送料は誰が負担しますか？', 'ja', ['返品', '送料', '負担']],
    ['払い戻しはいつですか', 'ja', ['払い', 'い戻']],
  ])('%s', (question, language, expected) =>
    expect(terms(question, language)).toEqual(expect.arrayContaining(expected)),
  );

  it('is nothing where a question only asks', () => {
    expect([terms('Why?', 'en'), terms('为什么？', 'zh'), terms('いつですか', 'ja')]).toEqual([[], [], []]);
  });

  it('is bounded, whatever is asked', () => {
    const many = Array.from({ length: 200 }, (_, n) => `word${n}`).join(' ');
    expect(terms(many, 'en')).toHaveLength(40);
  });
});
