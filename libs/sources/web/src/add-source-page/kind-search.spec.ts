import type { SourceKind } from '@moodline/sources/contract';
import { kindsFor, needsKey } from './kind-search';

const kind = (name: string, en: string, zh: string, required: boolean | null): SourceKind => ({
  kind: name,
  title: { en, zh },
  about: { en: `Reads ${en}.`, zh: `读取${zh}。` },
  terms: { en: '-', zh: '-' },
  docs: null,
  backfill: false,
  schedule: 'hourly',
  fields:
    required === null
      ? []
      : [
          {
            name: 'key',
            kind: 'secret',
            label: { en: 'Key', zh: '密钥' },
            hint: null,
            placeholder: null,
            required,
            fallback: null,
            min: null,
            max: null,
            options: [],
          },
        ],
});
const kinds = [
  kind('feed', 'Feed', '订阅源', null),
  kind('youtube', 'YouTube', 'YouTube', true),
  kind('discourse', 'Discourse forum', 'Discourse 论坛', false),
];
const found = (search: string) => kindsFor(kinds, search).map((one) => one.kind);

describe('looking for a kind of source', () => {
  it('finds words in either language, whatever their case and width', () => {
    expect(found('')).toHaveLength(3);
    expect(found('ＹＯＵ')).toEqual(['youtube']);
    expect(found('论坛 disc')).toEqual(['discourse']);
    expect(found('fax')).toEqual([]);
  });

  it('knows which need a key: a key that is optional is not needed', () =>
    expect(kinds.map(needsKey)).toEqual([false, true, false]));
});
