import { essaySentences, paragraphsOf } from './essay-paragraphs';

describe('paragraphs', () => {
  it('are parted by blank lines, else by line ends', () => {
    expect(paragraphsOf('One\nstill one\n\n  \nTwo\r\n\r\nThree')).toEqual(['One\nstill one', 'Two', 'Three']);
    expect(paragraphsOf('　第一段。\n　第二段。')).toEqual(['第一段。', '第二段。']);
  });

  it('have words', () => expect(paragraphsOf('***\n\nText\n\n…')).toEqual(['Text']));
});

it('sentences keep the signs that end them', () => {
  expect(essaySentences('“走吧。”他说。天黑了！真的？')).toEqual(['“走吧。”', '他说。', '天黑了！', '真的？']);
  expect(essaySentences('It rained. We ran!!! No end')).toEqual(['It rained.', 'We ran!!!', 'No end']);
});
