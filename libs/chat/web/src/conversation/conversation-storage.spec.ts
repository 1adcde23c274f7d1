import { TestBed } from '@angular/core/testing';
import { answer } from '../testing/chat-fixtures';
import type { Conversation } from './conversation';
import { ConversationStorage } from './conversation-storage';
import { newTurn, type Turn } from './turn';

const turn = (id: number, part: Partial<Turn> = {}): Turn => ({
  ...newTurn(id, `Question ${id}`, { q: 'x' }),
  state: 'answered',
  answer: answer(),
  ...part,
});
const conversation = (id: number, turns: Turn[], name: string | null = null): Conversation => ({ id, name, turns });

describe('ConversationStorage', () => {
  const storage = () => TestBed.inject(ConversationStorage);
  const ids = (index = 0) => {
    const conversations = storage().load();
    return conversations[index]?.turns.map(({ id }) => id);
  };

  beforeEach(() => sessionStorage.clear());

  it('brings back what it kept, with names and ratings', () => {
    const kept = [
      conversation(1, [turn(1, { rating: { good: false, reason: 'number' } })], 'Crisis'),
      conversation(2, [turn(2), turn(3)]),
    ];
    storage().save(kept);
    expect(storage().load()).toEqual(kept);
  });

  it('keeps the newest 20 turns of a conversation', () => {
    storage().save([
      conversation(
        1,
        Array.from({ length: 25 }, (_, index) => turn(index + 1)),
      ),
    ]);
    expect(ids()).toEqual(Array.from({ length: 20 }, (_, index) => index + 6));
  });

  it('drops the oldest turns of the oldest conversation when all of it grew too large', () => {
    const long = answer({ sentences: [{ text: 'x'.repeat(600_000), citations: [] }] });
    storage().save([
      conversation(1, [turn(1, { answer: long })]),
      conversation(2, [turn(2, { answer: long }), turn(3, { answer: long })]),
    ]);
    expect(storage().load()).toHaveLength(1);
    expect(ids()).toEqual([2, 3]);
  });

  it('brings a failed turn back as stopped and forgets one that is under way', () => {
    storage().save([
      conversation(1, [turn(1, { state: 'failed', error: new Error('gone') }), turn(2, { state: 'asking' })]),
    ]);
    expect(storage().load()[0]?.turns).toEqual([turn(1, { state: 'stopped' })]);
  });

  it('starts anew where what is kept cannot be read', () => {
    sessionStorage.setItem('moodline.conversations', '[{"id":"1"}]');
    expect(storage().load()).toEqual([]);
  });

  it('leaves nothing behind for conversations without a question', () => {
    storage().save([conversation(1, [turn(1)])]);
    storage().save([conversation(1, [])]);
    expect(sessionStorage.length).toBe(0);
  });

  it('goes on without a store that refuses', () => {
    const refuse = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(() => storage().save([conversation(1, [turn(1)])])).not.toThrow();
    refuse.mockRestore();
  });
});
