import { readFileSync } from 'node:fs';
import { create, type Font, type GlyphRun } from 'fontkit';
import { REPORT_FONTS, type FontFace, type FontWeight } from '../fonts';

const kept = new Map<string, Font>();

/** A font of the reports, read once for all documents: it is five to ten megabytes. */
export function pdfFont(face: FontFace, weight: FontWeight): Font {
  const file = REPORT_FONTS[face][weight];
  const known = kept.get(file);
  if (known) return known;
  const font = create(readFileSync(file));
  if (!('layout' in font)) throw new Error(`${file} holds several fonts.`);
  font.layout = (text) => plainLayout(font, text);
  kept.set(file, font);
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
