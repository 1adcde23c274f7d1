import { AnswerCache } from './answer-cache';

const question = { model: 'qwen', role: { name: 'label', version: 1, system: 'Judge.' }, asked: ['YES', 'NO'] };

describe('AnswerCache', () => {
  const key = (change: object, text = 'text') => new AnswerCache().keys({ ...question, ...change }, [text])[0];

  it.each([
    ['model', { model: 'other' }],
    ['role', { role: { ...question.role, name: 'asks' } }],
    ['version', { role: { ...question.role, version: 2 } }],
    ['prompt', { role: { ...question.role, system: 'Judge kindly.' } }],
    ['options', { asked: ['NO', 'YES'] }],
  ])('tells answers apart by %s', (_, change) => {
    expect(key(change)).not.toBe(key({}));
    expect(key({ ...question, ...change })).toBe(key(change));
  });

  it('tells answers apart by text', () => {
    expect(key({}, 'a')).not.toBe(key({}, 'b'));
  });

  it('lets the least recently used answer go first', () => {
    const cache = new AnswerCache(2);
    cache.set('a', [1]);
    cache.set('b', [2]);
    cache.get('a');
    cache.set('c', [3]);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([[1], undefined, [3]]);
  });
});
