import type { Drawing, Shape } from '../../drawing/drawing';
import type { PdfPage } from './pdf-page';

/** A drawing across the page, as lines and letters. It is on one page as a whole: ask {@link PdfPage.need} before. */
export function drawInto(page: PdfPage, { width, height, shapes }: Drawing): void {
  const scale = scaleIn(page, width);
  const top = page.y;
  page.pdf.save().translate(page.left, top).scale(scale);
  for (const shape of shapes) draw(page, shape);
  page.pdf.restore();
  page.y = top + height * scale;
}

export const heightIn = (page: PdfPage, { width, height }: Drawing): number => height * scaleIn(page, width);

/** Across the page, or somewhat less where the pages are tight. */
const scaleIn = ({ width, tight }: PdfPage, drawn: number): number => (width * (tight ? 0.88 : 1)) / drawn;

function draw(page: PdfPage, shape: Shape): void {
  const { pdf } = page;
  if (shape.kind === 'rect') pdf.rect(shape.at[0], shape.at[1], shape.width, shape.height).fill(shape.fill);
  else if (shape.kind === 'line') {
    const [first, ...rest] = shape.points;
    if (!first) return;
    pdf.lineWidth(shape.width).lineJoin('round').strokeColor(shape.stroke).moveTo(first[0], first[1]);
    for (const [x, y] of rest) pdf.lineTo(x, y);
    if (shape.dash) pdf.dash(shape.dash[0], { space: shape.dash[1] });
    pdf.stroke();
    if (shape.dash) pdf.undash();
  } else if (shape.kind === 'circle') {
    pdf.lineWidth(1).circle(shape.at[0], shape.at[1], shape.radius).fillAndStroke(shape.fill, shape.stroke);
  } else {
    page.styled({ size: shape.size, bold: shape.bold ?? false, colour: shape.fill }, shape.text);
    const text = page.drawable(shape.text);
    const width = pdf.widthOfString(text);
    const x = shape.at[0] - (shape.anchor === 'end' ? width : shape.anchor === 'middle' ? width / 2 : 0);
    pdf.text(text, x, shape.at[1], { lineBreak: false, baseline: 'alphabetic' });
  }
}
