import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CanActivate, DynamicModule, ExecutionContext } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { ModelsStatus } from '@moodline/language-model/contract';
import { loadSettings, SettingsModule } from '@moodline/shared/config';
import { HttpModule, ProblemFilter, type RequestWithActor } from '@moodline/shared/http';
import { LanguageModel } from '../../language-model';
import { LanguageModelModule } from '../../language-model.module';
import { ModelBackends } from '../model-backends';

export interface SpecPlace {
  readonly database: DynamicModule;
  readonly workspaceId: number;
  readonly secret?: string | undefined;
}

/** One Moodline process with nothing but models in it, and its HTTP side. Its child processes know no weights. Everybody is the owner. */
export class SpecProcess {
  private constructor(
    readonly app: NestExpressApplication,
    private readonly url: string,
    private readonly dataDir: string,
  ) {}

  static async start({
    database,
    workspaceId,
    secret = 'one secret for all processes',
  }: SpecPlace): Promise<SpecProcess> {
    const dataDir = mkdtempSync(join(tmpdir(), 'moodline-models-'));
    const settings = loadSettings({ MOODLINE_DATA: dataDir, SECRET_KEY: secret });
    const models = LanguageModelModule.forRoot({
      modelsDir: 'models',
      modelName: 'fake',
      childEntry: join(__dirname, '../../testing/fake-model-process.cjs'),
    });
    const module = await Test.createTestingModule({
      imports: [SettingsModule.forRoot(settings), database, HttpModule, models],
    }).compile();
    const app = module.createNestApplication<NestExpressApplication>({ logger: false });
    app.useGlobalFilters(new ProblemFilter());
    const everybodyIsOwner: CanActivate = {
      canActivate(context: ExecutionContext) {
        context.switchToHttp().getRequest<RequestWithActor>().actor = {
          workspaceId,
          userId: 1,
          role: 'owner',
          by: 'session',
        };
        return true;
      },
    };
    app.useGlobalGuards(everybodyIsOwner);
    await app.listen(0, '127.0.0.1');
    return new SpecProcess(app, await app.getUrl(), dataDir);
  }

  get model(): LanguageModel {
    return this.app.get(LanguageModel);
  }

  get modelsDir(): string {
    return join(this.dataDir, 'models');
  }

  async request<Body>(method: string, path: string, body?: unknown): Promise<{ status: number; body: Body }> {
    const response = await fetch(`${this.url}/models/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : undefined) as Body };
  }

  /** Looks at the stored choice, as it happens every few seconds, and waits until what follows from it is done. */
  async follow(): Promise<ModelsStatus> {
    await this.app.get(ModelBackends).follow();
    return this.settled();
  }

  async settled(): Promise<ModelsStatus> {
    await this.app.get(ModelBackends).settled();
    return this.status();
  }

  async status(): Promise<ModelsStatus> {
    return (await this.request<ModelsStatus>('GET', 'status')).body;
  }

  async close(): Promise<void> {
    await this.app.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
