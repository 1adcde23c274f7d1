import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { inThread } from './in-thread';
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

  learn(task: TeachingTask, signal: AbortSignal): Promise<MoodLesson | null> {
    return inThread(this.entry, { rootDir: this.settings.rootDir, task }, signal);
  }
}
