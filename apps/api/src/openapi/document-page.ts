import type { OpenApi, Operation } from './document';

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid currentColor; }
h3 { margin: 1.5rem 0 0; font: 600 1rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 6px; }
code { font-family: ui-monospace, monospace; }
.method { display: inline-block; min-width: 4.5rem; text-transform: uppercase; }
nav { columns: 3; }`;

/** The description of the API as one page of HTML without scripts. */
export function documentPage({ paths, components, info }: OpenApi): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))].sort();
  const sections = tags.map((tag) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(tag));
    return `<h2 id="${text(tag)}">${text(tag)}</h2>${own.map(section).join('')}`;
  });
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) => `<h3 id="schema-${text(name)}">${text(name)}</h3>${json(schema)}`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>API of Moodline</title><style>${STYLE}</style></head>
<body><h1>API of Moodline</h1><p>${text(info['description'])}</p>
<p>For programs: <a href="/api/openapi.json">openapi.json</a></p>
<nav aria-label="Parts">${tags.map((tag) => `<a href="#${text(tag)}">${text(tag)}</a><br>`).join('')}<a href="#contracts">Contracts</a></nav>
<main>${sections.join('')}<h2 id="contracts">Contracts</h2>${schemas.join('')}</main></body></html>`;
}

function section({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const permission = operation['x-permission'];
  const parameters = operation['parameters'] as readonly unknown[];
  return [
    `<section id="${text(operation.operationId)}"><h3><span class="method">${text(method)}</span> ${text(path)}</h3>`,
    `<p>${text(operation.summary)}</p>`,
    `<p>${permission ? `Permission: <code>${text(permission)}</code>` : 'Open to everybody'}</p>`,
    parameters.length ? `<details><summary>Parameters</summary>${json(parameters)}</details>` : '',
    operation['requestBody'] ? `<details><summary>Body</summary>${json(operation['requestBody'])}</details>` : '',
    `<details><summary>Answers</summary>${json(operation['responses'])}</details></section>`,
  ].join('');
}

/** JSON for people, in which names of contracts are links. */
const json = (value: unknown): string =>
  `<pre><code>${text(JSON.stringify(value, null, 2)).replaceAll(
    /&quot;#\/components\/schemas\/(\w+)&quot;/g,
    '<a href="#schema-$1">$1</a>',
  )}</code></pre>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const text = (value: unknown): string =>
  String(value ?? '').replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
