import type { MoodLesson, MoodTask } from './learn-mood';

/** What is learned from, without what comes with the product. */
export interface TeachingTask extends Omit<MoodTask, 'replay' | 'known'> {
  /** Which weights gave the features, see `LanguageModel.featuresBy`. */
  readonly featuresBy: string;
}

/** Learns a mood head, wherever that is computed. */
export abstract class MoodTeacher {
  /** @returns null where the product brings no features of these weights to compare with @throws Error when the computation ends early */
  abstract learn(task: TeachingTask, signal: AbortSignal): Promise<MoodLesson | null>;
}
