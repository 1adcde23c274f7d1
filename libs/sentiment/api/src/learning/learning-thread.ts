/** Entry of the thread in which a head is learned: it learns once and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { learnTag, type TagTask } from './learn-tag';
import type { TeachingTask } from './mood-teacher';
import { teachMood } from './teach-mood';

const work = workerData as { rootDir: string; task: TeachingTask } | { tag: TagTask };
parentPort?.postMessage('tag' in work ? learnTag(work.tag) : teachMood(work.rootDir, work.task));
