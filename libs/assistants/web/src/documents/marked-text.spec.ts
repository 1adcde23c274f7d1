import { markedText } from './marked-text';

it.each([
  ['a b c', 'b', 'a [b] c'],
  ['a b', 'a b', '[a b]'],
  ['a b', '', 'a b'],
  ['a b', 'x', 'a b'],
  ['b, b', 'b', '[b], b'],
])('in %j marks %j', (text, quote, marked) => {
  const parts = markedText(text, quote);
  expect(parts.map((part) => (part.marked ? `[${part.text}]` : part.text)).join('')).toBe(marked);
});
