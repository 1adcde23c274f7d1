import { CsvSplitter, type CsvDialect, type CsvRow } from './csv-rows';

const COMMA: CsvDialect = { delimiter: ',', quoted: true, columns: 0 };

function split(text: string, dialect: Partial<CsvDialect> = {}, size = text.length): CsvRow[] {
  const splitter = new CsvSplitter({ ...COMMA, ...dialect });
  const rows: CsvRow[] = [];
  for (let at = 0; at < text.length; at += size) rows.push(...splitter.push(text.slice(at, at + size)));
  return [...rows, ...splitter.end()];
}

const cells = (rows: CsvRow[]) => rows.map((row) => ('cells' in row ? row.cells : `unclosed in ${row.line}`));

describe('rows of a delimited file', () => {
  it('come with the line they begin on, also after line breaks in quotes', () => {
    expect(split('a,b\r\n"x\r\ny",2\n\n3,"4 ""quoted"" words"\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x\r\ny', '2'] },
      { line: 5, cells: ['3', '4 "quoted" words'] },
    ]);
  });

  it('are the same wherever the text is cut', () => {
    const text = 'id||text\r\n1||"a||b\n""c"""\r\n2||d e\r\n3||"f"';
    const whole = split(text, { delimiter: '||' });
    expect(cells(whole)).toEqual([
      ['id', 'text'],
      ['1', 'a||b\n"c"'],
      ['2', 'd e'],
      ['3', 'f'],
    ]);
    for (let size = 1; size < 12; size++) expect(split(text, { delimiter: '||' }, size)).toEqual(whole);
  });

  it('end with the file, with an old Mac line end, or with an empty last cell', () => {
    expect(cells(split('a,b\r1,2\r3,'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', ''],
    ]);
  });

  it('keep quotes that stand within a cell', () => {
    expect(cells(split('1,5" screen,"said "wow" twice",x'))).toEqual([['1', '5" screen', 'said "wow" twice', 'x']]);
  });

  it('leave out rows without any value', () => {
    expect(cells(split('a,b\n,\n\n1,2\n,,\n'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('take quotes as text where they mean nothing', () => {
    expect(cells(split('"a\tb\n"c\td', { delimiter: '\t', quoted: false }))).toEqual([
      ['"a', 'b'],
      ['"c', 'd'],
    ]);
  });

  it('lose only the line in which a quote is opened and never closed', () => {
    expect(cells(split('1,a\n2,"b\n3,c\n4,d\n'))).toEqual([['1', 'a'], 'unclosed in 2', ['3', 'c'], ['4', 'd']]);
  });

  it('lose only that line when a later quote seems to close it', () => {
    expect(cells(split('1,x,a\n2,"b,x\n3,"c",x\n4,d,x\n', { columns: 3 }))).toEqual([
      ['1', 'x', 'a'],
      'unclosed in 2',
      ['3', 'c', 'x'],
      ['4', 'd', 'x'],
    ]);
  });

  it('lose only that line when the row below has a line break of its own', () => {
    const text = '7,2026-03-01 10:00,"late again\n8,2026-03-01 10:05,"good\ncoffee"\n9,2026-03-01 10:10,fine\n';
    expect(cells(split(text, { columns: 3 }))).toEqual([
      'unclosed in 1',
      ['8', '2026-03-01 10:05', 'good\ncoffee'],
      ['9', '2026-03-01 10:10', 'fine'],
    ]);
  });

  it('lose only that line when the columns no longer match', () => {
    expect(cells(split('2,"b,x\n3,y,"c"\n4,d,x\n', { columns: 3 }))).toEqual([
      'unclosed in 1',
      ['3', 'y', 'c'],
      ['4', 'd', 'x'],
    ]);
  });

  it('keep line breaks beside quotes that are not doubled', () => {
    expect(cells(split('1,"he said "no" loudly\nand left",x\n', { columns: 3 }))).toEqual([
      ['1', 'he said "no" loudly\nand left', 'x'],
    ]);
  });

  it('are found in time when every line opens a quote', () => {
    const started = performance.now();
    expect(split(Array.from({ length: 20_000 }, (_, index) => `${index},"x`).join('\n'), {}, 65_536)).toHaveLength(
      20_000,
    );
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
