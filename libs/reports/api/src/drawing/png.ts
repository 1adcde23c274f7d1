import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import type { ReportLanguage } from '@moodline/reports/contract';
import { faceOf, FONT_FACES, REPORT_FONTS, type FontFace } from '../outputs/fonts';
import type { Drawing, Shape } from './drawing';

const family = (face: FontFace): string => `Moodline Report ${face}`;
/** Dots of a picture for each point: sharp on screens that show two for one. */
const DOTS = 2;

let loaded = false;

/** Fonts are named here, so that a server without any has the same letters. */
function loadFonts(): void {
  if (loaded) return;
  for (const face of FONT_FACES)
    for (const path of Object.values(REPORT_FONTS[face]))
      if (!GlobalFonts.registerFromPath(path, family(face))) throw new Error(`The font ${path} could not be read.`);
  loaded = true;
}

/** A drawing as a PNG on white, for mails and documents that show no vector drawings. */
export function pngOf({ width, height, shapes }: Drawing, language: ReportLanguage): Buffer {
  loadFonts();
  const canvas = createCanvas(width * DOTS, height * DOTS);
  const context = canvas.getContext('2d');
  context.scale(DOTS, DOTS);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  // The face of the language first; the other one has the signs that it lacks.
  const faces = [...FONT_FACES].sort((a, b) => Number(b === faceOf(language)) - Number(a === faceOf(language)));
  const fonts = faces.map((face) => `"${family(face)}"`).join(', ');
  for (const shape of shapes) draw(context, shape, fonts);
  return canvas.toBuffer('image/png');
}

function draw(context: SKRSContext2D, shape: Shape, fonts: string): void {
  if (shape.kind === 'rect') {
    context.fillStyle = shape.fill;
    context.fillRect(shape.at[0], shape.at[1], shape.width, shape.height);
  } else if (shape.kind === 'line') {
    context.strokeStyle = shape.stroke;
    context.lineWidth = shape.width;
    context.lineJoin = 'round';
    context.setLineDash([...(shape.dash ?? [])]);
    context.beginPath();
    for (const [x, y] of shape.points) context.lineTo(x, y);
    context.stroke();
  } else if (shape.kind === 'circle') {
    context.beginPath();
    context.arc(shape.at[0], shape.at[1], shape.radius, 0, 2 * Math.PI);
    context.fillStyle = shape.fill;
    context.fill();
    context.strokeStyle = shape.stroke;
    context.lineWidth = 1;
    context.setLineDash([]);
    context.stroke();
  } else {
    context.font = `${shape.bold ? 600 : 400} ${shape.size}px ${fonts}`;
    context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor;
    context.fillStyle = shape.fill;
    context.fillText(shape.text, shape.at[0], shape.at[1]);
  }
}
