/** Storage sizes, refresh rates and the edges of screens. */
const SIZES = new Set(
  '16 24 30 32 48 50 60 64 72 75 90 96 100 120 128 144 165 180 192 200 240 256 300 360 480 500 512 540 600 640 720 750 768 800 828 900 960 1000 1024 1080 1125 1170 1179 1200 1242 1280 1284 1290 1334 1366 1440 1500 1536 1600 1620 1668 1680 1792 1800 1920 2000 2048 2160 2208 2220 2280 2266 2300 2340 2388 2400 2436 2500 2532 2556 2560 2622 2640 2688 2732 2778 2796 2868 2880 2960 3000 3024 3040 3072 3088 3120 3200 3440 3456 3840 4000 4096 4320 4500 5000 5120 6000 7680 8192'.split(
    ' ',
  ),
);
/** Words before a number that name a thing, an order or a measure: it is nobody's number. */
const NAMES_A_THING =
  /(?:sku|asin|upc|ean|isbn|p\/n|s\/n|(?<![a-z])(?:pn|sn|part|model|item|product|order|invoice|ticket|case|tracking|serial|build|article|ref|batch|lot|version|firmware|driver|price[ds]?|sizes?|resolution|vin|imei)(?: (?:no|nr|number|id|code))?|型号|货号|款号|编号|序列号|订单(?:号|编号)?|单号|工单号?|批次|批号|条码|条形码|尺码|尺寸|分辨率|价格|价位|预算|版本号?|品番|型番|品名|注文番号|注文|伝票番号|製造番号|シリアル(?:番号)?)[\s.:：#为是は、]{0,4}$/iu;
/** Words behind a number that count or measure. */
const MEASURE =
  /^\s?(?:左右|以内|以下|以上|上下|出头|起步|价位|档|预算|之间|像素|分辨率|毫安|兆|[gmtk]b(?![a-z])|(?:m?ah|hz|fps|px|mm|cm|nits?|lux|pixels?|rpm|mbps|kbps|dpi|ppi|models?|versions?|variants?|range|mb|gb|tb)\b|个版本|版本|円|个|ミリ|mAh|万円)/iu;

/**
 * Whether digits in groups are prices, sizes, models or counts and no number that can be dialled: `2000-3000`, `128 256 512`,
 * `2560-1440 1920-1080`, `12 13 14 15`, `1000000`.
 */
export function areAmounts(found: string): boolean {
  const groups = found.match(/\d+/g) ?? [];
  if (found.startsWith('+') || groups.length === 0) return false;
  if (groups.length === 1) return /^[1-9]\d{0,3}0{5,}$/.test(found);
  return (
    groups.every((group) => SIZES.has(group)) ||
    groups.every((group) => /00$/.test(group)) ||
    (groups.length > 2 && groups.every((group) => group.endsWith('0') && !group.startsWith('0'))) ||
    (groups.length > 2 && groups.every((group) => /(?:99|00)$/.test(group))) ||
    isSeries(groups.map(Number))
  );
}

/** `12 13 14 15`, `01 02 03 04 05`, `2021-2022-2023`: the same step between all of them. */
function isSeries(numbers: readonly number[]): boolean {
  const step = (numbers[1] ?? 0) - (numbers[0] ?? 0);
  if (numbers.length < 3 || step === 0 || Math.abs(step) > 100) return false;
  return numbers.every((number, index) => index === 0 || number - (numbers[index - 1] ?? 0) === step);
}

/** Whether the words around a number say that it is a product, an order or a measure. */
export const namesAThing = (before: string, after: string): boolean =>
  NAMES_A_THING.test(before) || MEASURE.test(after);

/** Lines of companies and authorities that anybody may dial: 400- and 800-numbers, 95588, 12315, 1-800, 0120, 0800. */
export function isHotline(found: string): boolean {
  const digits = found.replace(/\D/g, '').replace(/^(?:0086|86)(?=[48]00)/, '');
  return (
    /^0?[48]00\d{7}$/.test(digits) ||
    /^1?8(?:00|33|44|55|66|77|88)\d{7}$/.test(digits) ||
    /^0(?:120|570|800|808|845|870|990)\d{6,7}$/.test(digits) ||
    /^(?:44)?0?3(?:00|33|45)\d{7}$/.test(digits) ||
    /^(?:9[56]\d{3}\d{0,3}|1[0-2]\d{3})$/.test(digits)
  );
}
