import { RolePrompts, type ChooseRequest, type LanguageModel, type RoleSeed } from '@moodline/language-model/api';
import { roleRunSchema } from '@moodline/sentiment/contract';
import type { RoleRepository } from './role.repository';
import { RoleRunner } from './role-runner';

const words = { en: '', zh: '' };
const about = { title: words, purpose: words, answer: words, language: 'en', sample: '' } as const;
const WRITER: RoleSeed = { name: 'writer', version: 2, system: 'Write.', about: { ...about, task: 'write' } };
const CHOOSER: RoleSeed = {
  ...{ name: 'chooser', version: 1, system: 'Choose.' },
  about: { ...about, task: 'choose', options: ['A', 'B'] },
};
const never = new AbortController().signal;

function runner(chances: (request: ChooseRequest) => (readonly number[] | null)[]) {
  const asked: ChooseRequest[] = [];
  const model = {
    inForce: () => model,
    status: () => ({ model: 'qwen' }),
    choose: async (request: ChooseRequest) => {
      asked.push(request);
      return chances(request);
    },
    write: async ({ input, role }: { input: string; role: { version: number } }) => ({
      text: ` ${input} by ${role.version}\n`,
      finish: 'stop',
    }),
  };
  const prompts = new RolePrompts();
  prompts.register(WRITER, CHOOSER);
  const roles = {
    version: async (_: number, seed: RoleSeed, version: number) => (version < 9 ? { ...seed, version } : null),
  };
  const made = new RoleRunner(model as unknown as LanguageModel, prompts, roles as unknown as RoleRepository);
  return { asked, run: (name: string, body: object) => made.run(1, name, roleRunSchema.parse(body), never) };
}

describe('running a role', () => {
  it('writes for each text, by the version in force or another', async () => {
    const { run } = runner(() => []);
    expect(await run('writer', { texts: ['a', 'b'] })).toMatchObject({
      ...{ role: 'writer', version: 2, model: 'qwen' },
      answers: [
        { text: 'a by 2', finish: 'stop' },
        { text: 'b by 2', finish: 'stop' },
      ],
    });
    expect((await run('writer', { texts: ['a'], version: 5 })).answers).toEqual([{ text: 'a by 5', finish: 'stop' }]);
    await expect(run('writer', { texts: ['a'], version: 9 })).rejects.toMatchObject({ code: 'not-found' });
    await expect(run('nobody', { texts: ['a'] })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('chooses among given choices, and among its own', async () => {
    const { run, asked } = runner(({ texts }) => texts.map((text) => (text === 'odd' ? null : [0.2, 0.8])));
    const { answers } = await run('writer', { texts: ['x', 'odd'], choices: ['refund', 'delivery'] });
    expect(answers).toEqual([
      { choice: 'delivery', probability: 0.8 },
      { choice: null, probability: null },
    ]);
    await run('chooser', { texts: ['x'] });
    expect(asked.map(({ options }) => options)).toEqual([
      ['refund', 'delivery'],
      ['A', 'B'],
    ]);
  });

  it('fills a schema, a property a question', async () => {
    const { run, asked } = runner(({ texts, options }) =>
      texts.map(() => options.map((_, index) => (index ? 0.1 : 0.9))),
    );
    const schema = {
      type: 'object',
      properties: { topic: { enum: ['price', 'quality'] }, urgent: { type: 'boolean', description: 'Is it urgent?' } },
    };
    const { answers } = await run('chooser', { texts: ['too dear'], schema });
    expect(answers).toEqual([{ object: { topic: 'price', urgent: true }, probabilities: { topic: 0.9, urgent: 0.9 } }]);
    expect(asked[1]?.texts).toEqual(['too dear\n\nIs it urgent? (yes / no)']);
  });

  it.each([
    [{ texts: [] }],
    [{ texts: Array.from({ length: 21 }, () => 'x') }],
    [{ texts: ['x'], choices: ['one'] }],
    [{ texts: ['x'], choices: ['a', 'b'], schema: { type: 'object', properties: { a: { type: 'boolean' } } } }],
    [{ texts: ['x'], schema: { type: 'object', properties: {} } }],
    [{ texts: ['x'], schema: { type: 'object', properties: { a: { type: 'number' } } } }],
  ])('refuses %j', (body) => expect(roleRunSchema.safeParse(body).success).toBe(false));
});
