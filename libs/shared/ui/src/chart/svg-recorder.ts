type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const ANCHORS: Readonly<Record<string, string>> = { center: 'middle', right: 'end', end: 'end' };
/** How far below its place the baseline of a text lies, as a share of the size of its font. */
const BASELINES: Readonly<Record<string, number>> = { top: 0.8, hanging: 0.8, middle: 0.35, bottom: -0.2 };
/** Of a drawing context: what `save` keeps and `restore` brings back. */
const SETTINGS = [
  ...['fillStyle', 'strokeStyle', 'lineWidth', 'lineCap', 'lineJoin', 'lineDashOffset', 'globalAlpha'],
  ...['font', 'textAlign', 'textBaseline', 'dash', 'matrix', 'clipId'],
] as const;

/**
 * Takes the place of a canvas' drawing context and keeps as SVG what is drawn. It knows the calls that chart.js makes for lines, bars,
 * points, filled areas and texts; shadows, pictures and gradients it does not.
 */
export class SvgRecorder {
  fillStyle = '#000';
  strokeStyle = '#000';
  lineWidth = 1;
  lineCap = 'butt';
  lineJoin = 'miter';
  lineDashOffset = 0;
  globalAlpha = 1;
  font = '10px sans-serif';
  textAlign = 'start';
  textBaseline = 'alphabetic';
  protected dash: readonly number[] = [];
  protected matrix: Matrix = IDENTITY;
  protected clipId: string | null = null;

  private readonly parts: string[] = [];
  private readonly kept: Record<string, unknown>[] = [];
  private path = '';
  private clips = 0;

  /** @param measure measures texts */
  constructor(private readonly measure: Pick<CanvasRenderingContext2D, 'measureText' | 'font'>) {}

  /** What was drawn, as the inside of an svg element. */
  get markup(): string {
    return this.parts.join('');
  }

  save(): void {
    const own = this as unknown as Record<string, unknown>;
    this.kept.push(Object.fromEntries(SETTINGS.map((name) => [name, own[name]])));
  }

  restore(): void {
    Object.assign(this, this.kept.pop());
  }

  beginPath(): void {
    this.path = '';
  }

  closePath(): void {
    if (this.path) this.path += 'Z';
  }

  moveTo(x: number, y: number): void {
    this.path += `M${this.place(x, y)}`;
  }

  lineTo(x: number, y: number): void {
    this.path += `${this.path ? 'L' : 'M'}${this.place(x, y)}`;
  }

