import { cellWords } from './cell-words';

describe('cellWords', () => {
  it.each([
    [null, '–'],
    [-28.25, '−28.3'],
    ['-48', '−48'],
    ['51%', '51%'],
    ['WH-1000', 'WH-1000'],
    ['2015-05-03..2015-05-09', '2015年5月3日 – 2015年5月9日'],
  ])('%j reads %s', (cell, words) => {
    expect(cellWords(cell, 'zh')).toBe(words);
  });
});
