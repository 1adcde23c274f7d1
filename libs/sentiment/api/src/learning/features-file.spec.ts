import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FeaturesFile } from './features-file';

describe('a file of features', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'moodline-features-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const key = (digit: string) => digit.repeat(64);

  it('gives what was kept, also to the next one who reads it, without a record that was cut off', () => {
    const path = join(folder, 'a.f16');
    const file = new FeaturesFile(path, 2);
    file.add([
      [key('a'), Float32Array.of(1, -2)],
      [key('b'), Float32Array.of(0.5, 3)],
    ]);
    appendFileSync(path, Buffer.alloc(7));
    const again = new FeaturesFile(path, 2);
    for (const read of [file, again]) {
      expect([...(read.get(key('b')) ?? [])]).toEqual([0.5, 3]);
      expect(read.has(key('a'))).toBe(true);
      expect(read.has(key('c'))).toBe(false);
    }
  });
});
