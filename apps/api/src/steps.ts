const SPINNER_MS = 250;

/** Says on the terminal what is being done, for how long already, and how long it took. */
export class Steps {
  /** @param terminal where to write; a terminal gets one line that moves, a file one line a step */
  constructor(private readonly terminal: NodeJS.WriteStream = process.stdout) {}

  /**
   * Runs one step of the start.
   * @param work receives a function by which it tells how far it is, for example `3 of 6 files`
   */
  async run<T>(name: string, work: (tell: (detail: string) => void) => Promise<T>): Promise<T> {
    const begun = performance.now();
    let detail = '';
    const elapsed = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
    const show = () =>
      this.terminal.isTTY && this.terminal.write(`\r\x1b[2K  … ${name}${detail && `: ${detail}`} (${elapsed()})`);
    const timer = setInterval(show, SPINNER_MS);
    try {
      const result = await work((text) => (detail = text));
      this.end(`  ✓ ${name} (${elapsed()})`);
      return result;
    } catch (error) {
      this.end(`  ✗ ${name} (${elapsed()})`);
      throw error;
    } finally {
      clearInterval(timer);
    }
  }

  private end(line: string): void {
    this.terminal.write(`${this.terminal.isTTY ? '\r\x1b[2K' : ''}${line}\n`);
  }
}
