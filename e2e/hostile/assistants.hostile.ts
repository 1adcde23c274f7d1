import { describe, expect, it } from '@jest/globals';
import { expectRefused, nothingChanges, type Refusal } from './expect-refused';
import { Target, type Seen } from './target';

const target = new Target();
const post = (path: string, body: unknown) => target.json('POST', path, body);
const put = (path: string, body: unknown) => target.json('PUT', path, body);
const run = (body: object, name = 'sentiment') => post(`/api/roles/${name}/run`, { texts: ['x'], ...body });
const schema = (properties: object, more: object = {}) => run({ schema: { type: 'object', properties, ...more } });
const many = (count: number) => Array.from({ length: count }, (_, n) => `word ${n}`);
const NOBODY = 2_000_000_000;

const cases: readonly (readonly [string, () => Promise<Seen>, Refusal])[] = [
  // A role that answers programs
  ['a role that is a path', () => run({}, '..%2f..%2fetc'), [404, 'not-found', /no role/]],
  ['a role that is a prototype', () => run({}, '__proto__'), [404, 'not-found', /no role/]],
  ['a role that is not there', () => run({}, 'nobody'), [404, 'not-found', /./]],
  ['a version that is not there', () => run({ version: NOBODY }), [404, 'not-found', /./]],
  ['texts without end', () => run({ texts: many(10_000) }), [400, 'invalid-input', /texts/]],
  ['one text of 500,000 signs', () => run({ texts: ['x'.repeat(500_000)] }), [400, 'invalid-input', /texts/]],
  ['a schema that asks for nothing', () => schema({}), [400, 'invalid-input', /one to ten/i]],
  [
    'a schema of a thousand properties',
    () => schema(Object.fromEntries(many(1000).map((_, n) => [`p${n}`, { type: 'boolean' }]))),
    [400, 'invalid-input', /one to ten/i],
  ],
  ['a schema that fetches another', () => schema({ a: { $ref: 'file:///etc/passwd' } }), [400, 'invalid-input', /a/]],
  ['a schema within a schema', () => schema({ a: { type: 'object', properties: {} } }), [400, 'invalid-input', /a/]],
  [
    'a pattern that takes for ever',
    () => schema({ a: { type: 'string', pattern: '^(a+)+$' } }),
    [400, 'invalid-input', /a/],
  ],
  ['a choice among 100,000', () => schema({ a: { enum: many(100_000) } }), [413, 'too-large', /too large/]],
  ['a choice among nothing', () => schema({ a: { enum: [] } }), [400, 'invalid-input', /a/]],
  ['a property that is markup', () => schema({ '<script>': { type: 'boolean' } }), [400, 'invalid-input', /./]],
  [
    'choices beside a schema',
    () => run({ choices: ['a', 'b'], schema: { type: 'object', properties: { a: { type: 'boolean' } } } }),
    [400, 'invalid-input', /either/i],
  ],
  // Documents
  ['a question without words', () => post('/api/documents/ask', { question: '   ' }), [400, 'invalid-input', /./]],
  [
    'a question of 100,000 signs',
    () => post('/api/documents/ask', { question: 'x'.repeat(100_000) }),
    [400, 'invalid-input', /question/],
  ],
  ['the passages of nobody', () => target.ask(`/api/documents/${NOBODY}/passages`), [404, 'not-found', /./]],
  [
    'passages from beyond all',
    () => target.ask('/api/documents/1/passages?from=1e99&limit=1e99'),
    [400, 'invalid-input', /from/],
  ],
  ['keeping what was never there', () => post(`/api/documents/${NOBODY}/keep`, {}), [404, 'not-found', /./]],
  // Essays
  [
    'an essay of a million signs',
    () => post('/api/essays/read', { text: 'x'.repeat(900_000) }),
    [400, 'invalid-input', /text/],
  ],
  ['an essay without words', () => post('/api/essays/read', { text: ' \n ' }), [400, 'invalid-input', /text/]],
  [
    'an essay in a thousand versions',
    () => post('/api/essays', { title: 'x', versions: many(1000) }),
    [400, 'invalid-input', /versions/],
  ],
  ['an essay without versions', () => post('/api/essays', { title: 'x', versions: [] }), [400, 'invalid-input', /./]],
  ['the essay of nobody', () => target.ask(`/api/essays/${NOBODY}`), [404, 'not-found', /./]],
  [
    'a version of the essay of nobody',
    () => post(`/api/essays/${NOBODY}/versions`, { text: 'x' }),
    [404, 'not-found', /./],
  ],
  // Translation
  [
    'the translation of nobody',
    () => post(`/api/comments/${NOBODY}/translation`, { into: 'en' }),
    [404, 'not-found', /./],
  ],
  [
    'a translation into Klingon',
    () => post('/api/comments/1/translation', { into: 'tlh' }),
    [400, 'invalid-input', /into/],
  ],
  // Triage
  ['a draft for nobody', () => post(`/api/triage/${NOBODY}/draft`, {}), [404, 'not-found', /./]],
  [
    'a draft in a tone of one’s own',
    () => post('/api/triage/1/draft', { tone: 'evil' }),
    [400, 'invalid-input', /tone/],
  ],
  ['a draft with an id of SQL', () => post('/api/triage/1;DROP/draft', {}), [400, 'invalid-input', /id/]],
  [
    'an answer of nobody’s comment',
    () => put(`/api/triage/${NOBODY}/answer`, { text: 'x', from: 'person', answered: true }),
    [404, 'not-found', /./],
  ],
  [
    'a snippet of nobody',
    () => put(`/api/triage/snippets/${NOBODY}`, { title: 'x', language: 'en', words: ['x'], text: 'x' }),
    [404, 'not-found', /./],
  ],
];

describe('what somebody hostile asks the assistants', () => {
  it.each(cases)('%s is refused with words, and nothing changes', async (_, send, refusal) => {
    const kept = async () =>
      Promise.all(
        ['/api/documents', '/api/essays', '/api/roles', '/api/triage/snippets'].map((path) => target.ask(path)),
      );
    const before = (await kept()).map(({ body }) => body);
    await nothingChanges(target, async () => expectRefused(await send(), refusal));
    expect((await kept()).map(({ body }) => body)).toEqual(before);
  });

  it('a question to a document of nobody quotes nothing', () =>
    nothingChanges(target, async () => {
      const { status, body } = await post('/api/documents/ask', { question: 'Which password?', document: NOBODY });
      expect({ status, ...(JSON.parse(body) as object) }).toMatchObject({ status: 'empty', quotes: [], closest: [] });
    }));
});
