import type { Advice } from './advice';
import { checkedPieces, chosenAdvice, writtenPieces } from './written-advice';

const text = 'The bus was late and I was cold. I was very nervous. Everything felt wrong.';
const check = (raw: string, cut = false) =>
  checkedPieces(raw, { text, paragraph: 0, language: 'en', cut }).map(({ advice, flaw }) => [advice.quote, flaw]);

describe('advice that a model wrote', () => {
  it('is taken piece by piece, without the line of the mood', () => {
    expect(writtenPieces('Mood: tense\n1. One thing.\n2. Another.')).toEqual(['One thing.', 'Another.']);
    expect(writtenPieces('Mood: 失落\n1. “甲”很好。 2. “乙”更好。')).toEqual(['“甲”很好。', '“乙”更好。']);
  });

  it('passes where it quotes the text word for word', () => {
    expect(check('1. "I was very nervous" tells us the feeling; show it through one action.')).toEqual([
      ['I was very nervous', null],
    ]);
  });

  it('has its quote as it stands in the text, whatever the capital letters', () => {
    expect(check('1. "everything felt wrong": pick one detail that went wrong.')).toEqual([
      ['Everything felt wrong', null],
    ]);
  });

  it('is refused where nothing could be done about it', () => {
    expect(check('1. "I was very nervous" is a sentence of the second part here.')).toEqual([
      ['I was very nervous', 'nothing'],
    ]);
  });

  it('is refused where the quote does not stand in the text', () => {
    expect(check('1. "I was terribly afraid" tells the feeling; show it through one action.')).toEqual([['', 'quote']]);
    expect(check('1. Show the feeling through one action of your hands.')).toEqual([['', 'quote']]);
  });

  it('is refused in another language, as an echo, twice about the same, and when it was cut off', () => {
    expect(check('1. “I was very nervous”说得太直接，可以改成动作。')).toEqual([['I was very nervous', 'language']]);
    expect(check('1. "Everything felt wrong."')[0]?.[1]).not.toBeNull();
    const twice = '"I was very nervous" could be shown by what the hands do.';
    expect(check(`1. ${twice}\n2. ${twice}`).map(([, flaw]) => flaw)).toEqual([null, 'repetition']);
    expect(check(`1. ${twice}\n2. "Everything felt wrong" is vague so`, true)[1]?.[1]).toBe('cut');
  });
});

describe('the advice that is shown', () => {
  const piece = (quote: string, rule: Advice['rule']): Advice => ({ paragraph: 0, quote, text: quote, rule });

  it('is three pieces at most, and one of the model is among them', () => {
    const rules = [piece('a', 'exclamations'), piece('b', 'vague-word'), piece('c', 'same-start')];
    expect(chosenAdvice(rules, [piece('m', null), piece('n', null)]).map(({ quote }) => quote)).toEqual([
      'a',
      'b',
      'm',
    ]);
  });

  it('says nothing twice about one place', () => {
    const rules = [piece('very nervous', 'vague-word'), piece('cold', 'detail')];
    expect(chosenAdvice(rules, [piece('I was very nervous', null)]).map(({ quote }) => quote)).toEqual([
      'very nervous',
      'cold',
    ]);
  });

  it('is filled up to two where the model had nothing', () => {
    expect(chosenAdvice([piece('a', 'detail'), piece('b', 'detail')], []).map(({ quote }) => quote)).toEqual([
      'a',
      'b',
    ]);
  });
});
