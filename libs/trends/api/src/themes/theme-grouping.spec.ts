import { searchForm } from '@moodline/comments/api';
import type { Label } from '@moodline/comments/contract';
import type { Language } from '@moodline/shared/contract';
import { mostRepresentative } from './representative';
import type { SampledComment } from './sampled-comment';
import { claimsOf } from './theme-claims';
import { listedThemes, type KnownTheme } from './theme-candidates';
import { groupThemes, overlap, sameTheme } from './theme-grouping';

let id = 0;
const says = (text: string, label: Label = 'negative', more: Partial<SampledComment> = {}): SampledComment => {
  const language: Language = /[\u3040-\u30ff]/.test(text) ? 'ja' : /[\u4e00-\u9fff]/.test(text) ? 'zh' : 'en';
  id += 1;
  return { id, text, form: searchForm(text), label, language, engagement: 0, sourceId: 1, group: id, ...more };
};
const many = (count: number, text: (index: number) => string, label: Label = 'negative') =>
  Array.from({ length: count }, (_, index) => says(text(index), label));

const CALM = many(40, (index) => `lovely walk number ${index}`, 'positive');

describe('groupThemes', () => {
  it('puts what is said in three languages about one thing into one theme', () => {
    const now = [
      ...many(5, (index) => `the battery is empty after ${index} songs`),
      ...many(5, (index) => `续航只有${index}分钟`),
      ...many(5, (index) => `バッテリーが${index}時間で切れる`),
      ...CALM,
    ];
    const [first] = groupThemes(now, [], { limit: 5 });
    expect(first).toMatchObject({ key: 'battery-life', names: { en: 'battery life', zh: '续航与电量' } });
    expect(first?.members).toHaveLength(15);
  });

  it('finds what no list has by a word that is new, and not by the one that is in everything', () => {
    const product = (text: string, label: Label) => says(`pebblo ${text}`, label);
    const before = Array.from({ length: 60 }, (_, index) => product(`fine day ${index}`, 'neutral'));
    const now = [
      ...Array.from({ length: 10 }, (_, index) => product(`the trumpet rattles ${index}`, 'negative')),
      ...Array.from({ length: 80 }, (_, index) => product(`fine day ${index}`, 'neutral')),
    ];
    const keys = groupThemes(now, before, { limit: 5 }).map(({ key }) => key);
    expect(keys.some((key) => /trumpet|rattles/.test(key))).toBe(true);
    expect(keys.some((key) => key.includes('pebblo'))).toBe(false);
  });

  it('leaves out a word whose comments feel like all others and are as many as before', () => {
    const day = (index: number, label: Label) => says(`the trumpet on day ${index}`, label);
    const calm = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        says(`lovely walk number ${index}`, index % 8 ? 'neutral' : 'negative'),
      );
    const before = [...calm(1500), ...Array.from({ length: 150 }, (_, index) => day(index, 'neutral'))];
    const now = [
      ...calm(1500),
      ...Array.from({ length: 150 }, (_, index) => day(index, index % 4 ? 'neutral' : 'negative')),
    ];
    expect(groupThemes(now, before, { limit: 5 }).map(({ key }) => key)).not.toContain('term:trumpet');
    const unhappy = now.map((comment) =>
      comment.text.includes('trumpet') ? { ...comment, label: 'negative' as const } : comment,
    );
    expect(groupThemes(unhappy, before, { limit: 5 }).map(({ key }) => key)).toContain('term:trumpet');
  });

  it('leaves out a kept theme whose word names none any more, unless a person named it', () => {
    const now = [...many(10, (index) => `our plane ${index} was cold`), ...CALM];
    const known = { key: 'term:plane', names: { zh: 'plane', en: 'plane', ja: 'plane' }, words: ['plane', 'planes'] };
    expect(groupThemes(now, [], { limit: 5, known: [known] }).map(({ key }) => key)).not.toContain('term:plane');
    const named = { ...known, givenName: 'On board' };
    expect(groupThemes(now, [], { limit: 5, known: [named] }).map(({ key }) => key)).toContain('term:plane');
  });

  it('tells a kept word only where it stands out again: by its mood, or as more of it than before', () => {
    const names = { zh: '派波', en: '派波', ja: '派波' };
    const known = { key: 'term:派波', names, words: ['派波'] };
    const people = (count: number, text: string) => [
      ...many(count, (index) => `${text}第${index}天`, 'positive'),
      ...many(count, (index) => `${text}第${index}夜`, 'negative'),
    ];
    const keys = (now: SampledComment[], before: SampledComment[], more: object = {}) =>
      groupThemes(now, before, { limit: 9, known: [{ ...known, ...more }] }).map(({ key }) => key);
    const usual = [...people(8, '派波'), ...people(70, '散步')];
    expect(keys(usual, usual)).not.toContain('term:派波');
    expect(keys(usual, usual, { givenName: '品牌' })).toContain('term:派波');
    expect(keys(usual, people(70, '散步'))).toContain('term:派波');
    const angry = [...many(16, (index) => `派波第${index}夜`), ...people(70, '散步')];
    expect(keys(angry, usual)).toContain('term:派波');
  });

  it('does not take an airport for a battery: loose words count where sure ones are said, too', () => {
    const airport = groupThemes(
      [
        ...many(6, (index) => `on standby since gate ${index}`),
        ...many(6, (index) => `missed my connection in city ${index}`),
        ...many(6, (index) => `they charged me ${index} dollars`),
        ...CALM,
      ],
      [],
      { limit: 9 },
    );
    const names = airport.map(({ names: { en } }) => en);
    expect(names).not.toEqual(expect.arrayContaining(['battery life']));
    expect(names).not.toEqual(expect.arrayContaining(['charging']));
    // What they say themselves is what they are called.
    expect(airport.map(({ key }) => key)).not.toContain('connection');
    expect(names.some((name) => name.includes('standby'))).toBe(true);

    const earbuds = [
      ...many(12, (index) => `on standby it is empty after ${index} hours`),
      ...many(6, (index) => `the battery is bad on day ${index}`),
      ...CALM,
    ];
    expect(groupThemes(earbuds, [], { limit: 9 })[0]).toMatchObject({ key: 'battery-life', members: { length: 18 } });
  });

  it('looks for a subject by its sure words alone where its loose ones mean something else', () => {
    const now = [
      ...many(40, (index) => `they charged me ${index} dollars`),
      ...many(6, (index) => `no charger at seat ${index}`),
      ...CALM,
    ];
    const charging = groupThemes(now, [], { limit: 9 }).find(({ names: { en } }) => en === 'charging');
    expect(charging).toMatchObject({ key: 'charging:sure', members: { length: 6 } });
  });

  it('leaves a subject that a person named as it is', () => {
    const now = [...many(12, (index) => `missed my connection in city ${index}`), ...CALM];
    const kept = listedThemes().find(({ key }) => key === 'connection') as KnownTheme;
    const known = [{ ...kept, givenName: 'Connecting flights' }];
    expect(groupThemes(now, [], { limit: 9, known })[0]).toMatchObject({ key: 'connection', members: { length: 12 } });
  });

  it('tells a theme once, not again under its own word', () => {
    const now = [...many(12, (index) => `battery drains on day ${index}`), ...CALM];
    expect(groupThemes(now, [], { limit: 9 }).filter(({ words }) => words.includes('battery'))).toHaveLength(1);
  });

  it('knows the same theme again by its comments when it is found by another word', () => {
    const now = [...many(10, (index) => `squeaky trumpet ${index}`), ...CALM];
    const known = [{ key: 'term:squeaky', names: { zh: '', en: '', ja: '' }, words: ['squeaky'] }];
    const group = {
      key: 'term:trumpet',
      names: { zh: '', en: '', ja: '' },
      words: ['trumpet'],
      members: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    };
    expect(sameTheme(group, known, now)?.key).toBe('term:squeaky');
    expect(sameTheme({ ...group, members: [20, 21, 22] }, known, now)).toBeNull();
    expect(overlap([1, 2, 3], [2, 3, 4])).toBe(0.5);
  });

  it('finds no theme in nothing and in what has nothing in common', () => {
    expect(groupThemes([], [], { limit: 5 })).toEqual([]);
    expect(groupThemes([says('one'), says('two')], [], { limit: 5 })).toEqual([]);
  });
});

