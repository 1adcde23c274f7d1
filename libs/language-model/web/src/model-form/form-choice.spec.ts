import { server } from '../testing/model-fixtures';
import { choiceOf, EMPTY_FORM, formOf, typedHost } from './form-choice';

describe('the form of a choice', () => {
  it('gives back what it was made of', () => {
    expect(choiceOf(formOf(server), false)).toEqual({ choice: server.choice });
    const hub = { kind: 'hub', modelId: 'acme/tiny', dtype: 'q8', mirror: 'https://hf-mirror.com' } as const;
    expect(choiceOf(formOf({ choice: hub, hasKey: false, leavesTo: null }), false)).toEqual({ choice: hub });
  });

  it('leaves a stored key alone, replaces it, or removes it', () => {
    expect(choiceOf(formOf(server), false)).not.toHaveProperty('choice.key');
    expect(choiceOf({ ...formOf(server), key: 'sk-new' }, false)).toHaveProperty('choice.key', 'sk-new');
    expect(choiceOf(formOf(server), true)).toHaveProperty('choice.key', null);
  });

  it('takes an empty address of the hub for the public one', () => {
    expect(choiceOf({ ...EMPTY_FORM, kind: 'hub', modelId: ' acme/tiny ' }, false)).toEqual({
      choice: { kind: 'hub', modelId: 'acme/tiny', dtype: 'q4', mirror: null },
    });
  });

  it('names the fields that cannot be right', () => {
    expect(choiceOf({ ...EMPTY_FORM, kind: 'server', baseUrl: 'localhost', concurrency: 0 }, false)).toEqual({
      wrong: ['baseUrl', 'model', 'concurrency'],
    });
    expect(choiceOf({ ...EMPTY_FORM, kind: 'hub', modelId: 'tiny' }, false)).toEqual({ wrong: ['modelId'] });
  });

  it.each([
    ['http://localhost:11434/v1', null],
    ['http://127.0.0.1:8000/v1', null],
    ['http://[::1]:8000/v1', null],
    ['http://192.168.1.4:8000/v1', '192.168.1.4:8000'],
    ['https://models.example.com/v1', 'models.example.com'],
    ['https://localhost.example.com/v1', 'localhost.example.com'],
    ['mod', null],
  ])('tells whether %s is another machine', (url, host) => expect(typedHost(url)).toBe(host));
});
