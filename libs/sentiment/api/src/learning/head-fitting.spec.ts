import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { headSchema } from '@moodline/language-model/api';
import { readOptions } from '../evaluation/evaluation-options';
import { halfOf, isForCalibration } from '../evaluation/sample';
import { featuredTexts, FeatureModel, type FeaturedText } from '../testing/feature-model';
import { HeadFitting } from './head-fitting';

describe('HeadFitting', () => {
  const texts = featuredTexts(900, { seed: 5, strange: 0.5 });
  let rootDir: string;
  let weights: string;
  let file: string;
  let told: string;

  beforeEach(() => {
    rootDir = mkdtempSync(join(tmpdir(), 'moodline-head-'));
    weights = join(rootDir, 'models/moodline-qwen-0.5b');
    const sets = join(rootDir, 'libs/sentiment/api/eval');
    mkdirSync(join(weights, 'heads'), { recursive: true });
    mkdirSync(sets, { recursive: true });
    writeFileSync(join(weights, 'heads/mood.json'), 'as it was');
    writeFileSync(
      join(weights, 'SHA256SUMS'),
      `${'1'.repeat(64)}  heads/kind.json\n${'2'.repeat(64)}  heads/mood.json\n`,
    );
    writeFileSync(join(sets, 'written.tsv.gz'), gzipSync(written()));
    file = join(rootDir, 'labelled.tsv');
    writeFileSync(
      file,
      labelled(texts, (_, index) => (index % 2 ? 'forum' : 'shop')),
    );
    told = '';
  });
  afterEach(() => rmSync(rootDir, { recursive: true, force: true }));

  const labelled = (rows: readonly FeaturedText[], sourceOf: (row: FeaturedText, index: number) => string) =>
    ['text\tlabel\tsource', ...rows.map((row, index) => `${row.text}\t${row.label}\t${sourceOf(row, index)}`)].join(
      '\n',
    );

  const written = () =>
    [
      'split\tlang\tmood\tkind\temotion\ttext',
      ...featuredTexts(60, { seed: 9 }).map(
        ({ text, label }, index) => `${index % 3 ? 'train' : 'test'}\ten\t${label}\topinion\tnone\t${text}`,
      ),
    ].join('\n');

  async function fit(...more: string[]): Promise<void> {
    const fitting = new HeadFitting(new FeatureModel(), { rootDir, print: (text) => void (told += text) });
    await fitting.run(readOptions(['head', '--file', file, ...more]));
  }

  const taught = ({ text }: FeaturedText) => halfOf(text) === 'dev' && !isForCalibration(text);
  const accuracyOf = (name: string) =>
    told
      .match(new RegExp(`${name} +\\d+ +([\\d.]+) +([\\d.]+)`))
      ?.slice(1)
      .map(Number);

  it('learns from the development half without what is kept for calibration, and measures on the other', async () => {
    await fit('--dry-run');
    expect(told).toContain(`${texts.filter(taught).length} rows of labelled.tsv and 40 written ones learned from`);
    const [before = 1, after = 0] = accuracyOf('en forum') ?? [];
    expect(after).toBeGreaterThan(before + 0.1);
  });

  it('learns nothing from a source that may only measure', async () => {
    await fit('--dry-run', '--measure-only', 'forum');
    expect(told).toContain(`${texts.filter((row, index) => taught(row) && index % 2 === 0).length} rows of`);
  });

  it('writes the head and its sum, and leaves the other sums alone', async () => {
    await fit();
    const json = readFileSync(join(weights, 'heads/mood.json'), 'utf8');
    expect(headSchema.parse(JSON.parse(json)).options).toEqual(['positive', 'negative', 'neutral']);
    expect(readFileSync(join(weights, 'SHA256SUMS'), 'utf8')).toBe(
      `${'1'.repeat(64)}  heads/kind.json\n${createHash('sha256').update(json).digest('hex')}  heads/mood.json\n`,
    );
  });

  it('writes nothing when it is only tried', async () => {
    await fit('--dry-run');
    expect(readFileSync(join(weights, 'heads/mood.json'), 'utf8')).toBe('as it was');
  });
});
