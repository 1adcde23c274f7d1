import { readKeyword, splitKeywords } from './keyword';

describe('readKeyword', () => {
  it.each([
    [' battery ', { text: 'battery', prefix: false }],
    ['batter*', { text: 'batter', prefix: true }],
    ['电池＊', { text: '电池', prefix: true }],
    ['池*', { text: '池', prefix: true }],
    ['customer service', { text: 'customer service', prefix: false }],
    ['"5 * 5, or so"', { text: '5 * 5, or so', prefix: false }],
    ['「售后」', { text: '售后', prefix: false }],
    ['C++', { text: 'C++', prefix: false }],
    ['😀', { text: '😀', prefix: false }],
  ])('reads %s', (written, keyword) => expect(readKeyword(written)).toEqual(keyword));

  it.each([
    ['  ', 'empty'],
    ['""', 'empty'],
    ['...', 'no-letters'],
    ['*', 'star-too-early'],
    ['b*', 'star-too-early'],
    ['b*tter', 'star-inside'],
    ['x'.repeat(101), 'too-long'],
  ])('refuses %j: %s', (written, fault) => expect(readKeyword(written)).toBe(fault));
});

describe('splitKeywords', () => {
  it('cuts at commas of both widths and at line breaks, and keeps what stands in quotes', () => {
    expect(splitKeywords('iPhone, 苹果，"a, b"\n 苹果 ; 手机、电池')).toEqual([
      'iPhone',
      '苹果',
      '"a, b"',
      '手机',
      '电池',
    ]);
  });
});
