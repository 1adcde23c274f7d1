import {
  BUNDLED_MODEL,
  RolePrompts,
  type LanguageModel,
  type RoleSeed,
  type WriteRequest,
} from '@moodline/language-model/api';
import type { LabelledText, TextLabeller } from '@moodline/sentiment/api';
import { COMPANION_ROLE } from '../prompts/companion';
import { TextTrial } from './text-trial';

const negative: LabelledText = {
  ...{ language: 'en', byRule: false },
  decision: { label: 'negative', probabilities: { positive: 0.05, neutral: 0.05, negative: 0.9 } },
};
const asked = { role: 'label', version: 3, system: 'Judge.', kind: 'head', model: 'qwen' } as const;
const never = new AbortController().signal;

function trial(
  said: LabelledText,
  reply = 'That is a long wait. Is there a chat?',
  finish: 'stop' | 'length' = 'stop',
  writer = 'qwen',
) {
  const written: WriteRequest[] = [];
  const model = {
    inForce: () => model,
    status: () => ({ model: writer }),
    write: async (request: WriteRequest) => {
      written.push(request);
      request.onToken?.(reply);
      return { text: ` ${reply}\n`, finish };
    },
    choose: async () => [[0.3, 0.7]],
  };
  const label = async (_: number, texts: readonly string[]) => ({
    texts: texts.map(() => said),
    read: said.byRule ? [] : texts,
    asked,
  });
  const prompts = new RolePrompts();
  prompts.register(...Object.values(COMPANION_ROLE));
  const text = new TextTrial({ label } as unknown as TextLabeller, model as unknown as LanguageModel, prompts);
  const pieces: string[] = [];
  return {
    text,
    prompts,
    written,
    pieces,
    listener: { signal: never, onPiece: (piece: string) => void pieces.push(piece) },
  };
}

