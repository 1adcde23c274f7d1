import type { LabelledText, TextLabeller } from '@moodline/sentiment/api';
import { EssayReader } from './essay-reader';

const never = new AbortController().signal;
const mood = (positive: number, negative: number): LabelledText => ({
  ...{ language: 'en', byRule: false },
  decision: {
    label: positive > negative ? 'positive' : 'negative',
    probabilities: { positive, negative, neutral: 1 - positive - negative },
  },
});

function reader(labels: (text: string) => LabelledText) {
  const read: string[] = [];
  const label = async (_: number, texts: readonly string[]) => {
    read.push(...texts);
    return { texts: texts.map(labels), read: texts, asked: {} };
  };
  return { read, essays: new EssayReader({ label } as unknown as TextLabeller) };
}

describe('reading an essay', () => {
  it('labels each paragraph as a comment would be', async () => {
    const { essays, read } = reader((text) => (text.includes('lost') ? mood(0.1, 0.8) : mood(0.7, 0.1)));
    const essay = await essays.read(1, 'We lost the match in the rain.\n\nMy sister brought us warm bread.', never);
    expect(read).toEqual(['We lost the match in the rain.', 'My sister brought us warm bread.']);
    expect(essay.paragraphs.map(({ label }) => label)).toEqual(['negative', 'positive']);
    expect(essay).toMatchObject({ language: 'en', words: 13, written: null });
    expect(essay.advice.map(({ rule }) => rule)).toContain('mood-swing');
  });

  it('reads a long paragraph in parts, so that nothing of it is left out, and takes their mean', async () => {
    const sentence = (word: string) =>
      `The ${word} stood beside the old wooden bridge over the quiet river for years. `;
    const long = (sentence('tree').repeat(4) + sentence('ruin').repeat(4)).trim();
    const { essays, read } = reader((text) => (text.includes('ruin') ? mood(0, 0.8) : mood(0.6, 0)));
    const { paragraphs } = await essays.read(1, long, never);
    expect(read.length).toBeGreaterThan(1);
    expect(read.join(' ')).toBe(long);
    const net = (paragraphs[0]?.probabilities?.positive ?? 0) - (paragraphs[0]?.probabilities?.negative ?? 0);
    expect(net).toBeGreaterThan(-0.8);
    expect(net).toBeLessThan(0.6);
  });

  it('has no mood where nothing could be judged', async () => {
    const none: LabelledText = { language: 'en', byRule: true, decision: { unscoredReason: 'no-words' } };
    const { essays } = reader(() => none);
    const { paragraphs } = await essays.read(1, 'Just words here.', never);
    expect(paragraphs).toEqual([{ text: 'Just words here.', label: null, unsure: false, probabilities: null }]);
  });

  it('answers words of self-harm with the written answer and gives no advice', async () => {
    const { essays } = reader(() => mood(0, 0.9));
    const { written, advice } = await essays.read(1, 'It was very good!!! I want to die.', never);
    expect(written).toContain('988');
    expect(advice).toEqual([]);
  });
});
