import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceKindSchema } from '@moodline/sources/contract';
import { describeKind } from './config-fields';
import { CONNECTORS } from './connectors';
import { SOURCE_ERRORS } from './source.errors';

const repository = join(__dirname, '../../../../..');
const table = readFileSync(join(repository, 'docs/sources.md'), 'utf8');
const row = (name: string) => table.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${name}\``));

describe('connectors', () => {
  it('have a kind of their own', () => {
    const kinds = CONNECTORS.map(({ description }) => description.kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    for (const kind of kinds) expect(kind).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    for (const taken of ['file', 'demo']) expect(kinds).not.toContain(taken);
  });

  it.each(CONNECTORS.map((connector) => [connector.description.kind, connector] as const))(
    '%s is described whole, in the form and in the documentation',
    (kind, connector) => {
      expect(sourceKindSchema.parse(describeKind(connector))).toMatchObject({ kind });
      expect(Object.keys(connector.description.about).sort()).toEqual(['en', 'ja', 'zh']);
      expect(
        row(kind)
          ?.split('|')
          .filter((cell) => cell.trim()),
      ).toHaveLength(5);
    },
  );

  it.each(CONNECTORS.map((connector) => [connector.description.kind, connector] as const))(
    '%s takes any cursor and goes over encrypted lines',
    (_, connector) => {
      for (const cursor of [{}, null, 'old', { since: 'x', etag: 5 }])
        expect(() => connector.cursor.parse(cursor)).not.toThrow();
      for (const address of Object.values(connector.sites ?? {})) expect(address).toMatch(/^https:\/\/[^/]+$/);
    },
  );
});

describe('the ways in which a source fails', () => {
  it.each(SOURCE_ERRORS)('%s is explained and said in both languages', (code) => {
    expect(row(code)).toContain(code);
    for (const language of ['zh', 'en'])
      expect(readFileSync(join(repository, `libs/sources/web/src/i18n/${language}.ts`), 'utf8')).toContain(
        `'${code}':`,
      );
  });
});
