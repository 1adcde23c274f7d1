import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Settings } from '@moodline/shared/config';
import type { Reader } from '@moodline/shared/db';
import { ProblemFilter } from '@moodline/shared/http';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { compressedAnswers } from './web/compressed-answers';
import { arrivesInTime, hasJsonBody, jsonOnly, knownMethods, neverCached, refusePrefetch } from './web/request-rules';
import { staticFiles } from './web/static-files';

/** A large file over a slow line takes its time. */
const UPLOAD_LIMIT_MS = 3_600_000;

/**
 * Builds the HTTP server: API under /api, and the dashboard for everything else.
 * @param reader by which questions and exports reach the database
 */
export async function createWebServer(
  settings: Settings,
  databaseUrl: string,
  logFile: string,
  reader?: Reader,
): Promise<NestExpressApplication> {
  const module = AppModule.forRoot(settings, databaseUrl, logFile, reader);
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
    forceCloseConnections: true,
  });
  app.useLogger(app.get(Logger));
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.setGlobalPrefix('api');
  app.useGlobalFilters(new ProblemFilter());
  if (settings.TRUSTED_PROXIES.length) app.set('trust proxy', settings.TRUSTED_PROXIES);
  app.use(compressedAnswers());
  app.use(arrivesInTime());
  app.use(neverCached);
  app.use(refusePrefetch);
  app.use(
    helmet({
      contentSecurityPolicy: { directives: policy(settings) },
      frameguard: { action: 'deny' },
      strictTransportSecurity: settings.publicUrl.startsWith('https:'),
    }),
  );
  const built = join(settings.rootDir, 'dist/apps');
  app.use(staticFiles(join(built, 'dashboard/browser'), join(built, 'dashboard-compressed')));
  const server: Express = app.getHttpAdapter().getInstance();
  app.use(knownMethods(() => server.router.stack));
  app.use(jsonOnly);
  app.use(
    express.json({
      limit: '1mb',
      type: (request) => hasJsonBody(request.url?.split('?')[0] ?? '', request.headers['content-type']),
    }),
  );
  app.getHttpServer().requestTimeout = UPLOAD_LIMIT_MS;
  return app;
}

function policy(settings: Settings): Record<string, string[] | null> {
  return {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    // Components bring their styles as elements.
    'style-src': ["'self'", "'unsafe-inline'"],
    'font-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'frame-ancestors': ["'none'"],
    'upgrade-insecure-requests': settings.publicUrl.startsWith('https:') ? [] : null,
  };
}
