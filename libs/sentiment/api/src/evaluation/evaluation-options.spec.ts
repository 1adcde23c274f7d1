import { EvaluationFileError } from './evaluation-file';
import { readOptions } from './evaluation-options';

describe('options of the evaluation', () => {
  it('measures the held-out half of the written set by heads when nothing is said', () => {
    expect(readOptions([])).toMatchObject({ command: 'evaluate', file: null, half: 'test', ways: ['head'] });
  });

  it('takes a file whole', () => {
    expect(readOptions(['--file', 'f.csv', '--rows', '50'])).toMatchObject({ file: 'f.csv', half: 'all', rows: 50 });
  });

  it('names the sources that are measured and never fitted on', () => {
    const options = readOptions(['calibrate', '--file', 'f.csv', '--measure-only', 'hotels,forums']);
    expect(options).toMatchObject({ command: 'calibrate', measureOnly: ['hotels', 'forums'], write: true });
  });

  it.each([
    [['calibrate'], 'calibrate needs a file'],
    [['calibrate', '--file', 'f', '--way', 'both'], 'calibrate fits one way'],
    [['--rows', 'many'], '--rows many is not a number of rows'],
    [['guess'], 'There is no command guess'],
    [['--fiel', 'f'], 'npm run eval -- --help lists the options'],
  ])('refuses %j and says why', (args, words) => {
    expect(() => readOptions(args)).toThrow(EvaluationFileError);
    expect(() => readOptions(args)).toThrow(words);
  });
});
