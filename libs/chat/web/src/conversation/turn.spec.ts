import { answer, eventsOf } from '../testing/chat-fixtures';
import { newTurn, withEvent, type Turn } from './turn';

describe('withEvent', () => {
  const whole = answer();
  const after = (count: number): Turn =>
    eventsOf(whole)
      .slice(0, count)
      .reduce(withEvent, newTurn(1, 'Why?', {}));

  it('shows the facts before there is a sentence', () => {
    expect(after(1).answer).toMatchObject({ facts: whole.facts, sentences: [] });
  });

  it('keeps a draft apart from what is checked', () => {
    expect(after(2)).toMatchObject({ draft: 'Net mood', state: 'asking', answer: { sentences: [] } });
  });

  it('puts the checked sentence in place of the draft', () => {
    expect(after(3)).toMatchObject({ draft: '', state: 'asking', answer: { sentences: whole.sentences } });
  });

  it('ends with the whole answer', () => {
    expect(after(4)).toMatchObject({ draft: '', state: 'answered', answer: whole });
  });
});
