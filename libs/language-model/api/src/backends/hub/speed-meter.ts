/** Milliseconds over which a speed is measured. */
const WINDOW = 5_000;

/** Bytes a second over the last few seconds. What was there before the first look does not count as speed. */
export class SpeedMeter {
  private readonly looks: { readonly at: number; readonly bytes: number }[] = [];

  at(bytes: number, now = Date.now()): number {
    this.looks.push({ at: now, bytes });
    while (this.looks.length > 2 && now - (this.looks[0]?.at ?? now) > WINDOW) this.looks.shift();
    const first = this.looks[0];
    if (!first || now === first.at) return 0;
    return Math.max(Math.round(((bytes - first.bytes) * 1000) / (now - first.at)), 0);
  }
}
