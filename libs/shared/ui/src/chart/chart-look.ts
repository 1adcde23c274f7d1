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

/** Colours by their names. */
export type ChartColor = Exclude<keyof ChartLook, 'fade' | 'fontFamily'>;

const COLORS = [
  'text',
  'muted',
  'line',
  'surface',
  'raised',
  'accent',
  'positive',
  'neutral',
  'negative',
] as const satisfies readonly ChartColor[];

/**
 * Reads the tokens where `host` stands. A probe element resolves light-dark() to the colour in force.
 * @param scheme light or dark whatever the page is now: what goes onto paper or into a file is light
 */
export function readChartLook(host: HTMLElement, scheme?: 'light' | 'dark'): ChartLook {
  const probe = host.ownerDocument.createElement('span');
  if (scheme) probe.style.colorScheme = scheme;
  // With reduced motion every change of colour is a (very short) transition, in which the old colour would be read.
  probe.style.setProperty('transition', 'none', 'important');
  host.append(probe);
  const colors = Object.fromEntries(
    COLORS.map((name) => {
      probe.style.color = `var(--${name})`;
      return [name, getComputedStyle(probe).color];
    }),
  ) as Record<ChartColor, string>;
  probe.remove();
  return { ...colors, fade, fontFamily: getComputedStyle(host).fontFamily };
}

/**
 * A canvas draws text with whatever font is there at that moment, so the fonts for these words are waited for: those that the browser
 * takes for the same words on the page, where a font of the system comes before one that would have to be fetched.
 */
export async function loadChartFonts(host: HTMLElement, words: string): Promise<void> {
  const probe = host.ownerDocument.createElement('span');
  probe.setAttribute('aria-hidden', 'true');
  probe.style.cssText = 'position: absolute; visibility: hidden; font-size: 12px';
  probe.textContent = words;
  host.append(probe);
  probe.getBoundingClientRect();
  await host.ownerDocument.fonts.ready;
  probe.remove();
}

function fade(color: string, opacity: number): string {
  const channels = color.match(/[\d.]+/g)?.slice(0, 3) ?? ['0', '0', '0'];
  return `rgba(${channels.join(', ')}, ${opacity})`;
}
