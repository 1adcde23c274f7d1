/** Entry of the thread that reads one document and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '@moodline/shared/http';
import { readDocument, type DocumentText } from './document-reading';

/** What the thread is given. */
export interface ThreadOrder {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** What it answers: the text, or why there is none. */
export type ThreadAnswer =
  | { readonly text: DocumentText }
  | {
      readonly refused: {
        readonly code: string;
        readonly message: string;
        readonly status: number;
        readonly details?: unknown;
      };
    };

const { bytes, name } = workerData as ThreadOrder;
readDocument(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name).then(
  (text) => parentPort?.postMessage({ text } satisfies ThreadAnswer),
  (error: unknown) => {
    // What nobody expected ends the thread, whose owner tells it from what was refused.
    if (!(error instanceof DomainError)) throw error;
    const { code, message, status, details } = error;
    parentPort?.postMessage({ refused: { code, message, status, details } } satisfies ThreadAnswer);
  },
);
