import { csvCell } from './csv-cell';

it.each([
  [null, ''],
  [-7.5, '-7.5'],
  [true, 'true'],
  ['words', 'words'],
  ['a, b', '"a, b"'],
  ['say "x"', '"say ""x"""'],
  ['two\nlines', '"two\nlines"'],
  [' edge', '" edge"'],
  ['=1+1', "'=1+1"],
  ['@SUM(A1,A2)', `"'@SUM(A1,A2)"`],
])('%j is the cell %j', (value, cell) => expect(csvCell(value)).toBe(cell));
