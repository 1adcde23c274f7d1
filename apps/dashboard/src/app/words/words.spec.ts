import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordKeys, wordShapes } from '@moodline/shared/i18n';
import { en } from './en';
import { ja } from './ja';
import { zh } from './zh';

const root = join(__dirname, '../../../../..');

function templates(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!spec)\.(ts|html)$/.test(file) && !file.includes('node_modules'))
    .map((file) => join(folder, file));
}

/** Keys that stand whole in a template: `'comments.title' | transloco`. */
function usedKeys(text: string): string[] {
  return [...text.matchAll(/'([a-zA-Z]+(?:\.[\w-]+)+)' \| transloco/g)].map(([, key]) => key as string);
}

describe('words', () => {
  it('have the keys and placeholders of the English ones in Chinese and Japanese', () => {
    expect(wordShapes(zh)).toEqual(wordShapes(en));
    expect(wordShapes(ja)).toEqual(wordShapes(en));
  });

  it('are there for every key that a template asks for', () => {
    const known = new Set(wordKeys(en));
    const folders = [
      'apps/dashboard/src',
      ...[
        'accounts',
        'alerts',
        'assistants',
        'chat',
        'comments',
        'language-model',
        'notify',
        'reports',
        'sentiment',
        'sources',
        'trends',
      ].map((domain) => `libs/${domain}/web/src`),
      'libs/shared/ui/src',
    ];
    const used = folders
      .flatMap(templates)
      .flatMap((file) => usedKeys(readFileSync(join(root, file), 'utf8')).map((key) => ({ file, key })));
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter(({ key }) => !known.has(key))).toEqual([]);
  });
});
