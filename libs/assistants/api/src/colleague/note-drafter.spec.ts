import {
  BUNDLED_MODEL,
  ModelUnavailableError,
  RolePrompts,
  type LanguageModel,
  type WriteRequest,
} from '@moodline/language-model/api';
import { COLLEAGUE_ROLE } from '../prompts/colleague';
import { NoteDrafter } from './note-drafter';

const NOTES = 'to Anna Berg\nX2 sample arrived, left side rattles\nneed 20 new ones by Thursday';
const GOOD =
  'Dear Anna Berg,\n\nThe X2 sample has arrived, but its left side rattles. We need 20 new ones by Thursday.\n\nBest regards';

const bench = (...says: readonly (string | Error)[]) => benchOf('qwen', ...says);

function benchOf(name: string, ...says: readonly (string | Error)[]) {
  const written: WriteRequest[] = [];
  const pieces: string[] = [];
  const model = {
    inForce: () => model,
    status: () => ({ model: name }),
    write: async (request: WriteRequest) => {
      const said = says[written.push(request) - 1] ?? '';
      if (said instanceof Error) throw said;
      request.onToken?.(said);
      return { text: said, finish: 'stop' };
    },
  };
  const prompts = new RolePrompts();
  prompts.register(...Object.values(COLLEAGUE_ROLE));
  const drafter = new NoteDrafter(model as unknown as LanguageModel, prompts);
  const listener = { signal: new AbortController().signal, onPiece: (piece: string) => void pieces.push(piece) };
  const draft = (kind: 'mail' | 'day', notes = NOTES) => drafter.draft(1, { kind, notes, tone: 'plain' }, listener);
  return { draft, written, pieces };
}

describe('a mail from notes', () => {
  it('is the model’s where nothing is wrong with it', async () => {
    const { draft, written, pieces } = bench(GOOD);
    expect(await draft('mail')).toMatchObject({ text: GOOD, by: 'model', language: 'en', attempts: [{ flaws: [] }] });
    expect(written[0]?.role.name).toBe('colleague-en');
    expect(pieces).toEqual([GOOD]);
  });

  it('is tried a second time, unseen, where something is', async () => {
    const { draft, pieces } = bench('Dear Peter,', GOOD);
    expect(await draft('mail')).toMatchObject({
      text: GOOD,
      by: 'model',
      attempts: [{ text: 'Dear Peter,' }, { flaws: [] }],
    });
    expect(pieces).toEqual(['Dear Peter,']);
  });

  it('is put together by code where both are wrong, which is said', async () => {
    const { draft, written } = bench('Dear Peter,', 'We will refund you.');
    const made = await draft('mail');
    expect(made).toMatchObject({ by: 'written', attempts: [{ flaws: expect.arrayContaining(['lost']) }, {}] });
    expect(made.text).toContain('Need 20 new ones by Thursday.');
    expect(written).toHaveLength(2);
  });

  it('is put together by code where no model answers', async () => {
    const made = await bench(new ModelUnavailableError('gone')).draft('mail');
    expect(made).toMatchObject({ by: 'written', attempts: [], asked: null });
  });

  it('is put together by code at once with the bundled model, which passes too seldom, and says how seldom', async () => {
    const { draft, written } = benchOf(BUNDLED_MODEL, GOOD);
    const made = await draft('mail');
    expect(made).toMatchObject({ by: 'written', attempts: [], asked: null, rulesOnly: { n: 20 } });
    expect(made.rulesOnly?.share).toBeLessThan(0.4);
    expect(written).toEqual([]);
  });

  it('fails where something else fails', async () => {
    await expect(bench(new Error('broken')).draft('mail')).rejects.toThrow('broken');
  });
});

it('a day is sorted without the model', async () => {
  const { draft, written } = bench();
  expect(await draft('day', '修复了登录页\n明天打电话')).toMatchObject({ by: 'written', language: 'zh', attempts: [] });
  expect(written).toEqual([]);
});
