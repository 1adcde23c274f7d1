const CLOCK = String.raw`\[?\(?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?(?:\s?[ap]\.?m\.?)?\)?\]?`;
/** `[10:00] Ann: text`, `10:00:15 From Ann to Everyone:`, `00:00:01,000 --> 00:00:04,000`. */
const CLOCK_FIRST = new RegExp(
  String.raw`^${CLOCK}\s+(?:-->\s|(?:[-–]\s)?(?:From\s)?[^\s:：,;|\t][^:：,;|\t\n]{0,40}\s?[:：])`,
  'iu',
);
const NAME_FIRST = /^([^\s\d:：,;|"'{[<-][^\d:：,;|\t\n]{0,29}?)\s?[:：]\s*\S/u;
const DAY = /\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}/u;
const LOOKED_AT = 200;
const ENOUGH = 3;

/** Whether a text is a chat, or the words of a film, whose lines tell no day. */
export function isChatWithoutDays(sample: string): boolean {
  const lines = sample
    .split(/\r\n|\r|\n/, LOOKED_AT)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.some((line) => DAY.test(line))) return false;
  // Words of a film.
  if (lines.filter((line) => /^\d{2}:\d{2}(?::\d{2})?[.,]\d{3} --> \d/.test(line)).length >= 2) return true;
  const clocks = lines.filter((line) => CLOCK_FIRST.test(line)).length;
  if (clocks >= Math.min(ENOUGH, lines.length / 2) && clocks >= lines.length / 4) return true;
  const names = lines.flatMap((line) => NAME_FIRST.exec(line)?.[1] ?? []);
  const different = new Set(names).size;
  return names.length >= ENOUGH && names.length > lines.length * 0.7 && different >= 2 && different < names.length;
}
