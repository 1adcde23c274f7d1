import type { Dtype } from '@moodline/language-model/contract';
import { ModelDownloadError } from '../backend.errors';

/** A file of a model as the hub lists it. */
export interface HubFile {
  readonly path: string;
  readonly size: number;
  /** What its content must give: SHA-256 for large files, git's own sum (SHA-1 with a header) for small ones; null when not told. */
  readonly sum: { readonly kind: 'sha256' | 'git'; readonly hex: string } | null;
}

/** How the graphs are called by precision, as transformers.js expects them. */
const GRAPH: Readonly<Record<Dtype, string>> = {
  q4: 'onnx/model_q4.onnx',
  q8: 'onnx/model_quantized.onnx',
  fp32: 'onnx/model.onnx',
};
const NEEDED = ['config.json', 'tokenizer.json', 'tokenizer_config.json'] as const;
const WELCOME = ['generation_config.json'] as const;

/** Files without which a model does not run in a precision. */
export const neededFiles = (dtype: Dtype): string[] => [...NEEDED, GRAPH[dtype]];

/**
 * The files of a model that are fetched: settings, tokenizer, and one graph with its weights. Nothing else of a repository is
 * touched, so a listing cannot name a path outside of the model's folder.
 * @throws ModelDownloadError when one is missing, naming the precisions that are there
 */
export function filesToFetch(listed: readonly HubFile[], dtype: Dtype, modelId: string): HubFile[] {
  const byPath = new Map(listed.map((file) => [file.path, file]));
  const graph = GRAPH[dtype];
  if (!byPath.has(graph)) {
    const others = (Object.keys(GRAPH) as Dtype[]).filter((other) => byPath.has(GRAPH[other]));
    const hint = others.length
      ? `There is: ${others.join(', ')}.`
      : 'It has no graph for this program; look for one of the same name from onnx-community.';
    throw new ModelDownloadError('model-download-dtype', `${modelId} does not come as ${dtype}. ${hint}`);
  }
  const missing = NEEDED.find((path) => !byPath.has(path));
  if (missing)
    throw new ModelDownloadError('model-download-incomplete', `${modelId} has no ${missing}. It cannot be run here.`);
  const isWeights = (path: string) =>
    path.startsWith(`${graph}_data`) && /^(_\d+)?$/.test(path.slice(`${graph}_data`.length));
  const wanted = [...NEEDED, ...WELCOME, graph].flatMap((path) => byPath.get(path) ?? []);
  return [...wanted, ...listed.filter(({ path }) => isWeights(path))];
}
