import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEY_PERMISSIONS } from '@moodline/accounts/contract';
import { ROLE_PERMISSIONS, ROLES, type Permission } from '@moodline/shared/contract';
import type { Route } from './openapi/routes';
import { allRoutes, AskedProduct, routeName, type Answer, type Headers } from './testing/asked-product';

const TABLE = join(__dirname, 'route-access.json');
const WHO = ['nobody', 'viewer', 'analyst', 'owner', 'read-key', 'write-key'] as const;
type Who = (typeof WHO)[number];

/** What somebody may: a key of an owner for all that viewers may, or for all that keys can be for. */
const MAY: Readonly<Record<Who, readonly Permission[]>> = {
  ...ROLE_PERMISSIONS,
  nobody: [],
  'read-key': KEY_PERMISSIONS.filter((permission) => ROLE_PERMISSIONS.viewer.includes(permission)),
  'write-key': KEY_PERMISSIONS,
};

/** An id that no row has: whoever is let in is told so, and nothing is changed. */
const NO_ROW = '2147483647';

const routes = allRoutes();
/** Routes that would do what they are for even without a row: who may is asked, and they are not walked through. */
const DONE_AT_ONCE = (route: Route) => route.method !== 'get' && !route.path.includes('/:') && !route.body;
const letIn = ({ status, code }: Answer) => status !== 401 && !(status === 403 && code === 'forbidden');

/**
 * Asks every route as nobody, viewer, analyst, owner and with keys, and compares who is let in with route-access.json.
 * `ACCESS_TABLE=write` writes that table anew, for a person to read the difference.
 */
describe('who may ask what', () => {
  let product: AskedProduct;
  const signed: Record<Who, Headers> = Object.fromEntries(WHO.map((who) => [who, {}])) as Record<Who, Headers>;

  beforeAll(async () => {
    product = await AskedProduct.start();
    for (const role of ROLES) signed[role] = await product.signedIn(role);
    signed['read-key'] = await product.key('read', MAY['read-key'], signed.owner);
    signed['write-key'] = await product.key('write', MAY['write-key'], signed.owner);
  }, 60_000);
  afterAll(() => product?.stop());

  const ask = ({ method, path, body }: Route, headers: Headers) =>
    // Refused as input by whoever is let in, so that nothing happens.
    product.ask(method, path.replaceAll(/:\w+/g, NO_ROW), headers, body && [0]);

  it('is what the table says', async () => {
    const table: Record<string, string> = {};
    for (const route of routes) {
      const refused: Who[] = [];
      // Whoever is let in there ends a session or begins long work: the permission tells who that is.
      const asked = DONE_AT_ONCE(route) ? WHO.filter((who) => !may(route, who)) : WHO;
      for (const who of asked) if (!letIn(await ask(route, signed[who]))) refused.push(who);
      table[routeName(route)] = WHO.filter((who) => !refused.includes(who)).join(' ') || 'nobody at all';
    }
    // eslint-disable-next-line no-restricted-properties -- a switch of this spec, and no setting of the product
    if (process.env['ACCESS_TABLE'] === 'write') writeFileSync(TABLE, `${JSON.stringify(table, null, 2)}\n`);
    expect(table).toEqual(JSON.parse(readFileSync(TABLE, 'utf8')));
  }, 240_000);

  it('lets a key in by the one permission that a route names, and by no other', async () => {
    const wrong: string[] = [];
    for (const permission of KEY_PERMISSIONS) {
      const only = await product.key(`only ${permission}`, [permission], signed.owner);
      const others = KEY_PERMISSIONS.filter((other) => other !== permission);
      const without = await product.key(`without ${permission}`, others, signed.owner);
      for (const route of routes.filter((one) => one.permission === permission)) {
        if (letIn(await ask(route, without))) wrong.push(`${routeName(route)} without ${permission}`);
        if (!DONE_AT_ONCE(route) && !letIn(await ask(route, only)))
          wrong.push(`${routeName(route)} with ${permission}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 240_000);
});

const may = ({ permission, isPublic }: Route, who: Who) =>
  isPublic || (permission !== undefined && MAY[who].includes(permission));
