/** Colours of the tokens as the page shows them now, ready for a canvas. */
export interface ChartLook {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly raised: string;
  readonly accent: string;
  readonly positive: string;
  readonly neutral: string;
  readonly negative: string;
  /** The same colour with another opacity (0 to 1). */
  readonly fade: (color: string, opacity: number) => string;
  readonly fontFamily: string;
}

const COLORS = ['text', 'muted', 'line', 'surface', 'raised', 'accent', 'positive', 'neutral', 'negative'] as const;

/** Reads the tokens where `host` stands. A probe element resolves light-dark() to the colour in force. */
export function readChartLook(host: HTMLElement): ChartLook {
  const probe = host.ownerDocument.createElement('span');
  // With reduced motion every change of colour is a (very short) transition, in which the old colour would be read.
  probe.style.setProperty('transition', 'none', 'important');
  host.append(probe);
  const colors = Object.fromEntries(
    COLORS.map((name) => {
      probe.style.color = `var(--${name})`;
      return [name, getComputedStyle(probe).color];
    }),
  ) as Record<(typeof COLORS)[number], string>;
  probe.remove();
  return { ...colors, fade, fontFamily: getComputedStyle(host).fontFamily };
}

/** A canvas draws text with whatever font is there at that moment, so the font for these words is waited for. */
export async function loadChartFonts(fontFamily: string, words: string): Promise<void> {
  // Each family is asked for by itself: for a list the browser loads only what the first one lacks after it came.
  await Promise.allSettled(
    fontFamily
      .split(',')
      .flatMap((family) => [400, 600].map((weight) => document.fonts.load(`${weight} 12px ${family}`, words))),
  );
}

function fade(color: string, opacity: number): string {
  const channels = color.match(/[\d.]+/g)?.slice(0, 3) ?? ['0', '0', '0'];
  return `rgba(${channels.join(', ')}, ${opacity})`;
}
