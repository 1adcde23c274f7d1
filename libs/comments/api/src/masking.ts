/** Patterns of personal data and what stands in their place. The order matters: longer numbers before shorter ones. */
const MASKS: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, '[email]'],
  // Chinese identity card: 17 digits and a check sign, with a plausible birth date in the middle.
  [/(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/gu, '[id]'],
  // Mobile numbers of mainland China, with or without +86 and separators.
  [/(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/gu, '[phone]'],
  // International and North American numbers as people write them.
  [/(?<![\w.])(?:\+\d{1,3}[\s.-]?)?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?!\d)/gu, '[phone]'],
  [/(?<![\p{L}\p{N}_])@[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,30}/gu, '@…'],
];
const CARD = /(?<!\d)(?:\d[ -]?){15,18}\d(?!\d)/gu;

/**
 * Takes out what identifies a person: e-mail addresses, phone numbers, identity and bank cards, @names.
 * Prices, order sizes and years stay, because no pattern fits them; bank cards must pass the Luhn check.
 */
export function maskPersonalData(text: string): string {
  const withoutCards = text.replace(CARD, (digits) => (passesLuhn(digits.replace(/\D/g, '')) ? '[card]' : digits));
  return MASKS.reduce((masked, [pattern, mark]) => masked.replace(pattern, mark), withoutCards);
}

/** Luhn's check sum (ISO/IEC 7812-1, annex B). */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
