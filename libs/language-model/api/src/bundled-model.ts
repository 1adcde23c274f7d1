import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ChildLanguageModel } from './child-language-model';

/** Name of the bundled model and of its folder in models/. */
export const BUNDLED_MODEL = 'moodline-qwen-0.5b';

/**
 * Runs the bundled weights outside of the application, for evaluations and benchmarks. Needs a build; call `close()` at the end.
 *
 * Its threads follow the cores this process may use. `availableParallelism` knows CPU affinity and the quota of cgroup v2, rounded
 * down (checked: with a quota of 1.5 of 2 cores it says 1); the quota of cgroup v1 it does not see.
 */
export function startBundledModel(rootDir: string): ChildLanguageModel {
  const model = new ChildLanguageModel({
    entry: join(rootDir, 'dist/apps/api/model-process.js'),
    place: { modelsDir: join(rootDir, 'models'), modelName: BUNDLED_MODEL, threads: availableParallelism() },
  });
  model.start();
  return model;
}
