import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Module, type BeforeApplicationShutdown, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { SecretBox, SecretsModule } from '@moodline/shared/secrets';
import { ServerEvents } from '@moodline/shared/http';
import { BackendFactory } from './backends/backend-factory';
import { BackendPool } from './backends/backend-pool';
import { ModelDownloads } from './backends/hub/model-downloads';
import { ModelBackends } from './backends/model-backends';
import { RoutedLanguageModel } from './backends/routed-language-model';
import { FollowChoiceJob } from './jobs/follow-choice.job';
import { LanguageModel } from './language-model';
import { ModelChecker } from './model-checker';
import { ModelSettingRepository } from './model-setting.repository';
import { ModelSettingsEditor } from './model-settings';
import { ModelsController } from './models.controller';
import { ChosenModelsQuery } from './queries/chosen-models.query';
import { RolePrompts } from './role-prompts';

export interface LanguageModelOptions {
  /** Folder that holds one folder per model, for example `models`. */
  readonly modelsDir: string;
  /** Folder name of the bundled model, for example `moodline-qwen-0.5b`. */
  readonly modelName: string;
  /** Built script of the child process: `model-process.js` beside `main.js`. */
  readonly childEntry: string;
  /** Cores the model may use; by default all that this process may, container limits included. */
  readonly threads?: number;
  /** Memory in megabytes beyond which the child is replaced between two requests. */
  readonly memoryLimitMb?: number;
}

/** What knows which model is chosen, tries it out and puts it in force. */
const MODEL_CHOICE = [
  ModelSettingRepository,
  ChosenModelsQuery,
  ModelSettingsEditor,
  ModelChecker,
  ModelBackends,
  FollowChoiceJob,
  RoutedLanguageModel,
];

/** Provides the {@link LanguageModel} and the {@link RolePrompts} to the whole application, starts the chosen models without holding up the boot, and ends them. */
@Module({})
export class LanguageModelModule implements OnModuleInit, BeforeApplicationShutdown {
  constructor(private readonly backends: ModelBackends) {}

  static forRoot({
    modelsDir,
    modelName,
    childEntry,
    threads = availableParallelism(),
    memoryLimitMb,
  }: LanguageModelOptions): DynamicModule {
    const machine = {
      modelsDir,
      bundledName: modelName,
      childEntry,
      threads,
      ...(memoryLimitMb === undefined ? {} : { memoryLimitMb }),
    };
    return {
      module: LanguageModelModule,
      global: true,
      imports: [SecretsModule],
      controllers: [ModelsController],
      providers: [
        ...MODEL_CHOICE,
        {
          provide: ModelDownloads,
          inject: [SETTINGS, ServerEvents],
          useFactory: ({ dataDir }: Settings, events: ServerEvents) =>
            new ModelDownloads({ modelsDir: join(dataDir, 'models') }, events),
        },
        {
          provide: BackendFactory,
          inject: [ModelDownloads, SecretBox],
          useFactory: (downloads: ModelDownloads, secrets: SecretBox) =>
            new BackendFactory(machine, downloads, secrets),
        },
        {
          provide: BackendPool,
          inject: [BackendFactory],
          useFactory: (factory: BackendFactory) => new BackendPool(factory),
        },
        { provide: LanguageModel, useExisting: RoutedLanguageModel },
        RolePrompts,
      ],
      exports: [LanguageModel, RolePrompts],
    };
  }

  async onModuleInit(): Promise<void> {
    await this.backends.follow();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.backends.close();
  }
}
