/** The zeros of the scripts that people write dates, stars and counts in besides 0: Arabic, Persian, Devanagari, Bengali, Thai. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50] as const;
const OTHER_DIGIT = new RegExp(
  `[${ZEROS.map((zero) => `${String.fromCharCode(zero)}-${String.fromCharCode(zero + 9)}`).join('')}]`,
  'gu',
);

/** A text in full-width and compatible signs as plain ones, and with digits of any script as 0 to 9: `٠١/٠٣/٢٠٢٦` is `01/03/2026`. */
export const withPlainSigns = (text: string): string =>
  text.normalize('NFKC').replace(OTHER_DIGIT, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code));
  });
