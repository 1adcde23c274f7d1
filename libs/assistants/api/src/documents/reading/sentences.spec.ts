import { sentencesIn } from './sentences';

it.each([
  ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
  ['It costs 0.32 euros, i.e. little. Ask Mr. Osei.', ['It costs 0.32 euros, i.e. little.', 'Ask Mr. Osei.']],
  ['保修两年。电池除外！价格是多少？', ['保修两年。', '电池除外！', '价格是多少？']],
  ['彼は「はい。」と言った。次。', ['彼は「はい。」', 'と言った。', '次。']],
  ['row | one\nrow | two', ['row | one', 'row | two']],
  ['...\n\n—', []],
])('takes %j apart without changing a sign', (text, sentences) => {
  expect(sentencesIn(text)).toEqual(sentences);
  for (const sentence of sentences) expect(text).toContain(sentence);
});
