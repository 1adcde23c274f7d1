import type { SourceKind } from '@moodline/sources/contract';
import { inOrder, kindsFor, needsKey } from './kind-search';
import { exportsFor } from './known-exports';

const kind = (name: string, en: string, zh: string, required: boolean | null): SourceKind => ({
  kind: name,
  title: { en, zh, ja: en },
  about: { en: `Reads ${en}.`, zh: `读取${zh}。`, ja: `${en}を読む` },
  terms: { en: '-', zh: '-', ja: '-' },
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
            label: { en: 'Key', zh: '密钥', ja: 'Key' },
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

  it('shows Chinese readers first what they know, and keeps the order otherwise', () => {
    const all = [...kinds, kind('weibo', 'Weibo', '微博', true)];
    expect(inOrder(all, 'zh').map((one) => one.kind)).toEqual(['weibo', 'feed', 'youtube', 'discourse']);
    expect(inOrder(all, 'en')).toEqual(all);
  });

  it.each([
    '小红书',
    'xhs',
    'Google Play',
    'twitter',
    'Instagram',
    'tiktok',
    '亚马逊',
    'AMAZON',
    '推特',
    'WhatsApp',
    'disqus',
    'zendesk',
    '大众点评',
    'Yelp',
  ])('leads from a site that is only known by its exports to the import: %s', (search) =>
    expect(exportsFor(search, 'en')).toHaveLength(1),
  );

  it('offers exports of the sites of a language first', () =>
    expect([exportsFor('', 'zh')[0]?.name.zh, exportsFor('', 'en')[0]?.name.en]).toEqual(['小红书', 'Google Play']));

  it('knows which need a key: a key that is optional is not needed', () =>
    expect(kinds.map(needsKey)).toEqual([false, true, false]));
});
