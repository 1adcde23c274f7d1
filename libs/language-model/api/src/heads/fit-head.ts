import type { Head } from './head';
import { minimise } from './minimise';

/** A text from which a head learns. */
export interface TaughtRow {
  readonly features: Float32Array;
  /** Index of the right option. */
  readonly gold: number;
  /** How many rows it stands for, 1 by default. */
  readonly weight?: number;
  /** What is added to the scores of the options before the softmax, for example a bias of the language. */
  readonly offset?: readonly number[];
  /**
   * Where it comes from, when how often labels occur there is to be told from what texts mean: the rows of one origin share a bias beside
   * that of the head.
   */
  readonly origin?: string;
}

/** A head with what the rows of each origin have beside its bias: one number per option. */
export interface HeadOfOrigins {
  readonly head: Head;
  readonly origins: ReadonlyMap<string, readonly number[]>;
}

/** Mean and standard deviation of each feature over many texts. */
export interface FeatureScale {
  readonly mean: readonly number[];
  readonly scale: readonly number[];
}

/** From where a head learns, and how hard it is held there. */
export interface Pull {
  /** The head that stays when there are no rows. */
  readonly towards: Head;
  readonly features: FeatureScale;
  /** Precision of the normal distribution of each weight around that of `towards`, for features of mean 0 and deviation 1. */
  readonly strength: number;
}

/** The bias of an option moves freely within some units: how often answers occur is the first thing that differs between places. */
const BIAS_STRENGTH = 0.5;

/** From this share of places that are not zero on, a row is read from end to end. */
const MOSTLY = 0.8;

/**
 * Fits a head by multinomial logistic regression with a Gaussian prior around another head: minimises the sum of the rows' negative
 * log-likelihood plus strength / 2 · |W − W₀|², W being the weights of standardised features. The temperature of `towards` stays
 * where it is. A maximum a posteriori estimate; the prior that carries what another domain taught is that of C. Chelba, A. Acero,
 * Adaptation of maximum entropy capitalizer, EMNLP 2004.
 * @param start a head near the answer, for example one fitted with another strength: it saves time and does not change the answer
 * @throws Error when rows and head have different numbers of features
 */
export function fitHead(rows: readonly TaughtRow[], pull: Pull, start: Head = pull.towards): Head {
  return fitOrigins(rows, pull, { head: start, origins: new Map() }).head;
}

/**
 * As {@link fitHead}, for rows of several origins: weights and bias are learned from all of them, and beside them a bias of each origin
 * that is pulled towards none. So the head keeps what texts mean where labels are rare that are frequent elsewhere.
 */
export function fitOrigins(rows: readonly TaughtRow[], pull: Pull, start: HeadOfOrigins): HeadOfOrigins {
  const problem = new FitProblem(rows, pull);
  const prior = problem.pointOf({ head: pull.towards, origins: new Map() });
  const point = minimise((at) => problem.at(at, prior), problem.pointOf(start));
  return { head: problem.headAt(point), origins: problem.originsAt(point) };
}

/** The rows in one matrix of standardised features, and heads as points: per option the weights, then the bias; behind them the biases of origins. */
class FitProblem {
  private readonly width: number;
  private readonly options: number;
  private readonly inputs: Float32Array;
  /** Per row the places that are not zero: of words a text has only some. Null where that are (nearly) all. */
  private readonly places: readonly (Uint32Array | null)[];
  private readonly temperature: number;
  private readonly origins: readonly string[];

  constructor(
    private readonly rows: readonly TaughtRow[],
    private readonly pull: Pull,
  ) {
    const { towards, features } = pull;
    this.width = towards.weights[0]?.length ?? 0;
    this.options = towards.options.length;
    this.temperature = towards.temperature;
    this.origins = [...new Set(rows.flatMap(({ origin }) => origin ?? []))];
    if (features.mean.length !== this.width || rows.some((row) => row.features.length !== this.width))
      throw new Error(`The head ${towards.name} reads ${this.width} features; the rows have others.`);
    this.inputs = new Float32Array(rows.length * this.width);
    rows.forEach((row, index) =>
      this.inputs.set(
        row.features.map((value, at) => (value - (features.mean[at] ?? 0)) / (features.scale[at] ?? 1)),
        index * this.width,
      ),
    );
    this.places = rows.map((_, row) => this.placesOf(row));
  }

  pointOf({ head: { weights, bias }, origins }: HeadOfOrigins): Float64Array {
    const { mean, scale } = this.pull.features;
    const ofHead = weights.flatMap((row, option) => {
      const shift = row.reduce((sum, weight, at) => sum + weight * (mean[at] ?? 0), 0);
      return [...row.map((weight, at) => weight * (scale[at] ?? 1)), (bias[option] ?? 0) + shift];
    });
    const ofOrigins = this.origins.flatMap((origin) => origins.get(origin) ?? new Array<number>(this.options).fill(0));
    return Float64Array.from([...ofHead, ...ofOrigins]);
  }

