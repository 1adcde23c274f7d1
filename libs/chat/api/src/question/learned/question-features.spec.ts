import { LanguageModel, ModelUnavailableError, type FeaturesRequest } from '@moodline/language-model/api';
import { featureTraits, QuestionFeatures, READING_ROLE } from './question-features';

const FEATURES = Float32Array.from([1, 2, 3]);

class ScriptedModel extends LanguageModel {
  state: 'ready' | 'starting' = 'ready';
  answer: (request: FeaturesRequest) => Promise<(Float32Array | null)[]> = () => Promise.resolve([FEATURES]);
  asked: FeaturesRequest[] = [];

  override get featuresBy(): string {
    return 'the bundled model';
  }

  override features(request: FeaturesRequest): Promise<(Float32Array | null)[]> {
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
  beforeEach(() => Object.assign(model, { state: 'ready', asked: [], answer: () => Promise.resolve([FEATURES]) }));

  it('lets the model read the question before anything else that waits', async () => {
    expect(await of()).toBe(FEATURES);
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

describe('featureTraits', () => {
  it('measures each feature from its mean, in deviations', () => {
    const { values, places } = featureTraits(FEATURES, { mean: [1, 1, 1], scale: [1, 2, 0.5] });
    expect(values[0]).toBe(0);
    expect((values[2] ?? 0) / (values[1] ?? 1)).toBeCloseTo(8);
    expect(new Set(places).size).toBe(3);
  });
});
