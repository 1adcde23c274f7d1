/** Where rows of different heights stand one below the other. Heights that are not known yet count as the mean of the known ones. */
export class RowOffsets {
  private heights: number[] = [];
  private offsets = new Float64Array(1);
  private cleanUntil = 0;
  private knownSum = 0;
  private knownCount = 0;

  /** @param firstGuess height of a row while none is known (px) */
  constructor(private readonly firstGuess: number) {}

  get length(): number {
    return this.heights.length;
  }

  /** Takes other rows; a height of 0 is not known. */
  reset(heights: readonly number[]): void {
    this.heights = [...heights];
    const known = heights.filter((height) => height > 0);
    this.knownCount = known.length;
    this.knownSum = known.reduce((sum, height) => sum + height, 0);
    this.offsets = new Float64Array(heights.length + 1);
    this.cleanUntil = 0;
  }

  /** @returns by how much the row grew against what it counted for before (px) */
  measure(index: number, height: number): number {
    const before = this.heights[index] ?? 0;
    if (index >= this.heights.length || height <= 0 || Math.abs(before - height) < 0.5) return 0;
    const counted = before || this.mean();
    this.knownSum += height - before;
    if (!before) this.knownCount++;
    this.heights[index] = height;
    // A first measurement changes the mean, and with it the place of every row that is not known.
    this.cleanUntil = before ? Math.min(this.cleanUntil, index) : 0;
    return height - counted;
  }

  /** Distance of a row's upper edge from the first one's (px); of all rows together for `length`. */
  of(index: number): number {
    const wanted = Math.max(0, Math.min(index, this.heights.length));
    const mean = this.mean();
    for (let row = this.cleanUntil; row < wanted; row++)
      this.offsets[row + 1] = (this.offsets[row] ?? 0) + (this.heights[row] || mean);
    this.cleanUntil = Math.max(this.cleanUntil, wanted);
    return this.offsets[wanted] ?? 0;
  }

  /** The row that stands at a distance (px); the last one behind the end. */
  at(offset: number): number {
    let [low, high] = [0, Math.max(0, this.heights.length - 1)];
    this.of(this.heights.length);
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.offsets[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private mean(): number {
    return this.knownCount ? this.knownSum / this.knownCount : this.firstGuess;
  }
}
