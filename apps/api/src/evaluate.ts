import { join } from 'node:path';
import { runQuestionFitting } from '@moodline/chat/api';
import { startBundledModel } from '@moodline/language-model/api';
import { runLabelEvaluation } from '@moodline/sentiment/api';

const around = { rootDir: join(__dirname, '../../..'), print: (text: string) => console.log(text) };
const [command, ...options] = process.argv.slice(2);

/** What is learned from written questions, by the bundled model. */
async function runQuestions(): Promise<number> {
  const model = startBundledModel(around.rootDir);
  try {
    return await runQuestionFitting(options, { ...around, model });
  } finally {
    await model.close();
  }
}

/** The program behind `npm run eval`: labels of the bundled model against labelled files, and what is learned from written questions. */
const run = command === 'questions' ? runQuestions : () => runLabelEvaluation(process.argv.slice(2), around);

run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
