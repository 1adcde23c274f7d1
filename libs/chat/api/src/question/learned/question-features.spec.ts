import {
  LanguageModel,
  ModelUnavailableError,
  type FeaturesRequest,
  type TextReading,
} from '@moodline/language-model/api';
import { featuresAt, QuestionFeatures, READING_ROLE, scaled } from './question-features';

const FEATURES = Float32Array.from([1, 2, 3]);
const READING: TextReading = {
  whole: FEATURES,
  tokens: [2, 2, 5].map((end, token) => ({ end, features: Float32Array.from([token]) })),
};

class ScriptedModel extends LanguageModel {
  state: 'ready' | 'starting' = 'ready';
  answer: (request: FeaturesRequest) => Promise<(TextReading | null)[]> = () => Promise.resolve([READING]);
  asked: FeaturesRequest[] = [];

  override get featuresBy(): string {
    return 'the bundled model';
  }

  override readings(request: FeaturesRequest): Promise<(TextReading | null)[]> {
    this.asked.push(request);
    return this.answer(request);
  }

  status() {
    return { state: this.state, model: 'scripted', pid: null, problem: null };
  }

  choose = () => Promise.reject(new Error('not asked'));
  write = () => Promise.reject(new Error('not asked'));
}

describe('QuestionFeatures', () => {
  const model = new ScriptedModel();
  const of = (by = 'the bundled model') => new QuestionFeatures(model).of('is the food any good', by);
  beforeEach(() => Object.assign(model, { state: 'ready', asked: [], answer: () => Promise.resolve([READING]) }));

  it('lets the model read the question before anything else that waits', async () => {
    expect(await of()).toBe(READING);
    expect(model.asked).toEqual([
      expect.objectContaining({ role: READING_ROLE, texts: ['is the food any good'], priority: 'interactive' }),
    ]);
  });

  it('asks no model that is not ready, and none whose features the heads cannot read', async () => {
    expect(await of('another model')).toBeNull();
    model.state = 'starting';
    expect(await of()).toBeNull();
    expect(model.asked).toEqual([]);
  });

  it('does without a model that is gone or too busy, and hides no other fault', async () => {
    model.answer = () => Promise.reject(new ModelUnavailableError('gone'));
    expect(await of()).toBeNull();
    model.answer = ({ signal }) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
    expect(await of()).toBeNull();
    model.answer = () => Promise.reject(new Error('a fault'));
    await expect(of()).rejects.toThrow('a fault');
  });
});

describe('scaled', () => {
  it('measures each feature from its mean, in deviations', () => {
    const values = scaled(FEATURES, { mean: [1, 1, 1], scale: [1, 2, 0.5] }, 0.1);
    expect([...values].map((value) => Number(value.toFixed(6)))).toEqual([0, 0.05, 0.4]);
  });
});

describe('featuresAt', () => {
  it.each([
    [1, 0],
    [2, 0],
    [3, 2],
    [9, 2],
  ])('takes the token with which a unit that ends at %s has been read', (end, token) => {
    expect([...featuresAt(READING, end)]).toEqual([token]);
  });

  it('takes the whole of a text without tokens', () => {
    expect(featuresAt({ whole: FEATURES, tokens: [] }, 1)).toBe(FEATURES);
  });
});
