import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AccountsModule, WorkspaceSettings } from '@moodline/accounts/api';
import { AlertsModule } from '@moodline/alerts/api';
import { BackupsModule } from '@moodline/backups/api';
import { AssistantsModule, ColleagueModule, DocumentsModule } from '@moodline/assistants/api';
import { ChatModule } from '@moodline/chat/api';
import { CommentsModule } from '@moodline/comments/api';
import { BUNDLED_MODEL, LanguageModelModule } from '@moodline/language-model/api';
import { NotifyModule } from '@moodline/notify/api';
import { ReportsModule } from '@moodline/reports/api';
import { BucketZone, SentimentModule } from '@moodline/sentiment/api';
import { SettingsModule, type Settings } from '@moodline/shared/config';
import { DatabaseModule, type Reader } from '@moodline/shared/db';
import { HttpModule } from '@moodline/shared/http';
import { SourcesModule } from '@moodline/sources/api';
import { TrendsModule } from '@moodline/trends/api';
import type { IncomingMessage } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import { HealthController } from './health.controller';
import { OpenApiController } from './openapi/openapi.controller';

/** All domains, wired to one process. */
@Module({ controllers: [HealthController, OpenApiController] })
export class AppModule implements OnModuleInit {
  constructor(
    private readonly workspaces: WorkspaceSettings,
    private readonly buckets: BucketZone,
  ) {}

  static forRoot(settings: Settings, databaseUrl: string, logFile: string, reader?: Reader): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.forRoot(settings),
        DatabaseModule.forRoot(databaseUrl, reader),
        LoggerModule.forRoot({
          pinoHttp: [
            { level: settings.LOG_LEVEL, serializers: { req: requestLine, res: statusOnly }, customLogLevel },
            createWriteStream(logFile, { flags: 'a', mode: 0o600 }),
          ],
        }),
        ScheduleModule.forRoot(),
        HttpModule,
        LanguageModelModule.forRoot({
          modelsDir: join(settings.rootDir, 'models'),
          modelName: BUNDLED_MODEL,
          childEntry: join(__dirname, 'model-process.js'),
          threads: settings.MODEL_THREADS,
        }),
        AccountsModule,
        NotifyModule,
        CommentsModule,
        SourcesModule.withThreads(join(__dirname, 'import-thread.js')),
        SentimentModule.withThread(join(__dirname, 'learning-thread.js')),
        TrendsModule,
        AlertsModule,
        ReportsModule,
        ChatModule,
        BackupsModule,
        AssistantsModule,
        ColleagueModule,
        DocumentsModule.withThreads(join(__dirname, 'document-thread.js')),
      ],
    };
  }

  onModuleInit(): void {
    this.workspaces.onTimeZoneChanging((transaction, workspaceId) => this.buckets.changing(transaction, workspaceId));
  }
}

/** What is logged of a request: no query (it holds searches and one-time tokens), no headers, no body. */
function requestLine(request: IncomingMessage & { id?: unknown }): { id: unknown; method?: string; path?: string } {
  return { id: request.id, method: request.method, path: request.url?.split('?')[0] };
}

/** What is logged of an answer: its headers hold the session cookie. */
const statusOnly = ({ statusCode }: { statusCode: number }) => ({ statusCode });

const customLogLevel = (_: unknown, response: { statusCode: number }) =>
  response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'info' : 'debug';
