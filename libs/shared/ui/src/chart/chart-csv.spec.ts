import { chartCsv, chartText } from './chart-csv';

describe('the numbers of a chart as a file', () => {
  const table = {
    columns: ['Day', 'Net mood', 'Labelled'],
    rows: [
      ['3 Nov', '\u221227', '1,105'],
      ['4 Nov', '+8', '46 %'],
      ['=HYPERLINK("x")', '\u2013', 'a, "b"'],
    ],
  };

  it('are numbers that a spreadsheet reads, and no formula', () => {
    expect(chartCsv(table)).toBe(
      '\uFEFFDay,Net mood,Labelled\r\n3 Nov,-27,1105\r\n4 Nov,8,46%\r\n"\'=HYPERLINK(""x"")",\u2013,"a, ""b"""\r\n',
    );
  });

  it('are pasted into cells', () => {
    expect(chartText(table)).toBe(
      'Day\tNet mood\tLabelled\n3 Nov\t-27\t1105\n4 Nov\t8\t46%\n\'=HYPERLINK("x")\t\u2013\ta, "b"',
    );
  });
});
