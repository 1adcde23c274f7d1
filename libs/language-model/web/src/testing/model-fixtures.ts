import type {
  ChosenModel,
  ModelDownload,
  ModelSettings,
  ModelsStatus,
  TaskStatus,
} from '@moodline/language-model/contract';

export const bundled: ChosenModel = { choice: { kind: 'bundled' }, hasKey: false, leavesTo: null };
export const server: ChosenModel = {
  choice: { kind: 'server', baseUrl: 'https://models.example.com/v1', model: 'qwen', concurrency: 4 },
  hasKey: true,
  leavesTo: 'models.example.com',
};
export const settings: ModelSettings = { label: bundled, write: bundled };

export const ready: TaskStatus = {
  inForce: { kind: 'bundled', model: 'moodline-qwen-0.5b', state: 'ready', problem: null, leavesTo: null },
  next: null,
};
export const away: TaskStatus = {
  inForce: {
    kind: 'server',
    model: 'qwen @ models.example.com',
    state: 'ready',
    problem: null,
    leavesTo: 'models.example.com',
  },
  next: null,
};
export const status: ModelsStatus = { label: ready, write: ready, downloads: [] };

export const download: ModelDownload = {
  id: 3,
  modelId: 'acme/tiny',
  dtype: 'q4',
  state: 'running',
  receivedBytes: 120_000_000,
  totalBytes: 480_000_000,
  bytesPerSecond: 4_000_000,
  problem: null,
};