describe('trying a text', () => {
  it('labels it as a comment, and says what was asked', async () => {
    const { texts, asked: what } = await trial(negative).text.labels(1, ['three days on hold'], never);
    expect(texts).toEqual([
      {
        ...{ text: 'three days on hold', language: 'en', label: 'negative', unsure: false, by: 'model', reason: null },
        ...{ probabilities: { positive: 0.05, neutral: 0.05, negative: 0.9 }, emotion: null, kind: null },
      },
    ]);
    expect(what).toMatchObject({ role: 'label', version: 3, kind: 'head', model: 'qwen', system: 'Judge.' });
    expect(what.tokens).toBeGreaterThan(0);
  });

  it('says why there is no label, and that nothing was asked', async () => {
    const said: LabelledText = { language: 'und', byRule: true, decision: { unscoredReason: 'no-words' } };
    const { texts, asked: what } = await trial(said).text.labels(1, ['...'], never);
    expect(texts[0]).toMatchObject({ label: null, by: null, reason: 'no-words', probabilities: null });
    expect(what.tokens).toBeNull();
  });

  it('hands the companion the label and the text without personal data, and streams what it says', async () => {
    const { text, written, pieces, listener } = trial(negative);
    const reply = await text.reply(1, { text: 'three days on hold, call me at ann@example.com' }, listener);
    expect(written[0]?.role.name).toBe('companion-en');
    expect(written[0]?.input).toMatch(/^\[NEGATIVE\] three days on hold/);
    expect(written[0]?.input).not.toContain('ann@example.com');
    expect(pieces).toEqual(['That is a long wait. Is there a chat?']);
    expect(reply).toMatchObject({ text: 'That is a long wait. Is there a chat?', by: 'model', flaws: [] });
  });

  it('says what is wrong with a reply', async () => {
    const { text, listener } = trial(negative, '等了三天，辛苦了', 'length');
    expect((await text.reply(1, { text: 'three days on hold' }, listener)).flaws).toEqual(['language', 'cut']);
  });

  it('never lets the model answer a text that speaks of self-harm', async () => {
    const { text, written, pieces, listener } = trial(negative);
    const reply = await text.reply(1, { text: 'I want to kill myself' }, listener);
    expect(reply).toMatchObject({ by: 'written', asked: null });
    expect([written, pieces]).toEqual([[], []]);
  });

  it('lets the model invent no answer to a question of fact', async () => {
    const { text, written, listener } = trial({
      ...negative,
      decision: { label: 'neutral', probabilities: { positive: 0.05, neutral: 0.9, negative: 0.05 } },
    });
    const reply = await text.reply(1, { text: 'Does this charger work in Japan?' }, listener);
    expect(reply).toMatchObject({ by: 'written', flaws: [], asked: null });
    expect(reply.text).toContain('a question rather than a mood');
    expect(written).toEqual([]);
  });

  describe('that says nothing of a mood', () => {
    const neutral: LabelledText = {
      ...negative,
      decision: { label: 'neutral', probabilities: { positive: 0.05, neutral: 0.9, negative: 0.05 } },
    };
    const said = 'A package arrives on Friday. What do you want to do with it?';
    const fact = { text: 'package arrives on friday' };

    it('has people’s words, which ask nothing, where the bundled model would write', async () => {
      const { text, written, listener } = trial(neutral, said, 'stop', BUNDLED_MODEL);
      const reply = await text.reply(1, fact, listener);
      expect(reply).toMatchObject({ by: 'written', flaws: [], asked: null });
      expect(reply.text).toContain('It says nothing of how you feel');
      expect(written).toEqual([]);
    });

    it('is left to another model', async () => {
      const { text, listener } = trial(neutral, said);
      expect(await text.reply(1, fact, listener)).toMatchObject({ text: said, by: 'model' });
    });
  });

  it('is glad with somebody only where the label is clearly positive', async () => {
    const glad = (positive: number): LabelledText => ({
      ...negative,
      decision: {
        label: 'positive',
        probabilities: { positive, neutral: (1 - positive) / 2, negative: (1 - positive) / 2 },
      },
    });
    const answer = async (said: LabelledText) => {
      const { text, listener } = trial(said, 'A year without a sister is normal.', 'stop', BUNDLED_MODEL);
      return (await text.reply(1, { text: 'My sister called me back after a year' }, listener)).text;
    };
    expect(await answer(glad(0.95))).toContain('that is good to hear');
    expect(await answer(glad(0.55))).toContain('thank you for telling me');
  });

  it('shows what is left where a sentence is glad of a complaint', async () => {
    const { text, listener } = trial(negative, 'That is great. Is there a chat?');
    expect(await text.reply(1, { text: 'three days on hold' }, listener)).toMatchObject({
      ...{ text: '“three days on hold”: that is hard. Is there a chat?', by: 'mended', flaws: ['mood'] },
    });
  });

  describe('with a role of the workspace', () => {
    const words = { en: '', zh: '' };
    const about = { title: words, purpose: words, answer: words, language: 'en', sample: '', own: true } as const;
    const writer: RoleSeed = { name: 'own-writer', version: 1, system: 'Write.', about: { ...about, task: 'write' } };
    const sorter: RoleSeed = {
      ...{ name: 'own-sorter', version: 1, system: 'Sort.' },
      about: { ...about, task: 'choose', options: ['delivery', 'price'] },
    };
    const own = (reply?: string) => {
      const made = trial(negative, reply);
      made.prompts.ownIn({
        all: async () => [writer, sorter],
        one: async (_, name) => [writer, sorter].find((seed) => seed.name === name) ?? null,
      });
      return made;
    };

    it('writes in it, unmended, with what is wrong beside it', async () => {
      const { text, written, listener } = own('太好了');
      const reply = await text.reply(1, { text: 'three days on hold', role: 'own-writer' }, listener);
      expect(reply).toMatchObject({ text: '太好了', by: 'model', flaws: ['language'], probability: null });
      expect(reply.asked).toMatchObject({ role: 'own-writer', version: 1, system: 'Write.' });
      expect(written[0]?.input).toBe('three days on hold');
    });

    it('chooses in it', async () => {
      const { text, listener } = own();
      const reply = await text.reply(1, { text: 'far too dear', role: 'own-sorter' }, listener);
      expect(reply).toMatchObject({ text: 'price', probability: 0.7, flaws: [] });
    });

    it('knows no other, and lets none of them answer words of self-harm', async () => {
      const { text, written, listener } = own();
      const ask = (role: string, said: string) => text.reply(1, { text: said, role }, listener);
      await expect(ask('companion-en', 'hi')).rejects.toMatchObject({ code: 'not-found' });
      await expect(ask('own-nobody', 'hi')).rejects.toMatchObject({ code: 'not-found' });
      expect(await ask('own-writer', 'I want to kill myself')).toMatchObject({ by: 'written' });
      expect(written).toEqual([]);
    });
  });
});
