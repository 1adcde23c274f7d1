import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What `npm run bench -- scale` was asked for. */
export interface ScaleOptions {
  readonly comments: number;
  /** Folder of the embedded server; kept, so that the next run goes on with it. */
  readonly data: string;
  /** How often each read is asked. */
  readonly rounds: number;
  /** Reads whose name contains this; all where it is empty. */
  readonly only: string;
  /** Fills the database and measures nothing. */
  readonly fillOnly: boolean;
  /** Leaves nothing of the filling beside the comments, as a backup needs it; such a folder cannot be filled on. */
  readonly plain: boolean;
  /** Measures what row level security costs questions and exports, and nothing else. */
  readonly rowSecurity: boolean;
}

export const USAGE =
  'npm run bench -- scale [--comments 100000] [--data FOLDER] [--rounds 20] [--only PART-OF-A-NAME] [--fill-only] [--plain] [--row-security]';

/** @throws Error that says what is not understood */
export function readOptions(args: string[], rootDir: string): ScaleOptions {
  const { values } = parseArgs({
    args,
    options: {
      comments: { type: 'string', default: '100000' },
      data: { type: 'string' },
      rounds: { type: 'string', default: '20' },
      only: { type: 'string', default: '' },
      'fill-only': { type: 'boolean', default: false },
      plain: { type: 'boolean', default: false },
      'row-security': { type: 'boolean', default: false },
    },
  });
  const comments = wholeNumber('--comments', values.comments);
  return {
    comments,
    data: values.data ? resolve(values.data) : join(rootDir, 'tmp', `scale-${comments}`),
    rounds: wholeNumber('--rounds', values.rounds),
    only: values.only,
    fillOnly: values['fill-only'],
    plain: values.plain,
    rowSecurity: values['row-security'],
  };
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${name} takes a whole number from 1; this is ${text}.`);
  return number;
}
