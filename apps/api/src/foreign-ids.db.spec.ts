import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Route } from './openapi/routes';
import { allRoutes, AskedProduct, routeName, type Answer, type Headers } from './testing/asked-product';
import { FOREIGN_ID, FOREIGN_TEXT, FOREIGN_WORDS, ForeignWorkspace } from './testing/foreign-workspace';
import { rowFields, sampleOf } from './testing/sample-of';

const TABLE = join(__dirname, 'foreign-ids.json');

/** A role that was not removed is not brought back, nor has it the version that is asked for; a version of a tag is one that has been learned, downloads are no rows: nothing is there to be found. */
const NOT_IN_A_TABLE: readonly string[] = [
  'PUT /api/tags/:id/use',
  'POST /api/roles/:name/restore',
  'POST /api/roles/:name/try',
  'DELETE /api/models/downloads/:id',
];

const RULES = { any: { words: ['phone'] }, sources: [FOREIGN_ID] };
/** Bodies that cannot be made from their contract, because what it asks for stands in no schema. */
const BODIES: Readonly<Record<string, unknown>> = {
  'PUT /api/models/settings': { label: { kind: 'bundled' } },
  'PUT /api/tags/:id/comments': { ids: [FOREIGN_ID], tagged: true },
  'PUT /api/tags/:id/use': { version: FOREIGN_ID, toNew: true, toStored: false, threshold: 0.9 },
  'POST /api/models/downloads': { modelId: 'nobody/nothing', dtype: 'q4' },
  'POST /api/monitors/preview': { rules: RULES },
  'POST /api/monitors': { name: 'UX', rules: RULES },
  'POST /api/reports/:id/pins': { kind: 'chart', filters: [{ monitor: FOREIGN_ID }] },
  'POST /api/roles/:name/try': { text: 'x', version: FOREIGN_ID },
  'POST /api/roles': { title: 'UX', language: 'en', task: 'write', system: 'Write.' },
  'POST /api/views': { name: 'UX', path: '/themes' },
};

/** Reading first and removing last, so that the owner of the rows finds them. */
const ORDER = ['get', 'put', 'patch', 'post', 'delete'];
const routes = allRoutes().sort((a, b) => ORDER.indexOf(a.method) - ORDER.indexOf(b.method));
const withId = routes.filter(({ params, isPublic }) => Object.keys(params).length > 0 && !isPublic);

/**
 * A second workspace has a row in every table. Whoever owns the first one asks every route for it: by its numbers in the path, in the
 * query and in the body. `ACCESS_TABLE=write` writes foreign-ids.json anew, for a person to read the difference.
 */
describe('what another workspace has', () => {
  let product: AskedProduct;
  let foreign: ForeignWorkspace;
  let owner: Headers;
  let before: Record<string, string>;

  beforeAll(async () => {
    product = await AskedProduct.start();
    owner = await product.signedIn('owner');
    foreign = await ForeignWorkspace.make(product.test.administratorUrl);
    before = await foreign.sums();
  }, 60_000);
  afterAll(async () => {
    await foreign?.close();
    await product?.stop();
  });

  const bodyOf = (route: Route) => route.body && (BODIES[routeName(route)] ?? sampleOf(route.body));
  const ask = (route: Route, who: Headers, query = neededQuery(route)) =>
    product.ask(route.method, `${pathOf(route)}${query}`, who, bodyOf(route));

  it('has a row in every table', () => {
    expect(Object.keys(before).length).toBeGreaterThan(55);
    expect(Object.entries(before).filter(([, sum]) => !sum.startsWith('1 '))).toEqual([]);
  });

  it('can be asked for with a body that each route takes', () => {
    const refused = routes.flatMap((route) => {
      const parsed = route.body?.safeParse(bodyOf(route));
      return parsed?.success === false ? [`${routeName(route)}: ${z.prettifyError(parsed.error)}`] : [];
    });
    expect(refused).toEqual([]);
  });

  it('shows in no list, whatever number is asked for in the query or in the body', async () => {
    const shown: string[] = [];
    for (const route of routes.filter(({ isPublic }) => !isPublic)) {
      const queries = route.query ? queriesOf(route.query) : [];
      const byBody = route.method !== 'get' && route.body && rowFields(route.body).length > 0;
      const asked = [...(route.method === 'get' ? [neededQuery(route), ...queries] : []), ...(byBody ? [''] : [])];
      for (const query of asked) {
        const { status, text } = await ask(route, owner, query);
        // What was asked for by its name is named in the answer.
        const mark = query.includes(FOREIGN_TEXT) ? FOREIGN_WORDS : /foreign-(?:mark|words)/;
        if (status >= 500 || (status < 300 && text.search(mark) >= 0))
          shown.push(`${routeName(route)}${query}: ${status} ${text.slice(0, 200)}`);
      }
    }
    expect(shown).toEqual([]);
  }, 240_000);

  it('is not there for anybody else, by whatever number in the path', async () => {
    const table: Record<string, string> = {};
    for (const route of withId) table[routeName(route)] = said(await ask(route, owner));
    // eslint-disable-next-line no-restricted-properties -- a switch of this spec, and no setting of the product
    if (process.env['ACCESS_TABLE'] === 'write') writeFileSync(TABLE, `${JSON.stringify(table, null, 2)}\n`);
    expect(table).toEqual(JSON.parse(readFileSync(TABLE, 'utf8')));
  }, 240_000);

  it('is as it was', async () => {
    expect(await foreign.sums()).toEqual(before);
  });

  // Without this, rows that nobody can read would pass for rows that are kept apart.
  it('is there for its own owner', async () => {
    const missing: string[] = [];
    // Some end the session by which they are asked.
    for (const route of withId)
      if ([401, 404].includes((await ask(route, product.cookie(await foreign.signIn()))).status))
        missing.push(routeName(route));
    expect(missing).toEqual(NOT_IN_A_TABLE);
  }, 240_000);
});

/** The path with the number, or the name, of a row of the other workspace. */
function pathOf({ path, params }: Route): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const schema = params[name];
    const ids = name === 'name' ? [FOREIGN_TEXT] : [String(FOREIGN_ID), FOREIGN_TEXT];
    const fits = ids.find((value) => schema?.safeParse(value).success);
    return encodeURIComponent(fits ?? String(schema ? sampleOf(schema) : FOREIGN_ID));
  });
}

/** One query for each field that names a row. */
function queriesOf(schema: z.ZodType): string[] {
  const needed = sampleOf(schema);
  return rowFields(schema).flatMap((field) => {
    const value = [String(FOREIGN_ID), FOREIGN_TEXT].find(
      (one) => schema.safeParse({ ...(needed as object), [field]: one }).success,
    );
    return value === undefined ? [] : [asQuery({ ...(needed as Record<string, string>), [field]: value })];
  });
}

/** What a query cannot do without. */
function neededQuery({ query }: Route): string {
  if (!query || query.safeParse({}).success) return '';
  return asQuery(sampleOf(query) as Record<string, string>);
}

const asQuery = (fields: Record<string, string>) => `?${new URLSearchParams(fields).toString()}`;

const said = ({ status, code, text }: Answer) =>
  `${status}${code && ` ${code}`}${status < 300 && text.includes(FOREIGN_TEXT) ? ' WITH ITS TEXT' : ''}`;
