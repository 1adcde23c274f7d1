/** Names of one place in three languages. A source may be called by any of them. */
const ALIASES: readonly (readonly string[])[] = [
  ['weibo', '微博', 'ウェイボー'],
  ['app store', 'appstore', '应用商店', '苹果商店', 'アプリストア'],
  ['google play', '谷歌商店', 'グーグルプレイ'],
  ['forum', '论坛', 'フォーラム', '掲示板'],
  ['youtube', '油管', 'ユーチューブ'],
  ['bilibili', 'b站', '哔哩哔哩', 'ビリビリ'],
  ['xiaohongshu', '小红书', 'rednote'],
  ['douyin', '抖音'],
  ['tiktok', 'ティックトック'],
  ['twitter', '推特', 'ツイッター'],
  ['reddit', '红迪'],
  ['taobao', '淘宝'],
  ['zhihu', '知乎'],
  ['amazon', '亚马逊', 'アマゾン'],
];

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s_\-–—.]+/g, ' ')
    .trim();

/** Sources of the workspace that a question names, in the order in which it names them. */
export function namedSources<Source extends { readonly name: string }>(
  question: string,
  sources: readonly Source[],
): Source[] {
  const asked = plain(question);
  return sources
    .map((source) => ({ source, position: Math.min(...namesOf(source.name).map((name) => positionOf(name, asked))) }))
    .filter(({ position }) => Number.isFinite(position))
    .sort((a, b) => a.position - b.position)
    .map(({ source }) => source);
}

function namesOf(source: string): string[] {
  const name = plain(source);
  const aliases = ALIASES.find((group) => group.some((alias) => positionOf(alias, name) < Infinity)) ?? [];
  return [name, ...aliases];
}

/** Where a name stands in a text; Infinity where it does not. English names are whole words. */
function positionOf(name: string, text: string): number {
  const escaped = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const found = new RegExp(/^[\x20-\x7e]+$/.test(name) ? `(?<![a-z0-9])${escaped}(?![a-z0-9])` : escaped, 'u').exec(
    text,
  );
  return name && found ? found.index : Infinity;
}
