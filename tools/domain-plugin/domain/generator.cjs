// Makes libs/<domain>/{contract,api,web}. Every project has the same four files, so that a
// newcomer who has seen one domain knows them all. Import rules come from the tags alone.
const { names } = require('@nx/devkit');

const KINDS = ['contract', 'api', 'web', 'ui'];

/** The files of one project, keyed by path. Also used by the spec, therefore without the Nx tree. */
function projectFiles(domain, kind) {
  const root = `libs/${domain}/${kind}`;
  const platform = kind === 'web' || kind === 'ui' ? 'web' : 'node';
  const files = {
    [`${root}/project.json`]: JSON.stringify(
      {
        name: `${domain}-${kind}`,
        $schema: '../../../node_modules/nx/schemas/project-schema.json',
        sourceRoot: `${root}/src`,
        projectType: 'library',
        tags: [`domain:${domain}`, `type:${kind}`],
      },
      null,
      2,
    ),
    [`${root}/tsconfig.json`]: `{ "extends": "../../../tsconfig.${platform}.json", "include": ["src"] }\n`,
    [`${root}/jest.config.cjs`]: `module.exports = require('../../../jest.${platform}.cjs')(__dirname);\n`,
    [`${root}/src/index.ts`]: stub(domain, kind),
  };
  if (kind === 'api') files[`${root}/src/${domain}.module.ts`] = moduleSource(domain);
  if (kind === 'web') files[`${root}/src/${domain}.routes.ts`] = routesSource(domain);
  return files;
}

function stub(domain, kind) {
  if (kind === 'api') return `export * from './${domain}.module';\n`;
  if (kind === 'web') return `export * from './${domain}.routes';\n`;
  return 'export {};\n';
}

function moduleSource(domain) {
  return `import { Module } from '@nestjs/common';\n\n/** Wires the ${domain} domain. */\n@Module({})\nexport class ${names(domain).className}Module {}\n`;
}

function routesSource(domain) {
  return `import type { Routes } from '@angular/router';\n\n/** Pages of the ${domain} domain. */\nexport const ${names(domain).propertyName}Routes: Routes = [];\n`;
}

async function domainGenerator(tree, options) {
  const kinds = options.kinds.split(',').map((kind) => kind.trim());
  for (const kind of kinds) {
    if (!KINDS.includes(kind)) throw new Error(`Unknown kind "${kind}". Use one of: ${KINDS.join(', ')}.`);
    if (tree.exists(`libs/${options.name}/${kind}/project.json`))
      throw new Error(`libs/${options.name}/${kind} exists already.`);
    for (const [path, text] of Object.entries(projectFiles(options.name, kind))) tree.write(path, text);
  }
}

module.exports = { default: domainGenerator, projectFiles };
