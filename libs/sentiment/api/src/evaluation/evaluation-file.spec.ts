import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { EvaluationFileError, readEvaluationFile } from './evaluation-file';
import { readOptions } from './evaluation-options';
import { evenSampleOf, halfOf, sampleOf } from './sample';

describe('readEvaluationFile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'moodline-eval-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it('takes the columns that are named, and refuses those that are not there', () => {
    const path = file('b.csv', 'what was said,how,label,why\nlate again,bad,1,delay\nfine,good,2,\n');
    const named = { text: 'what was said', label: 'how', tags: 'why' };
    expect(readEvaluationFile(path, null, named).texts.map(({ text, gold, tag }) => [text, gold, tag])).toEqual([
      ['late again', 'negative', 'delay'],
      ['fine', 'positive', ''],
    ]);
    expect(() => readEvaluationFile(path, null, { ...named, tags: 'when' })).toThrow('has no column when');
    expect(() => readEvaluationFile(path, null, { ...named, label: 'mood' })).toThrow(EvaluationFileError);
  });

  it('reads columns by name, with source and kind where there are such', () => {
    const { texts } = readEvaluationFile(
      file('a.csv', 'id,text,label,source,kind\n1,"Good, really",positive,forum,easy\n2,差,负面,微博,slang\n'),
    );
    expect(texts).toEqual([
      {
        text: 'Good, really',
        gold: 'positive',
        language: 'en',
        source: 'forum',
        kind: 'easy',
        saying: { emotion: null, kind: null },
        tag: '',
      },
      {
        text: '差',
        gold: 'negative',
        language: 'zh',
        source: '微博',
        kind: 'slang',
        saying: { emotion: null, kind: null },
        tag: '',
      },
    ]);
  });

  it('reads what heads should say from a set that tells, and only the rows of one split', () => {
    const path = file(
      'heads.tsv',
      'split\tlang\tmood\tkind\temotion\ttext\ntrain\ten\tpositive\topinion\tjoy\tLove it\ntest\ten\tneutral\tquestion\tnone\tWhere is it?\ntest\ten\tnegative\tsarcasm\t\tOh great, broken\n',
    );
    const { texts } = readEvaluationFile(path, 'test');
    expect(texts.map(({ gold, kind, saying }) => [gold, kind, saying])).toEqual([
      ['neutral', 'question', { emotion: 'none', kind: 'question' }],
      ['negative', 'sarcasm', { emotion: null, kind: 'opinion' }],
    ]);
    expect(readEvaluationFile(path).texts).toHaveLength(3);
  });

  it('reads a packed file without names of columns, and takes a quote for a quote', () => {
    const rows = [
      'en\tpositive\ttweets\t"what a day" she said',
      'en\tnegative\ttweets\t"awful',
      'zh\tneutral\tweibo\t明天发布',
      'zh\tneutral\tweibo\t明天发布',
    ];
    const { texts, leftOut } = readEvaluationFile(file('b.tsv.gz', gzipSync(rows.join('\n'))));
    expect(texts.map(({ text, gold, source }) => [text, gold, source])).toEqual([
      ['"what a day" she said', 'positive', 'tweets'],
      ['"awful', 'negative', 'tweets'],
      ['明天发布', 'neutral', 'weibo'],
    ]);
    expect(leftOut).toBe(1);
  });

  it('masks personal data as the product does', () => {
    expect(readEvaluationFile(file('c.csv', 'text,label\n@somebody call 13812345678,neutral\n')).texts[0]?.text).toBe(
      '@… call [phone]',
    );
  });

  it.each([
    ['empty.csv', '', 'it is empty'],
    ['no-label.csv', 'text,score\nhello there,7\nfine by me,9\n', 'one with labels'],
    ['zero-one.csv', 'text,label\nhello there,0\nfine by me,1\n', '0 can mean negative or neutral'],
    ['no-rows.csv', 'text,label\n', 'no row with both'],
  ])('says in a sentence what is wrong with %s', (name, content, sentence) => {
    expect(() => readEvaluationFile(file(name, content))).toThrow(EvaluationFileError);
    expect(() => readEvaluationFile(file(name, content))).toThrow(sentence);
  });

  it('says when there is no such file', () =>
    expect(() => readEvaluationFile(join(folder, 'none.csv'))).toThrow('there is no such file'));
});

describe('samples', () => {
  const rows = Array.from({ length: 400 }, (_, index) => ({
    text: `text ${index}`,
    source: index % 10 ? 'large' : 'small',
    gold: index % 2 ? 'positive' : 'negative',
  }));

  it('are the same whatever the order of the rows', () =>
    expect(sampleOf(rows.toReversed(), 50)).toEqual(sampleOf(rows, 50)));

  it('are spread over source and label when wanted', () => {
    const sizes = [...Map.groupBy(evenSampleOf(rows, 100), ({ source, gold }) => `${source} ${gold}`).values()].map(
      ({ length }) => length,
    );
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  it('part into two halves of about the same size, each text always in the same', () => {
    const dev = rows.filter(({ text }) => halfOf(text) === 'dev').length;
    expect(dev).toBeGreaterThan(150);
    expect(dev).toBeLessThan(250);
  });
});

describe('readOptions', () => {
  it('measures the held-out half of the written set unless told otherwise', () => {
    expect(readOptions([])).toMatchObject({ command: 'evaluate', file: null, half: 'test' });
    expect(readOptions(['--file', 'f.csv'])).toMatchObject({ file: 'f.csv', half: 'all', rows: 2400 });
  });

  it.each([[['--rows', 'many']], [['--half', 'left']], [['--unknown']], [['tune']], [['calibrate']], [['--file']]])(
    'refuses %j in a sentence',
    (args) => {
      expect(() => readOptions(args)).toThrow(EvaluationFileError);
    },
  );
});
