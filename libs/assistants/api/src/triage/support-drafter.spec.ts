import { BUNDLED_MODEL, RolePrompts, type LanguageModel, type WriteRequest } from '@moodline/language-model/api';
import { SUPPORT_ROLE } from '../prompts/support';
import { SupportDrafter } from './support-drafter';

function bench(name: string, says: string) {
  const written: WriteRequest[] = [];
  const model = {
    inForce: () => model,
    status: () => ({ model: name }),
    write: async (request: WriteRequest) => {
      written.push(request);
      return { text: says, finish: 'stop' };
    },
  };
  const prompts = new RolePrompts();
  prompts.register(...Object.values(SUPPORT_ROLE));
  const drafter = new SupportDrafter(model as unknown as LanguageModel, prompts);
  const asked = { tone: 'plain', signal: new AbortController().signal, onPiece: () => undefined } as const;
  const draft = (text: string, language: 'zh' | 'en' | 'ja', label: 'negative' | 'neutral') =>
    drafter.draft(1, { text, language, label }, asked);
  return { draft, written };
}

describe('a draft of an answer', () => {
  it('of the bundled model says of the complaint only what the comment says', async () => {
    const { draft, written } = bench(
      BUNDLED_MODEL,
      "We're sorry you did not tell us. Please DM us your booking number.",
    );
    const made = await draft('You cancelled my booking and did not even tell me', 'en', 'negative');
    expect(made).toMatchObject({ by: 'mended', rulesOnly: null, asked: { role: 'support-en' } });
    expect(made.flaws).toContain('misread');
    expect(made.text).toContain('“You cancelled my booking and did not even tell me”');
    expect(written).toHaveLength(1);
  });

  it.each([
    ['a question', 'Does the case come in other colours?', 'en', 'neutral'],
    ['a trouble that is not about the brand', 'My boss shouted at me', 'en', 'negative'],
    ['a language in which too few of its drafts pass', 'アプリが落ちて使えません', 'ja', 'negative'],
  ] as const)('is written by people for %s, and the bundled model is not asked', async (_, text, language, label) => {
    const { draft, written } = bench(BUNDLED_MODEL, 'It does.');
    const made = await draft(text, language, label);
    expect(made).toMatchObject({ by: 'written', raw: '', asked: null, rulesOnly: { n: expect.any(Number) } });
    expect(written).toEqual([]);
  });

  it('is asked of any other model, in its own words', async () => {
    const { draft } = bench(
      'qwen2.5:7b',
      'アプリが落ちるとのこと、申し訳ございません。注文番号をDMでお知らせください。',
    );
    expect(await draft('アプリが落ちて使えません', 'ja', 'negative')).toMatchObject({ by: 'model', rulesOnly: null });
  });
});
