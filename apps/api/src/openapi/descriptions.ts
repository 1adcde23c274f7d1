import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import type { Descriptions } from './document';

/** Reads docstrings out of the sources of controllers and contracts. For the spec that keeps the document true, not for the server. */
export function readDescriptions(root: string): Descriptions {
  const files = (pattern: string) => globSync(pattern, { cwd: root }).map((file) => join(root, file));
  const handlers = files('{libs,apps}/**/src/**/*.controller.ts').flatMap((file) => methods(parse(file)));
  const schemas = files('libs/*/contract/src/**/*.ts').flatMap((file) => constants(parse(file)));
  return { handlers: Object.fromEntries(handlers), schemas: Object.fromEntries(schemas) };
}

const parse = (file: string) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);

function methods(source: ts.SourceFile): [string, string][] {
  return source.statements.filter(ts.isClassDeclaration).flatMap((node) =>
    node.members.filter(ts.isMethodDeclaration).flatMap((method): [string, string][] => {
      const text = docstring(method);
      return text ? [[`${node.name?.text ?? ''}.${method.name.getText()}`, text]] : [];
    }),
  );
}

function constants(source: ts.SourceFile): [string, string][] {
  return source.statements.filter(ts.isVariableStatement).flatMap((statement): [string, string][] => {
    const name = statement.declarationList.declarations[0]?.name.getText() ?? '';
    const text = docstring(statement);
    if (!text || !name.endsWith('Schema')) return [];
    return [[name.charAt(0).toUpperCase() + name.slice(1, -'Schema'.length), text]];
  });
}

function docstring(node: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = ts.getTextOfJSDocComment(doc?.comment) ?? '';
  return text
    .replaceAll(/\{@link (\w+)\}/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
