import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import type { ChoosingWay, Dtype, ModelChoice } from '@moodline/language-model/contract';
import { SecretBox } from '@moodline/shared/secrets';
import { BUNDLED_MODEL } from '../bundled-model';
import { ChildLanguageModel } from '../child-language-model';
import type { LanguageModel } from '../language-model';
import type { StoredChoice } from '../model-setting.repository';
import { ModelFolderError, ModelNotDownloadedError } from './backend.errors';
import { neededFiles } from './hub/hub-files';
import { ModelDownloads } from './hub/model-downloads';
import { modelName } from './model-names';
import { ServerLanguageModel } from './server/server-language-model';

/** How models run on this machine. */
export interface MachineSettings {
  /** Folder of the bundled model. */
  readonly modelsDir: string;
  readonly bundledName?: string;
  /** Built script of the child process. */
  readonly childEntry: string;
  readonly threads: number;
  /** Memory in megabytes beyond which the bundled model's child is replaced. */
  readonly memoryLimitMb?: number;
}

/** One model that can be asked, and ended. */
export interface Backend {
  readonly choice: ModelChoice;
  readonly model: LanguageModel;
  /** How it tells probabilities. */
  readonly way: () => ChoosingWay;
  /** Starts what takes time to start, without waiting for it. */
  readonly start: () => void;
  readonly close: () => Promise<void>;
}

/** Memory for everything besides the weights: runtime, caches, a batch. In megabytes. */
const BESIDES_WEIGHTS_MB = 1_000;

/** Makes the model of a choice. Each call makes a new one. */
@Injectable()
export class BackendFactory {
  private readonly logger = new Logger('LanguageModel');

  constructor(
    private readonly machine: MachineSettings,
    private readonly downloads: ModelDownloads,
    private readonly secrets: SecretBox,
  ) {}

  /** The bundled weights, which are always there. */
  bundled(): Backend {
    const { modelsDir, bundledName = BUNDLED_MODEL, memoryLimitMb } = this.machine;
    return this.child(
      { kind: 'bundled' },
      {
        modelsDir,
        modelName: bundledName,
        model: bundledName,
        ...(memoryLimitMb === undefined ? {} : { memoryLimitMb }),
      },
    );
  }

  /**
   * @param onProblem told when a model on this machine does not start or fails
   * @throws ModelNotDownloadedError, ModelFolderError, UnreadableSecretError
   */
  async make({ choice, sealedKey }: StoredChoice, onProblem?: (problem: string) => void): Promise<Backend> {
    switch (choice.kind) {
      case 'bundled':
        return this.bundled();
      case 'hub':
        if (!(await this.downloads.has(choice))) throw new ModelNotDownloadedError(choice.modelId);
        return this.fromFolder(choice, this.downloads.folder(choice.modelId), onProblem);
      case 'folder':
        return this.fromFolder(choice, choice.path, onProblem);
      case 'server': {
        const { baseUrl, concurrency } = choice;
        const key = sealedKey === null ? null : this.secrets.open(sealedKey);
        const model = new ServerLanguageModel({
          baseUrl,
          concurrency,
          key,
          serverModel: choice.model,
          model: modelName(choice),
        });
        return { choice, model, way: () => model.way, start: () => undefined, close: () => model.close() };
      }
    }
  }

  private async fromFolder(
    choice: ModelChoice & { readonly dtype: Dtype },
    folder: string,
    onProblem?: (problem: string) => void,
  ): Promise<Backend> {
    for (const file of neededFiles(choice.dtype)) {
      if (!(await stat(join(folder, file)).catch(() => null))?.isFile()) throw new ModelFolderError(folder, file);
    }
    const memoryLimitMb = BESIDES_WEIGHTS_MB + 1.5 * (await graphMegabytes(folder, choice.dtype));
    return this.child(choice, {
      modelsDir: dirname(folder),
      modelName: basename(folder),
      dtype: choice.dtype,
      model: modelName(choice),
      memoryLimitMb,
      ...(onProblem ? { onProblem } : {}),
    });
  }

  private child(
    choice: ModelChoice,
    { modelsDir, modelName: name, dtype, model: called, memoryLimitMb, onProblem }: ChildPlace,
  ): Backend {
    const model = new ChildLanguageModel({
      entry: this.machine.childEntry,
      place: { modelsDir, modelName: name, threads: this.machine.threads, ...(dtype ? { dtype } : {}) },
      model: called,
      ...(memoryLimitMb === undefined ? {} : { memoryLimitMb }),
      onProblem: (problem) => {
        this.logger.warn(`Trouble with the model process of ${called}: ${problem}`);
        onProblem?.(problem);
      },
    });
    return { choice, model, way: () => 'weights', start: () => model.start(), close: () => model.close() };
  }
}

interface ChildPlace {
  readonly modelsDir: string;
  readonly modelName: string;
  readonly model: string;
  readonly dtype?: Dtype;
  readonly memoryLimitMb?: number;
  readonly onProblem?: (problem: string) => void;
}

/** Size of a graph with its weights, in megabytes. */
async function graphMegabytes(folder: string, dtype: Dtype): Promise<number> {
  const graph = basename(neededFiles(dtype).at(-1) ?? '');
  const names = (await readdir(join(folder, 'onnx'))).filter(
    (name) => name === graph || name.startsWith(`${graph}_data`),
  );
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, 'onnx', name))).size));
  return sizes.reduce((sum, size) => sum + size, 0) / 1e6;
}
