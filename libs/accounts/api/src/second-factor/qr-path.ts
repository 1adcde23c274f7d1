import type { SecondFactorSetup } from '@moodline/accounts/contract';
import { generate } from 'lean-qr';

/** Modules that stay light around a QR code (ISO/IEC 18004, 9.1). */
const QUIET = 4;

/** A text as a QR code: its side in modules, the quiet zone included, and the dark ones as a path of SVG. */
export function qrPath(text: string): SecondFactorSetup['qr'] {
  const code = generate(text);
  const rows = Array.from({ length: code.size }, (_, y) =>
    Array.from({ length: code.size }, (_dark, x) => (code.get(x, y) ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')),
  );
  return { size: code.size + 2 * QUIET, path: rows.flat().join('') };
}
