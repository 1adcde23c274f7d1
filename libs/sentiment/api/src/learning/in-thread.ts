import { Worker } from 'node:worker_threads';

/** Lets a script work in a thread of its own and answer with one message. @throws Error when it ends early, and the reason of the signal */
export async function inThread<T>(entry: string, workerData: object, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const thread = new Worker(entry, { workerData });
  const stop = () => reject(signal.reason as Error);
  signal.addEventListener('abort', stop, { once: true });
  thread.on('message', resolve);
  thread.on('error', reject);
  thread.on('exit', (code) => reject(new Error(`The thread that learned ended with code ${code}.`)));
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', stop);
    await thread.terminate();
  }
}
