import { Worker } from 'node:worker_threads';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import type { MoodLesson } from './learn-mood';
import { MoodTeacher, type TeachingTask } from './mood-teacher';

/** Built script of the thread, `learning-thread.js`. */
export const LEARNING_THREAD = Symbol('LEARNING_THREAD');

/** Learns in a thread of its own: no request waits for it. */
@Injectable()
export class TeacherThread extends MoodTeacher {
  constructor(
    @Inject(LEARNING_THREAD) private readonly entry: string,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    super();
  }

  async learn(task: TeachingTask, signal: AbortSignal): Promise<MoodLesson | null> {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<MoodLesson | null>();
    const thread = new Worker(this.entry, { workerData: { rootDir: this.settings.rootDir, task } });
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
}
