import { wordForms } from './word-forms';

describe('wordForms', () => {
  it.each([
    ['battery', 'batteries'],
    ['batteries', 'battery'],
    ['refund', 'refunded'],
    ['refunded', 'refund'],
    ['refunds', 'refunding'],
    ['charge', 'charging'],
    ['charging', 'charge'],
    ['charger', 'chargers'],
    ['ship', 'shipped'],
    ['shipping', 'ship'],
    ['crash', 'crashes'],
    ['crashes', 'crashed'],
    ['box', 'boxes'],
    ['return', 'returned'],
    ['reply', 'replied'],
    ['broken', 'broke'],
    ['Delivery', 'deliveries'],
  ])('%s → %s', (word, form) => expect(wordForms(word)).toContain(form));

  it.each([
    ['news', 'new'],
    ['lens', 'len'],
    ['ring', 'r'],
    ['speed', 'spe'],
    ['status', 'statu'],
    ['glass', 'glas'],
  ])('%s is no form of %s', (word, other) => expect(wordForms(word)).not.toContain(other));

  it.each(['电池', 'customer service', 'C++', 'iphone15', 'tv', 'café'])('has none for %s', (word) =>
    expect(wordForms(word)).toEqual([]),
  );

  it('does not give the word itself', () => expect(wordForms('refund')).not.toContain('refund'));
});
