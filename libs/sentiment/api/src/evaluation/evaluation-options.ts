import { parseArgs } from 'node:util';
import { EvaluationFileError } from './evaluation-file';

const COMMANDS = ['evaluate', 'calibrate', 'join', 'brands', 'learn', 'replay', 'head', 'topics'] as const;

/** How the program was called. */
export interface EvaluationOptions {
  readonly command: (typeof COMMANDS)[number] | 'help';
  /** Null: the set written for the project. */
  readonly file: string | null;
  readonly rows: number;
  readonly half: 'dev' | 'test' | 'all';
  readonly even: boolean;
  /** Only rows whose column `split` says this. */
  readonly split: string | null;
  /** Which versions of the label role that the product brings are measured. */
  readonly ways: readonly ('head' | 'prompt')[];
  /** Sources of the file that calibrate measures and fits nothing on: their terms allow no more. */
  readonly measureOnly: readonly string[];
  /** File of the head that head starts from and holds on to; null: the one in use. */
  readonly towards: string | null;
  readonly write: boolean;
  /** Names of the columns of texts and labels where the file does not tell; of a column whose commonest values become tags. */
  readonly columns: { readonly text?: string; readonly label?: string; readonly tags?: string };
  readonly seeds: number;
}

export const USAGE = `Measures the labels of the bundled model on a labelled file.

  npm run eval                            the set written for the project, the half that nothing was fitted on
  npm run eval -- --file F                your own file: CSV, TSV or JSON Lines, also .gz, with a column of texts and one of labels
  npm run eval -- calibrate --file F      fits the calibration on the development half and shows what it changes on the other
  npm run eval -- join --file F           tries whether the whole model helps where the heads are unsure
  npm run eval -- brands                  tries to label a comment towards each of two brands: libs/sentiment/api/eval/brands.tsv
  npm run eval -- learn --file F          how much better labels become by 25 to 400 corrections of your file, chosen by the queue and at random
                                          (texts are read once; half of the rows are judged from, the other half only measures)
  npm run eval -- topics                  how well topics are learned as tags from 10, 20 and 40 examples: libs/sentiment/api/eval/topics.tsv
  npm run eval -- head --file F           fits the head of the mood further on the development half, and shows what it changes on the other
  npm run eval -- replay                  reads the written set anew, of which workspaces learn again: after new weights

  --way head|prompt|both                  by heads (default), by the prompt, or one after the other; calibrate fits one of them
  --split NAME                            only rows whose column "split" says so, as in libs/sentiment/api/eval/written.tsv.gz

  --rows NUMBER        at most so many rows, drawn by a hash of their texts (default 2400)
  --even               draw evenly over source and label instead (calibrate always does)
  --half dev|test|all  only one half of the file, by the hash of the text (default: test for the written set, all for a file)
  --text NAME --label NAME   learn: columns of texts and labels, where their names and contents do not tell
  --tags NAME          learn: a column of which the three commonest values are learned as tags
  --seeds NUMBER       learn, topics: how often it is repeated with other halves (default 5)
  --measure-only NAME  calibrate, head: fit nothing on rows of this source (several: with commas); they are measured all the same
  --towards FILE       head: the head it starts from and is held at, by default the one in use
  --dry-run            calibrate, head: print what was fitted, do not write it
  --help               this text

Answers of the model are kept in the temporary folder: a second run over the same texts takes seconds.`;

const DEFAULT_ROWS = 2400;
const DEFAULT_SEEDS = 5;

const NOTHING = {
  file: null,
  rows: 0,
  half: 'all',
  even: false,
  split: null,
  ways: [],
  measureOnly: [],
  towards: null,
  write: false,
  columns: {},
  seeds: 0,
} as const;

/** @throws EvaluationFileError with one sentence when an option is unknown or has no sense */
export function readOptions(args: readonly string[]): EvaluationOptions {
  const { values, positionals } = parsed(args);
  const [command = 'evaluate', ...more] = positionals;
  if (values.help) return { ...NOTHING, command: 'help' };
  const known = COMMANDS.find((name) => name === command);
  if (!known || more.length)
    throw new EvaluationFileError(
      `There is no command ${positionals.join(' ')}. npm run eval -- --help lists what there is.`,
    );
  const rows = wholeNumber(values.rows ?? DEFAULT_ROWS, '--rows', 'rows');
  const half = values.half ?? (values.file ? 'all' : 'test');
  if (half !== 'dev' && half !== 'test' && half !== 'all')
    throw new EvaluationFileError(`--half ${half} is none of dev, test and all.`);
  if ((known === 'calibrate' || known === 'join' || known === 'learn' || known === 'head') && !values.file)
    throw new EvaluationFileError(`${known} needs a file: npm run eval -- ${known} --file F`);
  const ways = waysOf(values.way ?? 'head');
  if (known === 'calibrate' && ways.length !== 1)
    throw new EvaluationFileError('calibrate fits one way: --way head or --way prompt.');
  return {
    command: known,
    file: values.file ?? null,
    rows,
    half,
    even: values.even ?? false,
    split: values.split ?? null,
    ways,
    measureOnly: values['measure-only']?.split(',') ?? [],
    towards: values.towards ?? null,
    write: !values['dry-run'],
    columns: {
      ...(values.text === undefined ? {} : { text: values.text }),
      ...(values.label === undefined ? {} : { label: values.label }),
      ...(values.tags === undefined ? {} : { tags: values.tags }),
    },
    seeds: wholeNumber(values.seeds ?? DEFAULT_SEEDS, '--seeds', 'repetitions'),
  };
}

function wholeNumber(value: string | number, option: string, noun: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new EvaluationFileError(`${option} ${value} is not a number of ${noun}.`);
  return number;
}

function waysOf(way: string): EvaluationOptions['ways'] {
  if (way === 'both') return ['prompt', 'head'];
  if (way === 'head' || way === 'prompt') return [way];
  throw new EvaluationFileError(`--way ${way} is none of head, prompt and both.`);
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        file: { type: 'string' },
        rows: { type: 'string' },
        half: { type: 'string' },
        even: { type: 'boolean' },
        way: { type: 'string' },
        split: { type: 'string' },
        text: { type: 'string' },
        label: { type: 'string' },
        tags: { type: 'string' },
        seeds: { type: 'string' },
        'measure-only': { type: 'string' },
        towards: { type: 'string' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new EvaluationFileError(
      `${(error as Error).message.split('. ')[0]}. npm run eval -- --help lists the options.`,
    );
  }
}
