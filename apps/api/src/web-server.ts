import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Settings } from '@moodline/shared/config';
import { ProblemFilter } from '@moodline/shared/http';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';

/** A large file over a slow line takes its time. */
const UPLOAD_LIMIT_MS = 3_600_000;

/** Builds the HTTP server: API under /api, the owner link, and the dashboard for everything else. */
export async function createWebServer(
  settings: Settings,
  databaseUrl: string,
  logFile: string,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(settings, databaseUrl, logFile), {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
    forceCloseConnections: true,
  });
  app.useLogger(app.get(Logger));
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.setGlobalPrefix('api', { exclude: [{ path: 'owner', method: RequestMethod.GET }] });
  app.useGlobalFilters(new ProblemFilter());
  app.use(
    helmet({
      contentSecurityPolicy: { directives: policy(settings) },
      strictTransportSecurity: settings.publicUrl.startsWith('https:'),
    }),
  );
  // Files that are imported are streamed through and never parsed as a whole, whatever type the client gives them; deliveries are signed byte by byte.
  app.use(
    express.json({
      limit: '1mb',
      type: (request) =>
        !/^\/api\/(?:imports\/?(?:\?|$)|hooks\b)/.test(request.url ?? '') &&
        /json/.test(request.headers['content-type'] ?? ''),
    }),
  );
  app.getHttpServer().requestTimeout = UPLOAD_LIMIT_MS;
  serveDashboard(app, join(settings.rootDir, 'dist/apps/dashboard/browser'));
  return app;
}

function policy(settings: Settings): Record<string, string[] | null> {
  return {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    // Components bring their styles as elements.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'frame-ancestors': ["'none'"],
    'upgrade-insecure-requests': settings.publicUrl.startsWith('https:') ? [] : null,
  };
}

/** Files by name; every other address that is not the API's is a page of the dashboard, which routes by itself. */
function serveDashboard(app: NestExpressApplication, folder: string): void {
  if (!existsSync(folder)) return;
  app.use(
    express.static(folder, {
      index: false,
      maxAge: '1y',
      immutable: true,
      setHeaders: (response, path) => path.endsWith('.html') && response.setHeader('Cache-Control', 'no-cache'),
    }),
  );
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') &&
      !/^\/(api|owner)(\/|$)/.test(request.path) &&
      !/\.[a-z0-9]+$/i.test(request.path);
    if (!isPage) return next();
    response.setHeader('Cache-Control', 'no-cache').sendFile(join(folder, 'index.html'));
  });
}
