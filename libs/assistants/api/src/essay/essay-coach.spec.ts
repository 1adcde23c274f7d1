import type { ReadEssay } from '@moodline/assistants/contract';
import { BUNDLED_MODEL, RolePrompts, type LanguageModel, type WriteRequest } from '@moodline/language-model/api';
import { ESSAY_COACH_ROLE } from '../prompts/essay-coach';
import { EssayCoach } from './essay-coach';
import type { EssayReader } from './essay-reader';

const TEXT = 'The bus was late and I was cold. I was very nervous.';
const essay: ReadEssay = {
  ...{ language: 'en', words: 12, written: null },
  paragraphs: [{ text: TEXT, label: null, unsure: false, probabilities: null }],
  advice: [
    { paragraph: 0, quote: 'The bus was late', text: 'by rule', rule: 'detail' },
    { paragraph: 0, quote: 'I was cold', text: 'by rule', rule: 'detail' },
  ],
};

function coach(read: ReadEssay, said: string, name = 'qwen') {
  const written: WriteRequest[] = [];
  const model = {
    inForce: () => model,
    status: () => ({ model: name }),
    write: async (request: WriteRequest) => {
      written.push(request);
      request.onToken?.(said);
      return { text: said, finish: 'stop' };
    },
  };
  const prompts = new RolePrompts();
  prompts.register(...Object.values(ESSAY_COACH_ROLE));
  const reader = { read: async () => read } as unknown as EssayReader;
  const pieces: string[] = [];
  const listener = { signal: new AbortController().signal, onPiece: (piece: string) => void pieces.push(piece) };
  const advise = () => new EssayCoach(reader, model as unknown as LanguageModel, prompts).advise(1, TEXT, listener);
  return { advise, written, pieces };
}

describe('coaching an essay', () => {
  it('shows what the model found where its quote stands in the text, and says what was refused', async () => {
    const good = '"I was very nervous" tells the feeling; show what the hands do.';
    const bad = '"I was terribly afraid" could be shown by a detail of the face.';
    const { advise, pieces } = coach(essay, `Mood: tense\n1. ${good}\n2. ${bad}`);
    const { advice, dropped, asked } = await advise();
    expect(advice.map(({ quote, rule }) => [quote, rule])).toEqual([
      ['I was very nervous', null],
      ['The bus was late', 'detail'],
    ]);
    expect(dropped).toEqual([{ text: bad, flaw: 'quote' }]);
    expect(asked).toMatchObject({ role: 'essay-coach-en', version: 1, model: 'qwen' });
    expect(pieces).toHaveLength(1);
  });

  it('falls back on rules where nothing of the model passes', async () => {
    const { advice } = await coach(essay, 'You should write better.').advise();
    expect(advice.map(({ rule }) => rule)).toEqual(['detail', 'detail']);
  });

  it('keeps what identifies people from the model', async () => {
    const read = {
      ...essay,
      paragraphs: essay.paragraphs.map((one) => ({ ...one, text: 'Write to ann@example.com.' })),
    };
    const { advise, written } = coach(read, '');
    await advise();
    expect(written[0]?.input).not.toContain('ann@example.com');
  });

  it('does not ask the bundled model, and says so; another one it does', async () => {
    const japanese = { ...essay, language: 'ja' as const };
    const bundled = coach(japanese, 'x', BUNDLED_MODEL);
    const { advice, rulesOnly } = await bundled.advise();
    expect([bundled.written, advice.length]).toEqual([[], 2]);
    expect(rulesOnly).toEqual({ n: 15, share: expect.any(Number) });
    const larger = coach(japanese, 'x', 'qwen-7b');
    expect([(await larger.advise()).rulesOnly, larger.written.length]).toEqual([null, 1]);
    const english = coach(essay, 'x', BUNDLED_MODEL);
    expect([(await english.advise()).rulesOnly?.n, english.written.length]).toEqual([15, 0]);
  });

  it('does not ask the model about words of self-harm, nor in a language it does not know', async () => {
    const harm = coach({ ...essay, written: 'Please call.' }, 'x');
    expect(await harm.advise()).toEqual({
      advice: [],
      dropped: [],
      written: 'Please call.',
      asked: null,
      rulesOnly: null,
    });
    const unknown = coach({ ...essay, language: 'und' }, 'x');
    expect((await unknown.advise()).advice).toEqual([]);
    expect([...harm.written, ...unknown.written]).toEqual([]);
  });
});
