import robotsParser from 'robots-parser';

/** The name under which robots.txt may speak of Moodline. */
export const ROBOT_NAME = 'Moodline';

const KEPT_MS = 24 * 3_600_000;
const MAX_KEPT = 1000;
/** A longer Crawl-delay is kept as this one: a run has to end some day. */
const MAX_DELAY_MS = 300_000;

/** What the robots.txt of a site says to Moodline. */
export interface RobotRules {
  allows(url: URL): boolean;
  /** Its Crawl-delay in milliseconds; 0 when it has none. */
  readonly delayMs: number;
}

/** Reads the text of a robots.txt (RFC 9309, and Crawl-delay). What cannot be understood forbids nothing. */
export function robotRules(address: string, text: string): RobotRules {
  const robot = robotsParser(address, text);
  const seconds = robot.getCrawlDelay(ROBOT_NAME) ?? 0;
  return {
    allows: (url) => robot.isAllowed(url.href, ROBOT_NAME) ?? true,
    delayMs: Number.isFinite(seconds) ? Math.min(Math.max(0, seconds * 1000), MAX_DELAY_MS) : 0,
  };
}

/** Remembers the rules of each site for a day. */
export class RobotsCache {
  private readonly kept = new Map<string, { readonly rules: RobotRules; readonly until: number }>();

  /** @param read gets the rules where none are kept; when it fails nothing is kept */
  async of(origin: string, read: () => Promise<RobotRules>): Promise<RobotRules> {
    const known = this.kept.get(origin);
    if (known && known.until > Date.now()) return known.rules;
    const rules = await read();
    this.kept.delete(origin);
    this.kept.set(origin, { rules, until: Date.now() + KEPT_MS });
    const [oldest] = this.kept.keys();
    if (this.kept.size > MAX_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return rules;
  }
}
