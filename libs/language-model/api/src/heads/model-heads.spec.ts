import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { featuresDigest, readHeads } from './model-heads';

describe('heads beside the weights', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'moodline-heads-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are known by name', () => {
    mkdirSync(join(folder, 'heads'));
    const head = { name: 'kind', options: ['news', 'ad'], weights: [[1], [2]], bias: [0, 0], features: 1 };
    writeFileSync(join(folder, 'heads/kind.json'), JSON.stringify(head));
    writeFileSync(join(folder, 'heads/README.md'), 'no head');
    expect([...readHeads(folder).keys()]).toEqual(['kind']);
    expect(readHeads(folder).get('kind')).toMatchObject({ options: ['news', 'ad'], temperature: 1 });
  });

  it('are none where a model has no such folder', () => expect(readHeads(folder).size).toBe(0));

  it('are refused by the name of their file when they are no heads', () => {
    mkdirSync(join(folder, 'heads'));
    writeFileSync(
      join(folder, 'heads/kind.json'),
      JSON.stringify({ name: 'kind', options: ['a', 'b'], weights: [[1]], bias: [0, 0] }),
    );
    expect(() => readHeads(folder)).toThrow('kind.json is no head');
  });

  it('of the product read 896 features each', () => {
    const heads = readHeads(join(__dirname, '../../../../../models/moodline-qwen-0.5b'));
    expect([...heads].map(([name, { options, weights }]) => [name, options, weights[0]?.length])).toEqual([
      ['emotion', ['joy', 'anger', 'sadness', 'fear', 'surprise', 'none'], 896],
      ['kind', ['opinion', 'question', 'wish', 'news', 'ad'], 896],
      ['mood', ['positive', 'negative', 'neutral'], 896],
    ]);
  });

  it('hold for the weights and the tokenizer, not for what else lies in the folder', () => {
    const sums = (lines: Record<string, string>) =>
      writeFileSync(
        join(folder, 'SHA256SUMS'),
        Object.entries(lines)
          .map(([name, digit]) => `${digit.repeat(64)}  ${name}\n`)
          .join(''),
      );
    expect(featuresDigest(folder)).toBeNull();
    sums({ 'onnx/model.onnx': 'a', 'heads/mood.json': 'b', 'tokenizer.json': 'c' });
    const digest = featuresDigest(folder);
    expect(digest).toMatch(/^[0-9a-f]{12}$/);
    sums({ 'onnx/model.onnx': 'a', 'heads/mood.json': 'd', 'tokenizer.json': 'c' });
    expect(featuresDigest(folder)).toBe(digest);
    sums({ 'onnx/model.onnx': 'e', 'heads/mood.json': 'd', 'tokenizer.json': 'c' });
    expect(featuresDigest(folder)).not.toBe(digest);
  });
});
