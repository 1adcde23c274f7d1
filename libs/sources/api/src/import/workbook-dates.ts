import type { XmlNode } from './workbook-xml';

/** What a number in a cell means by its format. */
export type NumberStyle = 'number' | 'day' | 'time' | 'clock';

/** Formats that Excel knows without naming them, among them those of East Asia. */
const BUILT_IN: Readonly<Record<number, NumberStyle>> = {
  ...Object.fromEntries([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'day'])),
  ...Object.fromEntries([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, 'clock'])),
  22: 'time',
};
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1462;
const SECONDS_A_DAY = 86_400;

/** The meaning of each cell format of a workbook, in their order. */
export function numberStyles(nodes: readonly XmlNode[]): NumberStyle[] {
  const formats = new Map<number, NumberStyle>();
  const styles: NumberStyle[] = [];
  let inCellFormats = false;
  for (const { name, attributes } of nodes) {
    if (name === 'numFmt') formats.set(Number(attributes.numFmtId), styleOf(attributes.formatCode ?? ''));
    if (name === 'cellXfs') inCellFormats = true;
    if (name === 'cellStyles' || name === 'dxfs') inCellFormats = false;
    if (name !== 'xf' || !inCellFormats) continue;
    const id = Number(attributes.numFmtId ?? 0);
    styles.push(formats.get(id) ?? BUILT_IN[id] ?? 'number');
  }
  return styles;
}

function styleOf(code: string): NumberStyle {
  const plain = code
    .replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, '')
    .split(';', 1)[0]
    ?.toLowerCase();
  if (!plain || /general|[#?]|0(?!0*\s*$)/.test(plain.replace(/[hs][.:]?0+|\.0+/g, ''))) return 'number';
  const hasDay = /[yd年月日]|mmm/.test(plain);
  const hasClock = /[hs时時]|am\/pm|a\/p/.test(plain);
  return hasDay ? (hasClock ? 'time' : 'day') : hasClock ? 'clock' : 'number';
}

/** A number of a cell as text, by its format. What has no day in it is a clock. */
export function numberText(written: string, style: NumberStyle, from1904: boolean): string {
  const value = Number(written);
  if (written === '' || !Number.isFinite(value)) return written;
  if (style === 'number' || value < 0 || value > 2_958_465) return plainNumber(value);
  if (style === 'clock' && value < 1) return isoTime(DAY_ZERO + rounded(value)).slice(11);
  const text = isoTime(DAY_ZERO + rounded(value + (from1904 ? DAYS_TO_1904 : 0)));
  return style === 'day' && Number.isInteger(value) ? text.slice(0, 10) : text;
}

const rounded = (days: number) => Math.round(days * SECONDS_A_DAY) * 1000;
const isoTime = (instant: number) => new Date(instant).toISOString().slice(0, 19).replace('T', ' ');

/** A number keeps 15 digits in a workbook: longer ones (ids) are rounded, and are written so that it shows. */
const plainNumber = (value: number) => (Math.abs(value) >= 1e15 ? value.toExponential(5) : String(value));
