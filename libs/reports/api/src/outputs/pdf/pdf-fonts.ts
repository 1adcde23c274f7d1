import { readFileSync } from 'node:fs';
import { create, type Font, type GlyphRun } from 'fontkit';
import { REPORT_FONTS } from '../fonts';

export type FontWeight = keyof typeof REPORT_FONTS;

const kept = new Map<FontWeight, Font>();

/** A font of the reports, read once for all documents: it is ten megabytes. */
export function pdfFont(weight: FontWeight): Font {
  const known = kept.get(weight);
  if (known) return known;
  const font = create(readFileSync(REPORT_FONTS[weight]));
  if (!('layout' in font)) throw new Error(`${REPORT_FONTS[weight]} holds several fonts.`);
  font.layout = (text) => plainLayout(font, text);
  kept.set(weight, font);
  return font;
}

/**
 * A sign after the other by its own width. What fontkit does besides (kerning, ligatures, forms by context) takes it a hundred times as
 * long with a font of 30,000 signs, and none of the scripts in it needs it.
 */
function plainLayout(font: Font, text: string): GlyphRun {
  const glyphs = font.glyphsForString(text);
  const positions = glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }));
  const advanceWidth = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  return { glyphs, positions, advanceWidth } as unknown as GlyphRun;
}
