/** Entry of the thread in which a head is learned: it learns once and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import type { TeachingTask } from './mood-teacher';
import { teachMood } from './teach-mood';

const { rootDir, task } = workerData as { rootDir: string; task: TeachingTask };
parentPort?.postMessage(teachMood(rootDir, task));
