import type { Probabilities } from '@moodline/comments/contract';

/** How a sign is usually meant. `either`: read one way by some and the other way by others, so that nothing can be sure. */
type Valence = 'delight' | 'liking' | 'plain' | 'either' | 'dislike' | 'anger';

/** What a comment of such signs alone says, as probabilities. Written, not fitted; docs/labels.md holds the rule. */
const MOODS: Readonly<Record<Valence, Probabilities>> = {
  delight: { positive: 0.94, neutral: 0.04, negative: 0.02 },
  liking: { positive: 0.8, neutral: 0.16, negative: 0.04 },
  plain: { positive: 0.2, neutral: 0.6, negative: 0.2 },
  either: { positive: 0.3, neutral: 0.3, negative: 0.4 },
  dislike: { positive: 0.06, neutral: 0.2, negative: 0.74 },
  anger: { positive: 0.02, neutral: 0.05, negative: 0.93 },
};

/** Emoji by base character: skin tones and variants follow their base. Things and places are left out: they carry no mood. */
const EMOJI: Readonly<Record<Valence, string>> = {
  delight: '😍🥰🤩😻❤🧡💛💚💙💜🤎🖤🤍🩷🩵💕💖💗💞💓💘💝🥳🎉🎊🏆💯🔥',
  liking: '😀😃😄😁😆😂🤣😊☺😇😋😎🤗😘😚😙😗😉😌😏🥲🫶👍👏🙌💪👌✌🤝🫡🙏✨⭐🌟🌈🌹🌸💐🎁🥂🍻😸😹😺😽🤭🥹😜😝😛🤪🤠💋✅',
  plain: '😐😑😶🤔🧐👀👉👈👆👇👋💬🤷🤨😮😯😲🫢🤐😴🥱❓❔💤',
  either: '🙂🙃😅🤡😳🫠😬🥴🙈🙊😼💀☠🤦',
  dislike: '😞😔😟😕🙁☹😣😖😫😩🥺😢😭😥😓😰😨😧😦😱😒🙄😪😿💔👎😵🤢🤧🤒🤕😷🫤😠❌🚮⚠🥀',
  anger: '😡🤬👿😤💢🤮🖕💩🗑',
};

/** Stickers that Weibo, bilibili and WeChat write in brackets. */
const STICKERS: Readonly<Record<Valence, string>> = {
  delight: '爱你 心 爱心 给你小心心 星星眼',
  liking:
    '哈哈 笑哭 笑cry 赞 鼓掌 可爱 给力 good 威武 偷笑 呲牙 强 玫瑰 色 亲亲 嘻嘻 太开心 憧憬 ok 耶 打call 支持 妙啊 拥抱 害羞 大笑',
  plain: '吃瓜 思考 疑问 围观 挖鼻 困 再见',
  either: 'doge 二哈 允悲 微笑 捂脸 笑 藏狐 滑稽 摊手 OK',
  dislike: '泪 衰 伤心 大哭 悲伤 抓狂 流泪 白眼 失望 委屈 晕 可怜 生病 黑线 弱 汗 难过 无语 酸了 裂开',
  anger: '怒 吐 生气 发怒 怒骂 哼 鄙视 呕吐 咒骂',
};

/** Faces written in letters and signs. They stand by themselves: `:D` inside an address is none. */
const FACES: readonly (readonly [RegExp, Valence])[] = [
  [/(?<![\p{L}\p{N}])(?:>:-?\(|:-?@)/gu, 'anger'],
  [/(?<![\p{L}\p{N}])(?:[:;=]['’]?-?[)D\]]+|\(:|<3+|\^_*\^|xD)(?![\p{L}\p{N}])/gu, 'liking'],
  [/(?<![\p{L}\p{N}])(?:[:=]['’]?-?[([]+|T_+T|;_+;|QAQ|QwQ|>_+<|orz)(?![\p{L}\p{N}])/giu, 'dislike'],
  [/(?<![\p{L}\p{N}])(?:[:=]-?[/|\\]|-_+-|¯\\_\(ツ\)_\/¯)(?![\p{L}\p{N}/])/gu, 'plain'],
];

const STICKER = /\[([^[\]\s]{1,8})\]/gu;
const valences = new Map<string, Valence>();
for (const [valence, signs] of Object.entries(EMOJI) as [Valence, string][])
  for (const sign of signs) valences.set(sign, valence);
const stickers = new Map<string, Valence>();
for (const [valence, names] of Object.entries(STICKERS) as [Valence, string][])
  for (const name of names.split(' ')) stickers.set(name, valence);

/** Takes emoji, stickers and faces out of a text. @returns what is left, and the valence of each sign that has one */
export function takeOutSigns(text: string): { rest: string; valences: Valence[] } {
  const found: Valence[] = [];
  const keep = (valence: Valence | undefined) => {
    if (valence) found.push(valence);
    return ' ';
  };
  const withoutStickers = text.replace(STICKER, (all, name: string) =>
    stickers.has(name) ? keep(stickers.get(name)) : all,
  );
  const withoutFaces = FACES.reduce(
    (rest, [pattern, valence]) => rest.replace(pattern, () => keep(valence)),
    withoutStickers,
  );
  const rest = withoutFaces
    .replace(/\p{Extended_Pictographic}/gu, (sign) => keep(valences.get(sign)))
    .replace(/\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200D|\uFE0F|\u20E3/gu, '');
  return { rest, valences: found };
}

/** Mean of what the signs say; null when none of them says anything. */
export function moodOfSigns(found: readonly Valence[]): Probabilities | null {
  if (!found.length) return null;
  const mean = (label: keyof Probabilities) =>
    found.reduce((sum, valence) => sum + MOODS[valence][label], 0) / found.length;
  return { positive: mean('positive'), neutral: mean('neutral'), negative: mean('negative') };
}
