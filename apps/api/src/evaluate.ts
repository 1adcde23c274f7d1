import { join } from 'node:path';
import { runQuestionFitting } from '@moodline/chat/api';
import { runLabelEvaluation } from '@moodline/sentiment/api';

const around = { rootDir: join(__dirname, '../../..'), print: (text: string) => console.log(text) };
const [command, ...options] = process.argv.slice(2);

/** The program behind `npm run eval`: labels of the bundled model against labelled files, and what is learned from written questions. */
const run =
  command === 'questions'
    ? () => Promise.resolve(runQuestionFitting(options, around))
    : () => runLabelEvaluation(process.argv.slice(2), around);

run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
