import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AutoModelForCausalLM, env } from '@huggingface/transformers';
import type { Dtype } from '@moodline/language-model/contract';
import type { InferenceSession } from 'onnxruntime-node';
import { ChooseEngine } from './choose-engine';
import { FeaturesEngine } from './features-engine';
import { ModelSession } from './model-session';
import { PrefixCache } from './prefix-cache';
import { PromptTokens } from './prompt-tokens';
import { WriteEngine } from './write-engine';

export interface ModelPlace {
  /** Folder that holds one folder per model. */
  readonly modelsDir: string;
  readonly modelName: string;
  /** Cores the model may use. */
  readonly threads: number;
  /** Which of the model's graphs; `q4` by default. */
  readonly dtype?: Dtype;
}

export interface Engine {
  readonly chooser: ChooseEngine;
  readonly features: FeaturesEngine;
  readonly writer: WriteEngine;
}

/** Loads tokenizer and weights from disk; never from the net. */
export async function loadEngine({ modelsDir, modelName, threads, dtype = 'q4' }: ModelPlace): Promise<Engine> {
  env.allowRemoteModels = false;
  // A whole path, as a folder somebody made need not be named like a model of the hub.
  const folder = resolve(modelsDir, modelName);
  const readJson = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8'));
  const prompt = new PromptTokens(await readJson('tokenizer.json'), await readJson('tokenizer_config.json'));
  const context: number = (await readJson('config.json')).max_position_embeddings;
  const model = await AutoModelForCausalLM.from_pretrained(folder, {
    dtype,
    device: 'cpu',
    // Without its arena the runtime gives memory back between runs: 50 MB less at the same speed (measured).
    session_options: { intraOpNumThreads: threads, interOpNumThreads: 1, enableCpuMemArena: false },
  });
  const session = new ModelSession(model.sessions['model'] as InferenceSession);
  const prefixes = new PrefixCache(async function* (system) {
    return (yield* session.read(prompt.rolePrefix(system))).cache;
  });
  const exitPrefixes = new PrefixCache((system) => session.readToExit(prompt.rolePrefix(system)));
  return {
    features: new FeaturesEngine(session, prompt, exitPrefixes),
    chooser: new ChooseEngine(session, prompt, prefixes),
    writer: new WriteEngine(session, prompt, prefixes, context),
  };
}
