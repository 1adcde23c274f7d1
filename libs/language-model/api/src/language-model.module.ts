import { availableParallelism } from 'node:os';
import { Inject, Logger, Module, type BeforeApplicationShutdown, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { ChildLanguageModel } from './child-language-model';
import { LanguageModel } from './language-model';
import { RolePrompts } from './role-prompts';

export interface LanguageModelOptions {
  /** Folder that holds one folder per model, for example `models`. */
  readonly modelsDir: string;
  /** Folder name of the model, for example `moodline-qwen-0.5b`. */
  readonly modelName: string;
  /** Built script of the child process: `model-process.js` beside `main.js`. */
  readonly childEntry: string;
  /** Cores the model may use; by default all that this process may, container limits included. */
  readonly threads?: number;
  /** Memory in megabytes beyond which the child is replaced between two requests. */
  readonly memoryLimitMb?: number;
}

/** Provides the {@link LanguageModel} and the {@link RolePrompts} to the whole application, starts its process without holding up the boot, and ends it. */
@Module({})
export class LanguageModelModule implements OnModuleInit, BeforeApplicationShutdown {
  constructor(@Inject(ChildLanguageModel) private readonly model: ChildLanguageModel) {}

  static forRoot({ modelsDir, modelName, childEntry, threads = availableParallelism(), memoryLimitMb }: LanguageModelOptions): DynamicModule {
    const logger = new Logger('LanguageModel');
    const model = new ChildLanguageModel({
      entry: childEntry,
      place: { modelsDir, modelName, threads },
      ...(memoryLimitMb === undefined ? {} : { memoryLimitMb }),
      onProblem: (problem) => logger.warn(`Trouble with the model process: ${problem}`),
    });
    return {
      module: LanguageModelModule,
      global: true,
      providers: [
        { provide: ChildLanguageModel, useValue: model },
        { provide: LanguageModel, useExisting: ChildLanguageModel },
        RolePrompts,
      ],
      exports: [LanguageModel, RolePrompts],
    };
  }

  onModuleInit(): void {
    this.model.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.model.close();
  }
}
