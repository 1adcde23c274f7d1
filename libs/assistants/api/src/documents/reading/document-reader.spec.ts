import { join } from 'node:path';
import { DocumentReaderThreads } from './document-reader';

const entry = (name: string) => join(__dirname, `../testing/${name}-thread.cjs`);

describe('a document read in a thread of its own', () => {
  it('comes back as it was read', async () => {
    const reader = new DocumentReaderThreads(entry('answering'));
    const texts = await Promise.all([1, 2, 3, 4, 5].map((size) => reader.read(Buffer.alloc(size), 'a.txt')));
    expect(texts.map(({ characters }) => characters)).toEqual([1, 2, 3, 4, 5]);
  });

  it('is refused with the words of the thread', async () => {
    const reader = new DocumentReaderThreads(entry('answering'));
    await expect(reader.read(Buffer.alloc(1), 'broken')).rejects.toMatchObject({
      code: 'document-broken',
      status: 400,
    });
  });

  it.each([
    ['too long', 'endless', { milliseconds: 300, megabytes: 64 }],
    ['too much memory', 'greedy', { milliseconds: 50_000, megabytes: 24 }],
  ])('is given up when it takes %s, and the next one is read', async (_, name, bounds) => {
    const reader = new DocumentReaderThreads(entry(name), bounds);
    const twice = [1, 2, 3].map(() => reader.read(Buffer.alloc(1), 'a.pdf').catch((error: unknown) => error));
    for (const error of await Promise.all(twice)) expect(error).toMatchObject({ code: 'document-too-hard' });
  });
});
