import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChildLanguageModel } from './child-language-model';
import type { ChooseRequest, RolePrompt } from './language-model';
import {
  InputTooLongError,
  ModelUnavailableError,
  NoExitError,
  UnusableAnswerError,
  WritingInterruptedError,
} from './language-model.errors';
import type { SupervisorOptions } from './model-supervisor';

const role: RolePrompt = { name: 'label', version: 1, system: 'Judge.' };
const options = ['YES', 'NO'];

describe('the language model in a child process', () => {
  let folder: string;
  let model: ChildLanguageModel;
  let problems: string[];

  const open = (modelName = 'fake', more: Partial<SupervisorOptions> = {}) => {
    model = new ChildLanguageModel({
      entry: join(__dirname, 'testing/fake-model-process.cjs'),
      place: { modelsDir: folder, modelName, threads: 1 },
      restartDelayMs: 1,
      onProblem: (problem) => problems.push(problem),
      ...more,
    });
    return model;
  };
  const choose = (texts: string[], more: Partial<ChooseRequest> = {}) =>
    model.choose({ role, texts, options, ...more });
  const pid = async (marker: string) => (await choose([`pid ${marker}`]))[0]?.[0];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'moodline-model-'));
    problems = [];
    open();
  });
  afterEach(async () => {
    await model.close();
    rmSync(folder, { recursive: true });
  });

  it('starts with the first request and tells its state', async () => {
    expect(model.status()).toEqual({ state: 'starting', model: 'fake', pid: null, problem: null });
    expect(await choose(['good'])).toEqual([[0.75, 0.25]]);
    expect(model.status()).toEqual({ state: 'ready', model: 'fake', pid: expect.any(Number), problem: null });
  });

  it('answers in the order of the texts, and null where the model has no number', async () => {
    expect(await choose(['a', 'nothing', 'b'])).toEqual([[0.75, 0.25], null, [0.75, 0.25]]);
  });

  it('asks for a text once and remembers the answer', async () => {
    await choose(['same', 'same', 'same']);
    await choose(['same']);
    expect(await choose(['asked'])).toEqual([[2, 0.25]]);
  });

  it('does not remember a missing answer', async () => {
    await choose(['nothing']);
    await choose(['nothing']);
    expect(await choose(['asked'])).toEqual([[3, 0.25]]);
  });

  it('asks again under another version of the role', async () => {
    await choose(['same']);
    await choose(['same'], { role: { ...role, version: 2 } });
    expect(await choose(['asked'])).toEqual([[3, 0.25]]);
  });

  it('sends a request again when the child dies under it', async () => {
    const before = await pid('before');
    expect(await choose([`die-once ${join(folder, 'marker')}`, 'other'])).toEqual([
      [0.75, 0.25],
      [0.75, 0.25],
    ]);
    expect(await pid('after')).not.toBe(before);
    expect(problems).toEqual([expect.stringContaining('SIGKILL')]);
    expect(model.status()).toMatchObject({ state: 'ready', problem: null });
  });

  it('replaces a child that no longer answers', async () => {
    open('fake', { hungAfterMs: 2_000 });
    expect(await choose([`hang-once ${join(folder, 'marker')}`])).toEqual([[0.75, 0.25]]);
    expect(problems).toEqual(['it no longer answered.']);
  });

  it('gives up a request that killed three children, and serves the next', async () => {
    await expect(choose(['die'])).rejects.toThrow(ModelUnavailableError);
    expect(problems).toHaveLength(3);
    expect(await choose(['good'])).toEqual([[0.75, 0.25]]);
  });

  it('recovers from a kill from outside', async () => {
    const before = Number(await pid('before'));
    process.kill(before, 'SIGKILL');
    expect(await pid('after')).not.toBe(before);
  });

  it('turns requests away when the child cannot be started, with the reason', async () => {
    open('broken');
    await expect(choose(['good'])).rejects.toThrow('the weights are gone');
    expect(model.status()).toMatchObject({ state: 'failed', problem: 'the weights are gone' });
    await expect(choose(['good'])).rejects.toThrow(ModelUnavailableError);
  });

  it('comes back when the reason of its failure is gone', async () => {
    open('broken');
    await expect(choose(['good'])).rejects.toThrow(ModelUnavailableError);
    writeFileSync(join(folder, 'mended'), '');
    while (model.status().state !== 'ready') await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await choose(['good'])).toEqual([[0.75, 0.25]]);
  });

  it('names the reason when the script of the child is missing', async () => {
    open('fake', { entry: join(folder, 'missing.js') });
    await expect(choose(['good'])).rejects.toThrow('Cannot find module');
  });

  it('replaces a child that has grown too big, without calling it a problem', async () => {
    const before = await pid('before');
    await choose(['grow']);
    expect(await pid('after')).not.toBe(before);
    expect(problems).toEqual([]);
  });

  it('streams a text', async () => {
    const pieces: string[] = [];
    const written = await model.write({ role, input: 'go', onToken: (piece) => pieces.push(piece) });
    expect(written).toEqual({ text: 'half a sentence', finish: 'stop' });
    expect(pieces).toEqual(['half a ', 'sentence']);
  });

  it('does not begin a text anew that was already shown in part', async () => {
    const pieces: string[] = [];
    const writing = model.write({ role, input: 'die halfway', onToken: (piece) => pieces.push(piece) });
    await expect(writing).rejects.toThrow(WritingInterruptedError);
    expect(pieces).toEqual(['half a ']);
  });

  it('passes on that an input is too long', async () => {
    await expect(model.write({ role, input: 'too long' })).rejects.toThrow(InputTooLongError);
  });

  it('rejects a request the model fails on, keeps the reason for the log, and goes on', async () => {
    await expect(model.write({ role, input: 'confused' })).rejects.toThrow(UnusableAnswerError);
    expect(problems).toEqual(['as told: confused']);
    expect(await choose(['good'])).toEqual([[0.75, 0.25]]);
  });

  it('returns what was written when a text is cancelled, and tells the child', async () => {
    const abort = new AbortController();
    const written = await model.write({ role, input: 'never end', signal: abort.signal, onToken: () => abort.abort() });
    expect(written).toEqual({ text: 'half a ', finish: 'cancelled' });
    expect(await choose(['cancelled'])).toEqual([[1, 0.25]]);
  });

  it('cancels a text that was cancelled before it began', async () => {
    expect(await model.write({ role, input: 'go', signal: AbortSignal.abort() })).toEqual({
      text: '',
      finish: 'cancelled',
    });
  });

  it('rejects an aborted choice with the reason of the signal', async () => {
    await expect(choose(['good'], { signal: AbortSignal.abort(new Error('left')) })).rejects.toThrow('left');
  });

  it('cancels a text whose reader fails, and goes on', async () => {
    const onToken = () => {
      throw new Error('the reader hung up');
    };
    await expect(model.write({ role, input: 'never end', onToken })).rejects.toThrow('the reader hung up');
    expect(await choose(['cancelled'])).toEqual([[1, 0.25]]);
  });

  it('rejects what waits when it is closed, and ends the child', async () => {
    const child = Number(await pid('now'));
    const writing = model.write({ role, input: 'never end' });
    const closed = model.close();
    await expect(writing).rejects.toThrow(ModelUnavailableError);
    await closed;
    expect(() => process.kill(child, 0)).toThrow('ESRCH');
    await expect(choose(['late'])).rejects.toThrow('shutting down');
  });

  describe('with heads beside its weights', () => {
    const head = (name: string, bias: number) => ({
      name,
      options: ['yes', 'no'],
      weights: [
        [0, 1],
        [0, 0],
      ],
      bias: [bias, 0],
    });
    const heads = () => [...model.heads.values()];
    const chance = (score: number) => 1 / (1 + Math.exp(-score));

    beforeEach(() => {
      mkdirSync(join(folder, 'fake/heads'), { recursive: true });
      writeFileSync(join(folder, 'fake/heads/a.json'), JSON.stringify(head('a', 0)));
      writeFileSync(join(folder, 'fake/heads/b.json'), JSON.stringify(head('b', -1)));
    });

    it('answers several of them from one pass, and null where the model has no number', async () => {
      const classes = await model.classify({ role, heads: heads(), texts: ['x', 'nothing', 'xy'] });
      expect(classes[1]).toBeNull();
      expect(classes[0]?.map(([yes]) => yes)).toEqual([chance(1), chance(0)]);
      expect(classes[2]?.map(([yes]) => yes)).toEqual([chance(2), chance(1)]);
    });

    it('reads a text again for another head, and not for the same ones', async () => {
      const first = async () => (await model.features({ role, texts: ['x'] }))[0]?.[0];
      const before = (await first()) ?? NaN;
      await model.classify({ role, heads: heads(), texts: ['x', 'x'] });
      await model.classify({ role, heads: heads(), texts: ['x'] });
      expect(await first()).toBe(before + 2);
      await model.classify({ role, heads: heads().slice(1), texts: ['x'] });
      expect(await first()).toBe(before + 4);
    });

    it('gives readings: what it knew at each token and of the whole', async () => {
      const [first, broken, third] = await model.readings({ role, texts: ['xy', 'nothing', 'z'] });
      expect(first?.tokens.map(({ end, features }) => [end, ...features])).toEqual([
        [1, 1, 0],
        [2, 2, 0],
      ]);
      expect(first && [...first.whole]).toEqual([2, 0]);
      expect(broken).toBeNull();
      expect(third && [...third.whole]).toEqual([1, 2]);
    });

    it('gives the features themselves, each text its own', async () => {
      const features = await model.features({ role, texts: ['x', 'nothing', 'xyz'] });
      expect(features.map((row) => row && row[1])).toEqual([1, null, 3]);
    });
  });

  it('says that it has no exit where no heads lie beside its weights', async () => {
    await expect(model.classify({ role, heads: [], texts: ['x'] })).rejects.toThrow(NoExitError);
    expect(model.heads.size).toBe(0);
  });
});
