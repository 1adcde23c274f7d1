/** What a spreadsheet takes for a formula (OWASP, CSV injection). */
const FORMULA = /^'*[=+\-@\t\r]/u;
const GUARDED = /^'+[=+\-@\t\r]/u;

/** A value that a spreadsheet shows as text, whatever it begins with: an apostrophe stands before what would be a formula. */
export const guardFormula = (value: string): string => (FORMULA.test(value) ? `'${value}` : value);

/** The value as it was before {@link guardFormula}. */
export const unguardFormula = (value: string): string => (GUARDED.test(value) ? value.slice(1) : value);

/** An apostrophe that closes a quotation: none within a word. */
const CLOSING = /'(?!\p{L})|(?<!\p{L})'/u;

/**
 * The value without the guard that somebody's export may have set; a text that begins with a quotation (`'-5 degrees' they said`)
 * keeps its apostrophe.
 */
export const takeOffGuard = (value: string): string =>
  GUARDED.test(value) && !CLOSING.test(value.replace(/^'+/u, '')) ? value.slice(1) : value;
