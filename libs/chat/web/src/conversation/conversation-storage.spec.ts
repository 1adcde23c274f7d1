import { TestBed } from '@angular/core/testing';
import { answer } from '../testing/chat-fixtures';
import { ConversationStorage } from './conversation-storage';
import { newTurn, type Turn } from './turn';

const turn = (id: number, part: Partial<Turn> = {}): Turn => ({
  ...newTurn(id, `Question ${id}`, { q: 'x' }),
  state: 'answered',
  answer: answer(),
  ...part,
});

describe('ConversationStorage', () => {
  const storage = () => TestBed.inject(ConversationStorage);
  beforeEach(() => sessionStorage.clear());

  it('brings back what it kept', () => {
    storage().save([turn(1)]);
    expect(storage().load()).toEqual([turn(1)]);
  });

  it('keeps the newest 20 turns', () => {
    storage().save(Array.from({ length: 25 }, (_, index) => turn(index + 1)));
    expect(
      storage()
        .load()
        .map(({ id }) => id),
    ).toEqual(Array.from({ length: 20 }, (_, index) => index + 6));
  });

  it('drops the oldest turns of a conversation that grew too large', () => {
    const long = answer({ sentences: [{ text: 'x'.repeat(300_000), citations: [] }] });
    storage().save([turn(1, { answer: long }), turn(2, { answer: long })]);
    expect(
      storage()
        .load()
        .map(({ id }) => id),
    ).toEqual([2]);
  });

  it('brings a failed turn back as stopped and forgets one that is under way', () => {
    storage().save([turn(1, { state: 'failed', error: new Error('gone') }), turn(2, { state: 'asking' })]);
    expect(storage().load()).toEqual([turn(1, { state: 'stopped' })]);
  });

  it('starts anew where what is kept cannot be read', () => {
    sessionStorage.setItem('moodline.conversation', '[{"id":"1"}]');
    expect(storage().load()).toEqual([]);
  });

  it('leaves nothing behind for an empty conversation', () => {
    storage().save([turn(1)]);
    storage().save([]);
    expect(sessionStorage.length).toBe(0);
  });

  it('goes on without a store that refuses', () => {
    const refuse = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(() => storage().save([turn(1)])).not.toThrow();
    refuse.mockRestore();
  });
});
