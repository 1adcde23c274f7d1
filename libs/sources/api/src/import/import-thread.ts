/** Entry of the thread that reads files. It answers one question after the other. */
import { parentPort } from 'node:worker_threads';
import { FileRows } from './file-rows';
import { refuseEarly } from './refuse-early';
import type { RowReading } from './row-reading';
import { fileAt } from './stored-file';
import { errorMessage, type FromThread, type Question, type ToThread } from './thread-messages';

let open: RowReading | null = null;

parentPort?.on('message', ({ id, question }: ToThread) => {
  const send = (message: FromThread) => parentPort?.postMessage(message);
  answer(question).then(
    (given) => send({ id, answer: given }),
    (error: unknown) => send({ id, error: errorMessage(error) }),
  );
});

async function answer(question: Question): Promise<unknown> {
  if (question.ask === 'look') return refuseEarly(Buffer.from(question.head));
  if (question.ask === 'open') {
    open = await FileRows.open(fileAt(question.path), question.order);
    const { doubts, hasSources, rows } = open;
    return { doubts, hasSources, rows };
  }
  const reading = open;
  if (!reading) throw new Error(`No file is open, and "${question.ask}" was asked.`);
  if (question.ask === 'next') return reading.next();
  if (question.ask === 'summary') return reading.summary();
  open = null;
  return reading.close();
}