describe('claimsOf', () => {
  const theme = [
    ...many(6, (index) => `battery lasts forty minutes, song ${index}`),
    ...many(4, (index) => `battery gets hot overnight ${index}`),
    says('battery is great', 'positive'),
  ];

  it('tells the distinct things that are said, the most common one first', () => {
    const claims = claimsOf(theme, { themeWords: ['battery'], limit: 3 });
    expect(claims.map(({ comments }) => comments.length)).toEqual([6, 4]);
    expect(claims.every(({ label }) => label === 'negative')).toBe(true);
    expect(claims.flatMap(({ words }) => words)).not.toContain('battery');
  });

  it('says nothing by a word that is as common in other comments of the language: the name of the thing', () => {
    const own = [
      ...many(6, (index) => `耳机没电了，第${index}次`),
      ...many(4, (index) => `半小时就没电了 ${index}`),
      ...many(4, (index) => `充不进电，${index}天`),
    ];
    const others = [
      ...many(20, (index) => `耳机断连${index}次`),
      ...many(20, (index) => `盒子掉漆${index}处`),
      ...many(60, (index) => `the left one crackles ${index}`),
    ];
    const words = (all: readonly SampledComment[]) =>
      claimsOf(own, { themeWords: ['没电', '充'], limit: 5, all }).flatMap((claim) => claim.words);
    expect(words([])).toContain('耳机');
    expect(words([...own, ...others])).not.toContain('耳机');
  });

  it('says nothing by a word of any complaint', () => {
    const own = [
      ...many(6, (index) => `on hold, please help, call ${index}`),
      ...many(6, (index) => `on hold for hours, call ${index}`),
    ];
    const others = [
      ...many(30, (index) => `please help with bag ${index}`),
      ...many(90, (index) => `great crew ${index}`, 'positive'),
    ];
    const words = (all: readonly SampledComment[]) =>
      claimsOf(own, { themeWords: ['hold'], limit: 5, all }).flatMap((claim) => claim.words);
    expect(words([]).some((word) => word.includes('help'))).toBe(true);
    expect(words([...own, ...others]).some((word) => word.includes('help'))).toBe(false);
  });
});

describe('mostRepresentative', () => {
  it('takes a comment of the right mood near the centre that is read, and of equal texts one', () => {
    const loud = says('battery drains in minutes', 'negative', { engagement: 400 });
    const copy = says('battery drains in minutes!', 'negative', { engagement: 300, group: loud.group });
    const glad = says('battery drains in minutes? not mine', 'positive', { engagement: 900 });
    const group = [...many(5, (index) => `battery drains in ${index} minutes`), loud, copy, glad];
    const ranked = mostRepresentative(group, { label: 'negative' });
    expect(ranked[0]).toBe(loud);
    expect(ranked).not.toContain(copy);
    expect(ranked).not.toContain(glad);
  });

  it('prefers the language of who reads', () => {
    const [english, chinese] = [says('the battery drains'), says('电池掉电太快')];
    expect(mostRepresentative([english, chinese], { label: null, language: 'zh' })[0]).toBe(chinese);
  });
});
