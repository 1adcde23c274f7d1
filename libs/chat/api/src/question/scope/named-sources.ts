/** Names of one place in three languages. A source may be called by any of them. */
export const PLACES: readonly (readonly string[])[] = [
  ['weibo', '微博', 'ウェイボー'],
  ['app store', 'appstore', '应用商店', '苹果商店', 'アプリストア'],
  ['google play', '谷歌商店', 'グーグルプレイ'],
  ['forum', '论坛', 'フォーラム', '掲示板'],
  ['youtube', '油管', 'ユーチューブ'],
  ['bilibili', 'b站', '哔哩哔哩', 'ビリビリ'],
  ['xiaohongshu', '小红书', 'rednote'],
  ['douyin', '抖音'],
  ['tiktok', 'ティックトック'],
  ['twitter', '推特', 'ツイッター', 'x.com'],
  ['facebook', '脸书', 'フェイスブック'],
  ['instagram', 'インスタグラム', 'インスタ'],
  ['trustpilot'],
  ['京东', 'jd.com'],
  ['天猫', 'tmall'],
  ['拼多多'],
  ['快手', 'kuaishou'],
  ['楽天', 'rakuten'],
  ['discord'],
  ['steam', 'スチーム'],
  ['telegram'],
  ['linkedin', '领英'],
  ['quora'],
  ['豆瓣', 'douban'],
  ['贴吧', 'tieba'],
  ['什么值得买'],
  ['価格.com', 'kakaku'],
  ['reddit', '红迪'],
  ['taobao', '淘宝'],
  ['zhihu', '知乎'],
  ['amazon', '亚马逊', 'アマゾン'],
];

/** A name that a question says, with its place. */
export interface Named<Thing> {
  readonly thing: Thing;
  readonly start: number;
  readonly end: number;
}

/** Sources of the workspace that a question names, in the order in which it names them. */
export function namedSources<Source extends { readonly name: string }>(
  question: string,
  sources: readonly Source[],
): Named<Source>[] {
  return sources
    .flatMap((source) => {
      const place = firstPlace(namesOf(source.name), question);
      return place ? [{ thing: source, ...place }] : [];
    })
    .sort((a, b) => a.start - b.start);
}

/** Well-known places that a question names. Those that are sources of the workspace have been read before. */
export function knownPlaces(question: string): Named<string>[] {
  return PLACES.flatMap((names) => {
    const place = firstPlace(names, question);
    return place ? [{ thing: question.slice(place.start, place.end), ...place }] : [];
  });
}

function namesOf(source: string): string[] {
  const group = PLACES.find((names) => firstPlace(names, source) !== null) ?? [];
  return [source, ...group];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function firstPlace(names: readonly string[], text: string): Place | null {
  const places = names.flatMap((name) => placeOf(name, text) ?? []);
  const [first] = places.sort((a, b) => a.start - b.start || b.end - a.end);
  return first ?? (names.includes('twitter') ? loneX(text) : null);
}

/** X stands alone where places are named, in a capital: "on X", XとWeibo; an "iPhone X" is another thing. */
function loneX(text: string): Place | null {
  const found =
    /(?:^|(?<=\b(?:on|than|from|vs\.?|versus|and|or|to|between|in) )|(?<=[\p{Script=Han}\p{Script=Hiragana}、,，(（]))X(?![A-Za-z0-9.'’-])/u.exec(
      text,
    );
  return found && { start: found.index, end: found.index + 1 };
}

/** Where a name stands in a text, whatever its case and the signs between its words. English names are whole words. */
export function placeOf(name: string, text: string): Place | null {
  const words = name
    .trim()
    .split(/[\s_\-–—.]+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  if (!words.join('')) return null;
  const pattern = words.join('[\\s_\\-–—.]*');
  const latin = /^[\x20-\x7e]+$/.test(name);
  const found = new RegExp(latin ? `(?<![a-z0-9])${pattern}(?:s|'s)?(?![a-z0-9])` : pattern, 'iu').exec(text);
  return found && { start: found.index, end: found.index + found[0].length };
}
