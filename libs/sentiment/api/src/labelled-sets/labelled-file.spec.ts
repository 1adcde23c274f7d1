import { encode } from 'iconv-lite';
import { readLabelledFile } from './labelled-file';

const read = (text: string, name = 'set.csv') => readLabelledFile(Buffer.from(text), name);
const pairs = (text: string, name?: string) =>
  read(text, name).examples.map(({ text: example, label }) => `${example}=${label}`);

describe('readLabelledFile', () => {
  it.each([
    [
      'id,text,label\n1,Great,positive\n2,Bad,neg\n3,"It, is\nok",neutral',
      ['Great=positive', 'Bad=negative', 'It, is\nok=neutral'],
    ],
    ['评论内容;情感\n很好用;正面\n太差了;负面\n一般;中性', ['很好用=positive', '太差了=negative', '一般=neutral']],
    ['本文\tラベル\n最高です\tポジティブ\n壊れました\tネガティブ', ['最高です=positive', '壊れました=negative']],
    ['text,label\nfine,1\nso so,0\nawful,-1', ['fine=positive', 'so so=neutral', 'awful=negative']],
  ])('knows columns and labels by their usual names', (text, expected) => expect(pairs(text)).toEqual(expected));

  it.each([
    'content,at,polarity\nlate again,2026-03-01 10:00,0.0\ngood coffee,2026-03-01 10:05,0.7\nfine,2026-03-01 10:10,0\n',
    `content,score\n${Array.from({ length: 20 }, (_, index) => `text number ${index},${index ? '0.0' : '-0.35'}`).join('\n')}\n`,
  ])('takes no shares of a program for labels of people', (text) =>
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'set-columns' })),
  );

  it('finds the columns by what stands in them when names say nothing', () => {
    expect(pairs('Works as promised,pos\nNever again,neg')).toEqual([
      'Works as promised=positive',
      'Never again=negative',
    ]);
    expect(
      pairs('spalte,wert\nWorks as promised,pos\nNever again,neg\nIt is a phone,neu\nI like it,pos\nMeh it is,neu'),
    ).toHaveLength(5);
  });

  it('reads JSON Lines and a JSON array', () => {
    expect(pairs('{"text":"good","label":1}\n{"text":"bad","label":-1}', 'a.jsonl')).toEqual([
      'good=positive',
      'bad=negative',
    ]);
    expect(pairs('[{"content":"good","sentiment":"POSITIVE"}]', 'a.json')).toEqual(['good=positive']);
  });

  it('reads GB18030', () => {
    const bytes = encode(
      '内容,标签\n这个手机的电池真的很耐用推荐大家购买,\n物流太慢了而且客服态度很差，再也不买了,负面\n',
      'gb18030',
    );
    expect(readLabelledFile(bytes, 'a.csv').examples.map(({ text, language }) => [text.slice(0, 4), language])).toEqual(
      [['物流太慢', 'zh']],
    );
  });

  it('lists every bad row with its line and reason', () => {
    const { rejected, examples, duplicates } = read(
      'text,label\ngood,positive\n,positive\nbad,\n"two\nlines",angry\nGood,positive\ngood!,negative\nfine,pos',
    );
    expect(examples).toHaveLength(2);
    expect(duplicates).toBe(1);
    expect(rejected).toEqual([
      { line: 3, reason: 'no-text', value: '' },
      { line: 4, reason: 'no-label', value: 'bad' },
      { line: 5, reason: 'unknown-label', value: 'angry' },
      { line: 8, reason: 'contradiction', value: 'good!' },
    ]);
  });

  it('masks what identifies a person', () => {
    expect(pairs('text,label\n"write to ann@example.com, @bob",neg')).toEqual(['write to [email], @…=negative']);
  });

  it.each([
    ['text,label\na good one,1\na bad one,0', 'only 0 and 1'],
    ['name,age\nAnn,31\nBob,40', 'found: name, age'],
    ['\0\0\0\x01\x02', 'no text'],
    ['', 'empty'],
    ['[{"text":', 'no valid JSON'],
  ])('refuses %j with words that help', (text, words) => expect(() => read(text)).toThrow(words));

  it('refuses more rows than it takes', () => {
    expect(() => read(`text,label\n${'good,pos\n'.repeat(20_001)}`)).toThrow('20,000 rows');
  });

  it('takes a quote inside of a text for itself', () => {
    const { examples, rejected } = read('text,label\ngood,pos\nthe 5" screen,neg\nbad,neg');
    expect(examples.map(({ text }) => text)).toEqual(['good', 'the 5" screen', 'bad']);
    expect(rejected).toEqual([]);
  });

  it('says which line is broken by a quote that never closes', () => {
    const { examples, rejected } = read('text,label\ngood,pos\n"never closed,neg\nbad,neg');
    expect(examples.map(({ text }) => text)).toEqual(['good']);
    expect(rejected.map(({ reason }) => reason)).toEqual(['unreadable']);
  });
});
