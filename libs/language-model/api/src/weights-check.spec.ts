import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WeightsDamagedError } from './language-model.errors';
import { verifyWeights, type WeightsProgress } from './weights-check';

describe('verifyWeights', () => {
  let folder: string;
  let directory: string;
  let rememberIn: string;
  let read: WeightsProgress[];
  const weights = () => join(directory, 'onnx/model.onnx');
  const verify = () => verifyWeights({ directory, rememberIn, onProgress: (progress) => read.push(progress) });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'moodline-weights-'));
    directory = join(folder, 'tiny');
    rememberIn = join(folder, 'data/weights-verified.json');
    read = [];
    mkdirSync(join(directory, 'onnx'), { recursive: true });
    const contents = { 'config.json': '{}', 'onnx/model.onnx': 'numbers' };
    const sums = Object.entries(contents).map(([path, content]) => {
      writeFileSync(join(directory, path), content);
      return `${createHash('sha256').update(content).digest('hex')}  ${path}\n`;
    });
    writeFileSync(join(directory, 'SHA256SUMS'), sums.join(''));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('reads every file the first time and tells how far it is', async () => {
    await verify();
    expect(read).toEqual([
      { file: 'config.json', checkedBytes: 2, totalBytes: 9 },
      { file: 'onnx/model.onnx', checkedBytes: 9, totalBytes: 9 },
    ]);
  });

  it('reads nothing the second time', async () => {
    await verify();
    read = [];
    await verify();
    expect(read).toEqual([]);
  });

  it('reads a file again whose time has changed', async () => {
    await verify();
    read = [];
    utimesSync(weights(), new Date(0), new Date(0));
    await verify();
    expect(read.map(({ file }) => file)).toEqual(['onnx/model.onnx']);
  });

  it('names a damaged file and the way to restore it', async () => {
    writeFileSync(weights(), 'numberz');
    await expect(verify()).rejects.toThrow(/models.tiny.onnx.model\.onnx is damaged.*git checkout -- models/);
  });

  it('notices damage after the files were found sound', async () => {
    await verify();
    writeFileSync(weights(), 'shorter');
    utimesSync(weights(), new Date(1_000), new Date(1_000));
    await expect(verify()).rejects.toThrow(WeightsDamagedError);
    await expect(verify()).rejects.toThrow(WeightsDamagedError);
  });

  it('trusts no memory of another checksum', async () => {
    await verify();
    const { atime, mtime } = statSync(weights());
    const sums = readFileSync(join(directory, 'SHA256SUMS'), 'utf8');
    writeFileSync(join(directory, 'SHA256SUMS'), sums.replace(/^[0-9a-f]{64}(?= {2}onnx)/m, '0'.repeat(64)));
    utimesSync(weights(), atime, mtime);
    await expect(verify()).rejects.toThrow(WeightsDamagedError);
  });

  it('names a missing file', async () => {
    unlinkSync(weights());
    await expect(verify()).rejects.toThrow(/model\.onnx is missing/);
  });

  it('names a missing list of checksums', async () => {
    unlinkSync(join(directory, 'SHA256SUMS'));
    await expect(verify()).rejects.toThrow(/SHA256SUMS is missing/);
  });

  it.each(['', 'not a checksum  config.json\n'])('refuses a list of checksums that says nothing: %j', async (sums) => {
    writeFileSync(join(directory, 'SHA256SUMS'), sums);
    await expect(verify()).rejects.toThrow(/SHA256SUMS is (empty|damaged)/);
  });

  it('starts over when its memory cannot be read', async () => {
    await verify();
    writeFileSync(rememberIn, '{"broken');
    read = [];
    await verify();
    expect(read).toHaveLength(2);
  });
});
