import { answer, eventsOf } from '../testing/chat-fixtures';
import { newTurn, withEvent, type Turn } from './turn';

describe('withEvent', () => {
  const whole = answer();
  const after = (count: number): Turn =>
    eventsOf(whole)
      .slice(0, count)
      .reduce(withEvent, newTurn(1, 'Why?', {}));

  it('shows the facts before there is a sentence', () => {
    expect(after(1)).toMatchObject({ state: 'asking', answer: { facts: whole.facts, sentences: [] } });
  });

  it('ends with the whole answer', () => {
    expect(after(2)).toMatchObject({ state: 'answered', answer: whole });
  });
});
