import { fileSize, isImportable, sourceNameOf } from './import-file';

describe('a file to import', () => {
  it.each(['a.csv', 'A.CSV', '评论.tsv', 'x.y.jsonl', 'n.ndjson', 'b.json', 'plain.txt', 'a.xlsx', 'a.csv.gz'])(
    '%s may be imported',
    (name) => expect(isImportable(name)).toBe(true),
  );
  it.each(['a.xls', 'csv', 'a.csv.zip', ''])('%s may not', (name) => expect(isImportable(name)).toBe(false));

  it('names its source', () => {
    expect(sourceNameOf('airline-tweets.csv')).toBe('airline-tweets');
    expect(sourceNameOf('2026.05.csv')).toBe('2026.05');
    expect(sourceNameOf('noending')).toBe('noending');
    expect(sourceNameOf(`${'x'.repeat(200)}.csv`)).toHaveLength(80);
  });

  it('has a size for people', () => {
    const number = (value: number, digits = 0) => value.toFixed(digits);
    expect(fileSize(0, number)).toBe('0 B');
    expect(fileSize(1023, number)).toBe('1023 B');
    expect(fileSize(1024, number)).toBe('1 KB');
    expect(fileSize(3.4 * 1024 * 1024, number)).toBe('3.4 MB');
    expect(fileSize(5000 * 1024 ** 3, number)).toBe('5000.0 GB');
  });
});
