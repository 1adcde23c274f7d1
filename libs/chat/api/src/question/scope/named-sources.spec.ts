import { namedSources } from './named-sources';

const SOURCES = ['微博', 'App Store', 'youtube', 'Fan forum', '小红书'].map((name, id) => ({ id, name }));
const named = (question: string) => namedSources(question, SOURCES).map(({ thing }) => thing.name);

describe('namedSources', () => {
  it.each<[string, string[]]>([
    ['微博和应用商店的评价有什么不同', ['微博', 'App Store']],
    ['how does the forum compare to YouTube', ['Fan forum', 'youtube']],
    ['compare app-store with weibo', ['App Store', '微博']],
    ['アプリストアの評判', ['App Store']],
    ['why did the mood drop?', []],
    ['which platforms, informally?', []],
  ])('reads %s', (question, expected) => {
    expect(named(question)).toEqual(expected);
  });
});