  headAt(point: Float64Array): Head {
    const { mean, scale } = this.pull.features;
    const weights = this.pull.towards.options.map((_, option) =>
      Array.from(
        point.subarray(option * (this.width + 1), option * (this.width + 1) + this.width),
        (weight, at) => weight / (scale[at] ?? 1),
      ),
    );
    const bias = weights.map(
      (row, option) =>
        (point[option * (this.width + 1) + this.width] ?? 0) -
        row.reduce((sum, weight, at) => sum + weight * (mean[at] ?? 0), 0),
    );
    return { ...this.pull.towards, weights, bias };
  }

  originsAt(point: Float64Array): Map<string, readonly number[]> {
    return new Map(
      this.origins.map((origin) => {
        const start = this.startOf(origin);
        return [origin, [...point.subarray(start, start + this.options)]];
      }),
    );
  }

  /** Value and slope of what is minimised. */
  at(point: Float64Array, prior: Float64Array): { value: number; gradient: Float64Array } {
    const gradient = new Float64Array(point.length);
    let value = 0;
    for (let place = 0; place < point.length; place++) {
      const held = this.isBias(place) ? BIAS_STRENGTH : this.pull.strength;
      const away = (point[place] as number) - (prior[place] as number);
      value += (held / 2) * away * away;
      gradient[place] = held * away;
    }
    for (let row = 0; row < this.rows.length; row++) value += this.addRow(row, point, gradient);
    return { value, gradient };
  }

  private isBias(place: number): boolean {
    return place >= this.options * (this.width + 1) || place % (this.width + 1) === this.width;
  }

  private startOf(origin: string): number {
    return this.options * (this.width + 1) + this.origins.indexOf(origin) * this.options;
  }

  /** Adds the slope of a row. @returns its negative log-likelihood times its weight */
  private addRow(row: number, point: Float64Array, gradient: Float64Array): number {
    const { gold, weight = 1, offset, origin } = this.rows[row] as TaughtRow;
    const own = origin === undefined ? null : this.startOf(origin);
    const { width, options } = this;
    const scores = new Float64Array(options);
    for (let option = 0; option < options; option++) {
      const base = option * (width + 1);
      let score = (point[base + width] as number) + this.scoreOf(row, point, base);
      if (own !== null) score += point[own + option] as number;
      scores[option] = (score + (offset?.[option] ?? 0)) / this.temperature;
    }
    const highest = Math.max(...scores);
    let total = 0;
    for (let option = 0; option < options; option++) total += Math.exp((scores[option] as number) - highest);
    for (let option = 0; option < options; option++) {
      const chance = Math.exp((scores[option] as number) - highest) / total;
      const slope = (weight * (chance - (option === gold ? 1 : 0))) / this.temperature;
      const base = option * (width + 1);
      gradient[base + width] = (gradient[base + width] as number) + slope;
      if (own !== null) gradient[own + option] = (gradient[own + option] as number) + slope;
      this.addTimes(row, slope, gradient, base);
    }
    return weight * (highest + Math.log(total) - (scores[gold] ?? 0));
  }

  private placesOf(row: number): Uint32Array | null {
    const all = Uint32Array.from({ length: this.width }, (_, at) => at);
    const told = all.filter((at) => this.inputs[row * this.width + at] !== 0);
    return told.length > MOSTLY * this.width ? null : told;
  }

  /** Product of a row with the weights that begin at a place of the point. Four sums at once: each waits for the one before it. */
  private scoreOf(row: number, point: Float64Array, base: number): number {
    const { width, inputs } = this;
    const places = this.places[row];
    const start = row * width;
    let [sum, second, third, fourth] = [0, 0, 0, 0];
    if (places) {
      for (let index = 0; index < places.length; index++) {
        const at = places[index] as number;
        sum += (point[base + at] as number) * (inputs[start + at] as number);
      }
      return sum;
    }
    let at = 0;
    for (; at + 3 < width; at += 4) {
      sum += (point[base + at] as number) * (inputs[start + at] as number);
      second += (point[base + at + 1] as number) * (inputs[start + at + 1] as number);
      third += (point[base + at + 2] as number) * (inputs[start + at + 2] as number);
      fourth += (point[base + at + 3] as number) * (inputs[start + at + 3] as number);
    }
    for (; at < width; at++) sum += (point[base + at] as number) * (inputs[start + at] as number);
    return sum + second + third + fourth;
  }

  /** Adds a multiple of a row to the slopes that begin at a place. */
  private addTimes(row: number, times: number, gradient: Float64Array, base: number): void {
    const { width, inputs } = this;
    const places = this.places[row];
    const start = row * width;
    const count = places ? places.length : width;
    for (let index = 0; index < count; index++) {
      const at = places ? (places[index] as number) : index;
      gradient[base + at] = (gradient[base + at] as number) + times * (inputs[start + at] as number);
    }
  }
}
