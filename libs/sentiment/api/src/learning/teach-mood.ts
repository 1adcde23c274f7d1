import { learnMood, type MoodLesson } from './learn-mood';
import type { TeachingTask } from './mood-teacher';
import { readReplaySet } from './replay-set';

/** Learns from a workspace's rows and those that come with the product. Takes seconds to a minute of processor time. */
export function teachMood(rootDir: string, { featuresBy, ...task }: TeachingTask): MoodLesson | null {
  const set = readReplaySet(rootDir, featuresBy, task.features.mean.length);
  return set && learnMood({ ...task, ...set });
}
