import { join } from 'node:path';
import { runLabelEvaluation } from '@moodline/sentiment/api';

/** The program behind `npm run eval`: labels of the bundled model against labelled files. */
runLabelEvaluation(process.argv.slice(2), {
  rootDir: join(__dirname, '../../..'),
  print: (text) => console.log(text),
}).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
