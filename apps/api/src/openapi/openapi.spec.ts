import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSettings } from '@moodline/shared/config';
import { format, resolveConfig } from 'prettier';
import { AppModule } from '../app.module';
import { contractNames } from './contract-names';
import { readDescriptions } from './descriptions';
import { openApi } from './document';
import { routesOf } from './routes';

const ROOT = join(__dirname, '../../../..');
const FILE = join(__dirname, '../../openapi.json');

describe('the description of the API', () => {
  const routes = routesOf(AppModule.forRoot(loadSettings(), 'postgresql://unused', '/dev/null'));
  const document = openApi(routes, contractNames(), readDescriptions(ROOT));
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

  it('knows what every route answers', () => {
    expect(routes.filter(({ answer }) => !answer).map(({ name }) => name)).toEqual([]);
  });

  it('has every route once, with a name of its own', () => {
    expect(operations).toHaveLength(routes.length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(routes.length);
  });

  it('refers to nothing that is not there', () => {
    const text = JSON.stringify(document);
    const wanted = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => String(match[1]));
    expect(wanted.length).toBeGreaterThan(100);
    expect([...new Set(wanted)].filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  it('gives the contract of a body as clients send it and of an answer as the server gives it', () => {
    expect(document.paths['/api/sources']?.['post']).toMatchObject({
      'x-permission': 'sources.write',
      requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/CreateSourceInput' } } } },
      responses: { 201: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Source' } } } } },
    });
    expect(document.components.schemas['Comment']).toMatchObject({
      description: expect.stringContaining('A comment as people see it'),
      properties: { label: { anyOf: [{ $ref: '#/components/schemas/Label' }, { type: 'null' }] } },
    });
  });

  // `npm run openapi` writes the file anew.
  it('is what apps/api/openapi.json says', async () => {
    const text = await format(JSON.stringify(document), { ...(await resolveConfig(FILE)), filepath: FILE });
    const { snapshotState } = expect.getState() as unknown as { snapshotState: { _updateSnapshot: string } };
    if (snapshotState._updateSnapshot === 'all') writeFileSync(FILE, text);
    expect(readFileSync(FILE, 'utf8')).toBe(text);
  });
});
