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

/**
 * Fits a head by multinomial logistic regression with a Gaussian prior around another head: minimises the sum of the rows' negative
 * log-likelihood plus strength / 2 · |W − W₀|², W being the weights of standardised features. The temperature of `towards` stays
 * where it is. A maximum a posteriori estimate; the prior that carries what another domain taught is that of C. Chelba, A. Acero,
 * Adaptation of maximum entropy capitalizer, EMNLP 2004.
 * @param start a head near the answer, for example one fitted with another strength: it saves time and does not change the answer
 * @throws Error when rows and head have different numbers of features
 */
export function fitHead(rows: readonly TaughtRow[], pull: Pull, start: Head = pull.towards): Head {
  const problem = new FitProblem(rows, pull);
  const prior = problem.pointOf(pull.towards);
  return problem.headAt(minimise((point) => problem.at(point, prior), problem.pointOf(start)));
}

/** The rows in one matrix of standardised features, and heads as points: per option the weights, then the bias. */
class FitProblem {
  private readonly width: number;
  private readonly options: number;
  private readonly inputs: Float32Array;
  /** Per row the places that are not zero: of words a text has only some. */
  private readonly places: readonly Uint32Array[];
  private readonly temperature: number;

  constructor(
    private readonly rows: readonly TaughtRow[],
    private readonly pull: Pull,
  ) {
    const { towards, features } = pull;
    this.width = towards.weights[0]?.length ?? 0;
    this.options = towards.options.length;
    this.temperature = towards.temperature;
    if (features.mean.length !== this.width || rows.some((row) => row.features.length !== this.width))
      throw new Error(`The head ${towards.name} reads ${this.width} features; the rows have others.`);
    this.inputs = new Float32Array(rows.length * this.width);
    rows.forEach((row, index) =>
      this.inputs.set(
        row.features.map((value, at) => (value - (features.mean[at] ?? 0)) / (features.scale[at] ?? 1)),
        index * this.width,
      ),
    );
    this.places = rows.map((_, row) =>
      Uint32Array.from(Array.from({ length: this.width }, (__, at) => at)).filter(
        (at) => this.inputs[row * this.width + at] !== 0,
      ),
    );
  }

  pointOf({ weights, bias }: Head): Float64Array {
    const { mean, scale } = this.pull.features;
    const point = weights.flatMap((row, option) => {
      const shift = row.reduce((sum, weight, at) => sum + weight * (mean[at] ?? 0), 0);
      return [...row.map((weight, at) => weight * (scale[at] ?? 1)), (bias[option] ?? 0) + shift];
    });
    return Float64Array.from(point);
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

  /** Value and slope of what is minimised. */
  at(point: Float64Array, prior: Float64Array): { value: number; gradient: Float64Array } {
    const gradient = new Float64Array(point.length);
    let value = 0;
    for (let place = 0; place < point.length; place++) {
      const held = place % (this.width + 1) === this.width ? BIAS_STRENGTH : this.pull.strength;
      const away = (point[place] as number) - (prior[place] as number);
      value += (held / 2) * away * away;
      gradient[place] = held * away;
    }
    for (let row = 0; row < this.rows.length; row++) value += this.addRow(row, point, gradient);
    return { value, gradient };
  }

  /** Adds the slope of a row. @returns its negative log-likelihood times its weight */
  private addRow(row: number, point: Float64Array, gradient: Float64Array): number {
    const { gold, weight = 1, offset } = this.rows[row] as TaughtRow;
    const { width, options, inputs } = this;
    const start = row * width;
    const places = this.places[row] as Uint32Array;
    const scores = new Float64Array(options);
    for (let option = 0; option < options; option++) {
      const base = option * (width + 1);
      let score = point[base + width] as number;
      for (const at of places) score += (point[base + at] as number) * (inputs[start + at] as number);
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
      for (const at of places)
        gradient[base + at] = (gradient[base + at] as number) + slope * (inputs[start + at] as number);
    }
    return weight * (highest + Math.log(total) - (scores[gold] ?? 0));
  }
}
