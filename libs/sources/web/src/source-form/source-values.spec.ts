import type { ConfigField } from '@moodline/sources/contract';
import { changedSecrets, configOf, faultOf, givenSecrets, startValue } from './source-values';

const field = (part: Partial<ConfigField>): ConfigField => ({
  name: 'x',
  kind: 'text',
  label: { zh: 'x', en: 'x', ja: 'x' },
  hint: null,
  placeholder: null,
  required: false,
  fallback: null,
  min: null,
  max: null,
  options: [],
  ...part,
});
const options = [
  { value: 'a', label: { zh: 'a', en: 'a', ja: 'a' } },
  { value: 'b', label: { zh: 'b', en: 'b', ja: 'b' } },
];

describe('the values of a source form', () => {
  it('begins with the settings of the source, else with what counts when nothing is said', () => {
    expect(startValue(field({ fallback: 20, kind: 'number' }))).toBe('20');
    expect(startValue(field({ fallback: 20, kind: 'number' }), { x: 7 })).toBe('7');
    expect(startValue(field({ kind: 'list' }), { x: ['a', 'b'] })).toBe('a\nb');
    expect(startValue(field({ kind: 'switch', fallback: true }))).toBe(true);
    expect(startValue(field({ kind: 'switch', fallback: true }), { x: false })).toBe(false);
    expect(startValue(field({ kind: 'select', required: true, options }))).toBe('a');
    expect(startValue(field({ kind: 'select', options }))).toBe('');
  });

  it('sends numbers as numbers, lists without empty lines, and leaves out what is empty', () => {
    const fields = [
      field({ name: 'n', kind: 'number' }),
      field({ name: 'l', kind: 'list' }),
      field({ name: 'e' }),
      field({ name: 's', kind: 'switch' }),
      field({ name: 'key', kind: 'secret' }),
    ];
    expect(configOf(fields, { n: ' 5 ', l: 'a\n\n b \n', e: '  ', s: false, key: 'hush' })).toEqual({
      n: 5,
      l: ['a', 'b'],
      s: false,
    });
  });

  it.each([
    [field({ required: true }), ' ', { key: 'required' }],
    [field({}), '', null],
    [field({ kind: 'url' }), 'example.com', { key: 'address' }],
    [field({ kind: 'url' }), 'https://example.com', null],
    [field({ kind: 'number' }), 'many', { key: 'number' }],
    [field({ kind: 'number', min: 1, max: 9 }), '0', { key: 'min', limit: 1 }],
    [field({ kind: 'number', min: 1, max: 9 }), '10', { key: 'max', limit: 9 }],
    [field({ min: 3 }), 'ab', { key: 'short', limit: 3 }],
    [field({ max: 3 }), 'abcd', { key: 'long', limit: 3 }],
    [field({ kind: 'list', max: 2 }), 'a\nb\nc', { key: 'many', limit: 2 }],
    [field({ kind: 'secret', required: true }), '', { key: 'required' }],
  ] as const)('%#: says what is wrong', (one, value, fault) => expect(faultOf(one, value)).toEqual(fault));

  it('names only the secrets that change', () => {
    const secrets = {
      kept: { state: 'kept', value: '' },
      fresh: { state: 'given', value: ' k1 ' },
      gone: { state: 'removed', value: '' },
      blank: { state: 'given', value: '' },
    } as const;
    expect(givenSecrets(secrets)).toEqual({ fresh: 'k1' });
    expect(changedSecrets(secrets)).toEqual({ fresh: 'k1', gone: null });
  });
});
