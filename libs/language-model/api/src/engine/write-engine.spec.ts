import { allSteps, END, fakeParts, type NextToken } from '../testing/fake-engine-parts';
import { WriteEngine } from './write-engine';

const role = { name: 'narrator', version: 1, system: 'Tell.' };
/** Logits of five tokens with one that is the likeliest. */
const say = (token: number) => Array.from({ length: 5 }, (_, other) => (other === token ? 1 : 0));

describe('WriteEngine', () => {
  const write = async (next: NextToken, maxTokens = 500) => {
    const { session, prompt, prefixes } = fakeParts(next);
    const pieces: string[] = [];
    const steps = new WriteEngine(session, prompt, prefixes, 4_096).write({
      role,
      input: 'go',
      maxTokens,
      onPiece: (piece) => pieces.push(piece),
    });
    return { ...(await allSteps(steps)).result, pieces };
  };

  it('writes until the model ends its turn', async () => {
    const { text, finish, pieces } = await write((written) => say(written.length < 3 ? written.length + 1 : END));
    expect({ text, finish, pieces }).toEqual({ text: '123', finish: 'stop', pieces: ['1', '2', '3'] });
  });

  it('ends an output that never ends at its limit', async () => {
    const { text, finish } = await write((written) => say(1 + ((written.length * written.length) % 4)), 20);
    expect({ length: text.length, finish }).toEqual({ length: 20, finish: 'length' });
  });

  it('ends an output that goes round in circles long before its limit', async () => {
    const { text, finish } = await write((written) => say(1 + (written.length % 3)));
    expect(finish).toBe('length');
    expect(text.length).toBeLessThan(50);
  });

  it.each([NaN, Infinity])('refuses to write with logits of %p', async (broken) => {
    await expect(write(() => [0, broken, 0, 0, 0])).rejects.toMatchObject({ kind: 'unusable-answer' });
  });
});
