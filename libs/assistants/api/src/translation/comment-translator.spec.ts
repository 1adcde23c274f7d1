import { BUNDLED_MODEL, RolePrompts, type LanguageModel, type WriteRequest } from '@moodline/language-model/api';
import { TRANSLATOR_ROLE } from '../prompts/translator';
import { CommentTranslator } from './comment-translator';

const COMMENT: { readonly text: string; readonly language: 'zh' } = {
  text: '客服让我等了 12 天，还是没人回',
  language: 'zh',
};
const GOOD = 'Support kept me waiting for 12 days and still nobody answers';

function bench(says: string, { name = 'qwen-7b', finish = 'stop' } = {}) {
  const written: WriteRequest[] = [];
  const pieces: string[] = [];
  const model = {
    inForce: () => model,
    status: () => ({ model: name }),
    write: async (request: WriteRequest) => {
      written.push(request);
      request.onToken?.(says);
      return { text: says, finish };
    },
  };
  const prompts = new RolePrompts();
  prompts.register(...Object.values(TRANSLATOR_ROLE));
  const translator = new CommentTranslator(model as unknown as LanguageModel, prompts);
  const listener = { signal: new AbortController().signal, onPiece: (piece: string) => void pieces.push(piece) };
  const translate = (comment = COMMENT) => translator.translate(1, comment, { into: 'en', ...listener });
  return { translate, written, pieces };
}

describe('translating a comment', () => {
  it('is done by the model that writes, in the role of the language asked for', async () => {
    const { translate, written, pieces } = bench(GOOD);
    expect(await translate()).toMatchObject({ text: GOOD, from: 'zh', into: 'en', flaws: [] });
    expect(written[0]).toMatchObject({ role: { name: 'translator-en' }, input: COMMENT.text });
    expect(pieces).toEqual([GOOD]);
  });

  it('is refused with the bundled model, which is not asked', async () => {
    const { translate, written } = bench(GOOD, { name: BUNDLED_MODEL });
    await expect(translate()).rejects.toMatchObject({ code: 'translation-needs-model', status: 409 });
    expect(written).toEqual([]);
  });

  it('is no translation in another language than the one asked for', async () => {
    expect(await bench('客服没有回复').translate()).toMatchObject({ text: null, flaws: ['language', 'numbers'] });
  });

  it('says that a number is missing, and that it is cut off', async () => {
    const made = await bench('Support kept me waiting for 2 days', { finish: 'length' }).translate();
    expect(made).toMatchObject({ text: expect.stringContaining('2 days'), flaws: ['cut', 'numbers'] });
  });

  it('sends no name of a person to the model', async () => {
    const { translate, written } = bench('Write to them');
    await translate({ text: '写信给 anna.berg@example.com', language: 'zh' });
    expect(written[0]?.input).not.toContain('anna.berg');
  });
});
