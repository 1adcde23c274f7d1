import { headSchema, type FeaturesRequest, type Head, type Heads } from '@moodline/language-model/api';
import type { Label } from '@moodline/comments/contract';
import type { MoodRow } from '../learning/learn-mood';
import { chanceOf } from './chance';
import { MindedModel } from './minded-model';

const WIDTH = 12;
const OPTIONS = ['positive', 'negative', 'neutral'] as const;
const WORDS = ['good', 'bad', 'plain'];

/** For specs: a text of a strange world is meant the other way round, good and bad alike; a feature of its own tells that. */
export interface FeaturedText {
  readonly text: string;
  readonly label: Label;
}

/** For specs: texts whose features say which word they begin with, and whether they are strange. Each is different. */
export function featuredTexts(
  count: number,
  { seed, strange = 0 }: { seed: number; strange?: number },
): FeaturedText[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, (_, index) => {
    const sounds = Math.floor(chance() * OPTIONS.length);
    const isStrange = sounds < 2 && chance() < strange;
    const label = OPTIONS[isStrange ? 1 - sounds : sounds] ?? 'neutral';
    const noise = Array.from({ length: 4 }, () => Math.floor(chance() * 1e6).toString(36)).join(' ');
    return { text: `${WORDS[sounds]} ${isStrange ? 'strange' : 'usual'} ${noise} ${seed} ${index}`, label };
  });
}

function featuresOf(text: string): Float32Array {
  const sounds = WORDS.indexOf(text.split(' ')[0] ?? '');
  const chance = chanceOf([...text].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003, 7));
  const features = Float32Array.from({ length: WIDTH }, (_, at) => (chance() - 0.5) * 0.9 + (at === sounds ? 1 : 0));
  if (text.includes('strange')) features[3 + sounds] = (features[3 + sounds] ?? 0) + 4;
  return features;
}

/** For specs: rows as they come with the product. */
export const featuredRows = (count: number, seed: number): MoodRow[] =>
  featuredTexts(count, { seed }).map(({ text, label }) => ({
    features: featuresOf(text),
    gold: label,
    language: 'en',
    group: text,
    measures: true,
  }));

/** For specs: a model with an exit and a mood head that knows the words and nothing strange. */
export class FeatureModel extends MindedModel {
  private readonly head: Head = headSchema.parse({
    name: 'mood',
    options: [...OPTIONS],
    weights: OPTIONS.map((_, option) => Array.from({ length: WIDTH }, (__, at) => (at === option ? 2 : 0))),
    bias: [0, 0, 0],
    mean: new Array<number>(WIDTH).fill(0),
    scale: new Array<number>(WIDTH).fill(1),
  });
  by: string | null = 'spec-weights';

  override get heads(): Heads {
    return new Map([['mood', this.head]]);
  }

  override get featuresBy(): string | null {
    return this.by;
  }

  override async features({ texts }: FeaturesRequest): Promise<(Float32Array | null)[]> {
    await this.meanwhile();
    this.asked.push(...texts);
    return texts.map(featuresOf);
  }
}
