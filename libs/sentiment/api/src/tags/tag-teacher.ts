import { Inject, Injectable } from '@nestjs/common';
import { inThread } from '../learning/in-thread';
import type { TagLesson, TagTask } from '../learning/learn-tag';
import { LEARNING_THREAD } from '../learning/teacher-thread';

/** Learns a head of a tag, wherever that is computed. */
export abstract class TagTeacher {
  /** @returns null where there is too little to learn from @throws Error when the computation ends early */
  abstract learn(task: TagTask, signal: AbortSignal): Promise<TagLesson | null>;
}

/** Learns in a thread of its own: no request waits for it. */
@Injectable()
export class TagTeacherThread extends TagTeacher {
  constructor(@Inject(LEARNING_THREAD) private readonly entry: string) {
    super();
  }

  learn(tag: TagTask, signal: AbortSignal): Promise<TagLesson | null> {
    return inThread(this.entry, { tag }, signal);
  }
}
