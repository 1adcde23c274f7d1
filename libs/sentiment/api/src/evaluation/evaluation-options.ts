import { parseArgs } from 'node:util';
import { EvaluationFileError } from './evaluation-file';

/** How the program was called. */
export interface EvaluationOptions {
  readonly command: 'evaluate' | 'calibrate' | 'help';
  /** Null: the set written for the project. */
  readonly file: string | null;
  readonly rows: number;
  readonly half: 'dev' | 'test' | 'all';
  readonly even: boolean;
  readonly write: boolean;
}

export const USAGE = `Measures the labels of the bundled model on a labelled file.

  npm run eval                            the set written for the project, the half that nothing was fitted on
  npm run eval -- --file F                your own file: CSV, TSV or JSON Lines, also .gz, with a column of texts and one of labels
  npm run eval -- calibrate --file F      fits the calibration on the development half and shows what it changes on the other

  --rows NUMBER        at most so many rows, drawn by a hash of their texts (default 2400)
  --even               draw evenly over source and label instead (calibrate always does)
  --half dev|test|all  only one half of the file, by the hash of the text (default: test for the written set, all for a file)
  --dry-run            calibrate: print the parameters, do not write them
  --help               this text

Answers of the model are kept in the temporary folder: a second run over the same texts takes seconds.`;

const DEFAULT_ROWS = 2400;

/** @throws EvaluationFileError with one sentence when an option is unknown or has no sense */
export function readOptions(args: readonly string[]): EvaluationOptions {
  const { values, positionals } = parsed(args);
  const [command = 'evaluate', ...more] = positionals;
  if (values.help) return { command: 'help', file: null, rows: 0, half: 'all', even: false, write: false };
  if ((command !== 'evaluate' && command !== 'calibrate') || more.length)
    throw new EvaluationFileError(
      `There is no command ${positionals.join(' ')}. npm run eval -- --help lists what there is.`,
    );
  const rows = values.rows === undefined ? DEFAULT_ROWS : Number(values.rows);
  if (!Number.isInteger(rows) || rows < 1)
    throw new EvaluationFileError(`--rows ${values.rows} is not a number of rows.`);
  const half = values.half ?? (values.file ? 'all' : 'test');
  if (half !== 'dev' && half !== 'test' && half !== 'all')
    throw new EvaluationFileError(`--half ${half} is none of dev, test and all.`);
  if (command === 'calibrate' && !values.file)
    throw new EvaluationFileError('calibrate needs a file: npm run eval -- calibrate --file F');
  return { command, file: values.file ?? null, rows, half, even: values.even ?? false, write: !values['dry-run'] };
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
