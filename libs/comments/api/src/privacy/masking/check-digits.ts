/** Luhn's check sum (ISO/IEC 7812-1, annex B). */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const value = index % 2 ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
);

/** A citizen number of GB 11643: region, date of birth, serial number, check sign (ISO 7064, MOD 11-2). Takes 18 characters without separators. */
export function isCitizenNumber(text: string): boolean {
  if (!/^\d{6}(?:18|19|20)\d{9}[\dX]$/i.test(text) || !PROVINCES.has(text.slice(0, 2)) || !isDay(text.slice(10, 14)))
    return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase();
}

/** The form before 1999: 15 digits, without century and check sign. */
export function isOldCitizenNumber(digits: string): boolean {
  return digits.length === 15 && PROVINCES.has(digits.slice(0, 2)) && isDay(digits.slice(8, 12));
}

/** Month and day. */
const isDay = (text: string) => /^(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(text);

/** A card number: the length and the first digits of a scheme (Visa, Mastercard, UnionPay, Amex, JCB, Diners, Discover), and Luhn's check. */
export function isBankCard(digits: string): boolean {
  const scheme =
    /^(?:4\d{15}(?:\d{3})?|5[1-5]\d{14}|2[2-7]\d{14}|62\d{14,17}|60\d{14,17}|6[45]\d{14}|3[47]\d{13}|3[0689]\d{12}|35\d{14}|9558\d{12,15}|95599\d{11,14})$/;
  return scheme.test(digits) && passesLuhn(digits);
}

/** Lengths of account numbers of ISO 13616 by country (SWIFT's registry). */
const IBAN_LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20'
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** How many characters of a text are an international account number (ISO 13616: length of the country, check by MOD 97-10); 0 when it begins with none. */
export function ibanLength(found: string): number {
  const length = IBAN_LENGTHS[found.slice(0, 2).toUpperCase()];
  if (!length) return 0;
  let digits = '';
  let end = 0;
  let signs = '';
  for (; end < found.length && signs.length < length; end++) if (/[a-z\d]/i.test(found[end] ?? '')) signs += found[end];
  if (signs.length < length || /[a-z\d]/i.test(found[end] ?? '')) return 0;
  for (const sign of signs.slice(4) + signs.slice(0, 4)) digits += Number.parseInt(sign, 36);
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1 ? end : 0;
}
