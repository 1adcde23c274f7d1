import type { RolePrompt } from './language-model';
import { RolePrompts, type RoleSeed } from './role-prompts';

const words = { en: 'x', zh: 'x' };
const seed: RoleSeed = {
  name: 'greeter',
  version: 1,
  system: 'Greet.',
  about: { title: words, purpose: words, answer: words, language: null, task: 'write', sample: 'hi' },
};
const changed: RolePrompt = { name: 'greeter', version: 2, system: 'Greet warmly.' };

describe('RolePrompts', () => {
  afterEach(() => jest.restoreAllMocks());

  it('uses the seed while nobody keeps another version', async () => {
    const prompts = new RolePrompts();
    expect(await prompts.active(1, seed)).toEqual({ name: 'greeter', version: 1, system: 'Greet.' });
    prompts.keepIn(async () => null);
    expect(await prompts.active(1, seed)).toMatchObject({ version: 1 });
  });

  it('asks the store once in a few seconds, and follows what another process changed after that', async () => {
    const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
    const store = jest.fn(async (): Promise<RolePrompt | null> => null);
    const prompts = new RolePrompts();
    prompts.keepIn(store);
    await prompts.active(1, seed);
    store.mockResolvedValue(changed);
    clock.mockReturnValue(2_000);
    expect(await prompts.active(1, seed)).toMatchObject({ version: 1 });
    expect(store).toHaveBeenCalledTimes(1);
    clock.mockReturnValue(5_000);
    expect(await prompts.active(1, seed)).toEqual(changed);
  });

  it('keeps workspaces apart and follows a change made here at once', async () => {
    const kept = new Map<number, RolePrompt>();
    const prompts = new RolePrompts();
    prompts.keepIn(async (workspaceId) => kept.get(workspaceId) ?? null);
    await prompts.active(1, seed);
    await prompts.active(2, seed);
    kept.set(1, changed);
    prompts.forget(1, 'greeter');
    expect((await prompts.active(1, seed)).version).toBe(2);
    expect((await prompts.active(2, seed)).version).toBe(1);
  });

  it('does not remember a failed look-up', async () => {
    const store = jest
      .fn<Promise<RolePrompt | null>, []>()
      .mockRejectedValueOnce(new Error('no database'))
      .mockResolvedValue(changed);
    const prompts = new RolePrompts();
    prompts.keepIn(store);
    await expect(prompts.active(1, seed)).rejects.toThrow('no database');
    expect((await prompts.active(1, seed)).version).toBe(2);
  });

  it('lists each role once, by name', () => {
    const prompts = new RolePrompts();
    prompts.register(seed, { ...seed, name: 'asks' });
    prompts.register(seed);
    expect(prompts.all().map(({ name }) => name)).toEqual(['asks', 'greeter']);
    expect(prompts.seed('nobody')).toBeUndefined();
  });

  it('knows the roles that a workspace made itself, in that workspace only', async () => {
    const prompts = new RolePrompts();
    prompts.register(seed);
    const own: RoleSeed = { ...seed, name: 'own-sorter' };
    prompts.ownIn({
      all: async (workspaceId) => (workspaceId === 1 ? [own] : []),
      one: async (workspaceId, name) => (workspaceId === 1 && name === own.name ? own : null),
    });
    expect((await prompts.allIn(1)).map(({ name }) => name)).toEqual(['greeter', 'own-sorter']);
    expect((await prompts.allIn(2)).map(({ name }) => name)).toEqual(['greeter']);
    expect(await prompts.seedIn(1, 'own-sorter')).toBe(own);
    expect(await prompts.seedIn(2, 'own-sorter')).toBeNull();
    expect(await prompts.seedIn(2, 'greeter')).toBe(seed);
  });
});
