import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { REPORT_FONTS } from '../outputs/fonts';
import type { Drawing, Shape } from './drawing';

const FAMILY = 'Moodline Report';
/** Dots of a picture for each point: sharp on screens that show two for one. */
const DOTS = 2;

let loaded = false;

/** Fonts are named here, so that a server without any has the same letters. */
function loadFonts(): void {
  if (loaded) return;
  for (const path of [REPORT_FONTS.regular, REPORT_FONTS.bold])
    if (!GlobalFonts.registerFromPath(path, FAMILY)) throw new Error(`The font ${path} could not be read.`);
  loaded = true;
}

/** A drawing as a PNG on white, for mails and documents that show no vector drawings. */
export function pngOf({ width, height, shapes }: Drawing): Buffer {
  loadFonts();
  const canvas = createCanvas(width * DOTS, height * DOTS);
  const context = canvas.getContext('2d');
  context.scale(DOTS, DOTS);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  for (const shape of shapes) draw(context, shape);
  return canvas.toBuffer('image/png');
}

function draw(context: SKRSContext2D, shape: Shape): void {
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
    context.font = `${shape.bold ? 600 : 400} ${shape.size}px "${FAMILY}"`;
    context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor;
    context.fillStyle = shape.fill;
    context.fillText(shape.text, shape.at[0], shape.at[1]);
  }
}