  bezierCurveTo(...[x1, y1, x2, y2, x, y]: [number, number, number, number, number, number]): void {
    this.path += `C${this.place(x1, y1)} ${this.place(x2, y2)} ${this.place(x, y)}`;
  }

  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    this.path += `Q${this.place(x1, y1)} ${this.place(x, y)}`;
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }

  /** As many short arcs as keep each under half a turn, which is what SVG can tell apart. */
  arc(...[x, y, radius, from, to]: [number, number, number, number, number, boolean?]): void {
    const turns = Math.max(1, Math.ceil(Math.abs(to - from) / 3));
    const at = (angle: number) => this.place(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    this.path += `${this.path && !this.path.endsWith('Z') ? 'L' : 'M'}${at(from)}`;
    for (let turn = 1; turn <= turns; turn++)
      this.path += `A${short(radius)} ${short(radius)} 0 0 ${to > from ? 1 : 0} ${at(from + ((to - from) * turn) / turns)}`;
  }

  fill(): void {
    this.add(`<path d="${this.path}" ${paint('fill', this.fillStyle, this.globalAlpha)}/>`);
  }

  stroke(): void {
    this.add(`<path d="${this.path}" fill="none" ${this.strokes()}/>`);
  }

  clip(): void {
    const id = `clip${++this.clips}`;
    const outer = this.clipId ? ` clip-path="url(#${this.clipId})"` : '';
    this.parts.push(`<clipPath id="${id}"${outer}><path d="${this.path}"/></clipPath>`);
    this.clipId = id;
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.stroke();
  }

  /** Takes what another recorder drew, from the place of the transformation in force on. */
  include(markup: string): void {
    this.add(`<g transform="matrix(${this.matrix.map(short).join(' ')})">${markup}</g>`);
  }

  clearRect(): void {
    this.parts.length = 0;
  }

  fillText(text: string, x: number, y: number): void {
    this.text(text, [x, y], paint('fill', this.fillStyle, this.globalAlpha));
  }

  strokeText(text: string, x: number, y: number): void {
    this.text(text, [x, y], `fill="none" ${this.strokes()}`);
  }

  measureText(text: string): TextMetrics {
    this.measure.font = this.font;
    return this.measure.measureText(text);
  }

  setLineDash(dash: readonly number[]): void {
    this.dash = [...dash];
  }

  getLineDash(): number[] {
    return [...this.dash];
  }

  translate(x: number, y: number): void {
    this.transform(1, 0, 0, 1, x, y);
  }

  scale(x: number, y: number): void {
    this.transform(x, 0, 0, y, 0, 0);
  }

  rotate(angle: number): void {
    this.transform(Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0);
  }

  transform(...[a, b, c, d, e, f]: [number, number, number, number, number, number]): void {
    const [A, B, C, D, E, F] = this.matrix;
    this.matrix = [
      ...([A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d] as const),
      ...([A * e + C * f + E, B * e + D * f + F] as const),
    ];
  }

  setTransform(...matrix: [number, number, number, number, number, number]): void {
    this.matrix = matrix;
  }

  resetTransform(): void {
    this.matrix = IDENTITY;
  }

  private text(text: string, [x, y]: readonly [number, number], painted: string): void {
    const size = Number(/(\d+(?:\.\d+)?)px/.exec(this.font)?.[1] ?? 12);
    const [style, family] = [
      /^(.*?)\d+(?:\.\d+)?px/.exec(this.font)?.[1] ?? '',
      this.font.replace(/^.*?px(?:\/\S+)?\s*/, ''),
    ];
    const weight = /\b(?:bold|[1-9]00)\b/.exec(style)?.[0] ?? '400';
    const [a, b, c, d, e, f] = this.matrix;
    const down = (BASELINES[this.textBaseline] ?? 0) * size;
    this.add(
      `<text transform="matrix(${[a, b, c, d, e, f].map(short).join(' ')})" x="${short(x)}" y="${short(y + down)}" ` +
        `font-family="${escaped(family)}" font-size="${size}" font-weight="${weight}" ` +
        `text-anchor="${ANCHORS[this.textAlign] ?? 'start'}" ${painted}>${escaped(text)}</text>`,
    );
  }

  private strokes(): string {
    const dash = this.dash.length
      ? ` stroke-dasharray="${this.dash.join(' ')}" stroke-dashoffset="${this.lineDashOffset}"`
      : '';
    const ends = `stroke-linecap="${this.lineCap}" stroke-linejoin="${this.lineJoin}"`;
    return `${paint('stroke', this.strokeStyle, this.globalAlpha)} stroke-width="${this.lineWidth}" ${ends}${dash}`;
  }

  private add(element: string): void {
    this.parts.push(this.clipId ? `<g clip-path="url(#${this.clipId})">${element}</g>` : element);
  }

  /** Where a point lies on the picture. */
  private place(x: number, y: number): string {
    const [a, b, c, d, e, f] = this.matrix;
    return `${short(a * x + c * y + e)} ${short(b * x + d * y + f)}`;
  }
}

const short = (value: number): string => String(Math.round(value * 100) / 100);

/** A colour and its opacity apart: not every reader of SVG knows rgba(). */
function paint(what: 'fill' | 'stroke', color: string, alpha: number): string {
  const [, red, green, blue, own] =
    /^rgba?\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)(?:[,/ ]+([\d.]+))?\)$/.exec(color) ?? [];
  const opacity = short(Number(own ?? 1) * alpha);
  const named = red === undefined ? color : `rgb(${red}, ${green}, ${blue})`;
  return `${what}="${escaped(named)}"${opacity === '1' ? '' : ` ${what}-opacity="${opacity}"`}`;
}

/** Text for the inside of XML. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
