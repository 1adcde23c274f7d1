import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Opening, Sealing } from './sealing';

const PASSPHRASE = 'correct horse 电池 staple';
/** The cheapest that scrypt knows: what is tried here does not hang on the cost. */
const CHEAP = { logN: 1, r: 1, p: 1 };
const FRAME = 64 * 1024;
const SEALED = FRAME + 16;
const HEADER = 83;

const seal = (plain: Buffer) => through(plain, new Sealing(PASSPHRASE, CHEAP));
const open = (sealed: Buffer, passphrase = PASSPHRASE) => through(sealed, new Opening(passphrase));

/** @param pieces sizes in which the bytes arrive, again and again */
async function through(bytes: Buffer, stream: Sealing | Opening, pieces = [1000, 70_001, 7]): Promise<Buffer> {
  const chunks = function* () {
    for (let at = 0, turn = 0; at < bytes.length; turn++) {
      const size = pieces[turn % pieces.length] ?? 1;
      yield bytes.subarray(at, at + size);
      at += size;
    }
  };
  const result = buffer(stream);
  await pipeline(Readable.from(chunks(), { objectMode: false }), stream).catch(() => undefined);
  return result;
}

describe('a sealed stream', () => {
  it.each([0, 1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME, 300_000])('gives %i bytes back', async (length) => {
    const plain = randomBytes(length);
    expect((await open(await seal(plain))).equals(plain)).toBe(true);
  });

  it('is another one each time, and holds nothing of what it seals', async () => {
    const plain = Buffer.from('secret words '.repeat(20));
    const [one, other] = [await seal(plain), await seal(plain)];
    expect(one.equals(other)).toBe(false);
    expect(one.includes('secret')).toBe(false);
  });

  it('takes a passphrase as people see it, not as it was typed', async () => {
    const sealed = await through(Buffer.from('x'), new Sealing('Zoë', CHEAP));
    expect((await open(sealed, 'Zoe\u0308')).toString()).toBe('x');
  });

  it('tells a wrong passphrase', async () => {
    await expect(open(await seal(Buffer.from('x')), 'another')).rejects.toMatchObject({ code: 'wrong-passphrase' });
  });

  it.each([Buffer.alloc(0), Buffer.from('MOOD'), Buffer.from('SQLite format 3\0 and more of it')])(
    'tells what is no backup (%#)',
    async (bytes) => {
      await expect(open(bytes)).rejects.toMatchObject({ code: 'no-backup' });
    },
  );

  it.each([
    ['within the header', 40, 'no-backup'],
    ['right after it', HEADER, 'backup-cut-off'],
    ['within the first frame', HEADER + 100, 'backup-cut-off'],
    ['between two frames', HEADER + SEALED, 'backup-cut-off'],
    ['within the last frame', -1, 'backup-cut-off'],
  ])('tells that it was cut off %s', async (_, end, code) => {
    const sealed = await seal(randomBytes(2 * FRAME + 500));
    await expect(open(sealed.subarray(0, end))).rejects.toMatchObject({ code });
  });

  it.each([
    ['a bit of the first frame', HEADER + 5, 'backup-changed'],
    ['a bit of its tag', HEADER + SEALED - 1, 'backup-changed'],
    ['a bit of the second frame', HEADER + SEALED + 9, 'backup-changed'],
    ['the salt', 25, 'wrong-passphrase'],
    ['the cost, to one that no machine can pay', 16, 'backup-changed'],
  ])('tells that %s was changed', async (_, at, code) => {
    const sealed = await seal(randomBytes(2 * FRAME + 500));
    sealed[at] = (sealed[at] ?? 0) ^ 0x80;
    await expect(open(sealed)).rejects.toMatchObject({ code });
  });

  it('tells that two frames were exchanged', async () => {
    const sealed = await seal(randomBytes(3 * FRAME));
    const frame = (number: number) => sealed.subarray(HEADER + number * SEALED, HEADER + (number + 1) * SEALED);
    const exchanged = Buffer.concat([
      sealed.subarray(0, HEADER),
      frame(1),
      frame(0),
      sealed.subarray(HEADER + 2 * SEALED),
    ]);
    await expect(open(exchanged)).rejects.toMatchObject({ code: 'backup-changed' });
  });

  it('tells that something was added', async () => {
    const sealed = await seal(randomBytes(500));
    await expect(open(Buffer.concat([sealed, Buffer.from('more')]))).rejects.toMatchObject({ code: 'backup-cut-off' });
    await expect(open(Buffer.concat([sealed, randomBytes(SEALED)]))).rejects.toMatchObject({ code: 'backup-changed' });
  });
});
