import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CanActivate, DynamicModule, ExecutionContext } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { CommentIntake } from '@moodline/comments/api';
import { loadSettings, SettingsModule } from '@moodline/shared/config';
import type { ServerEvent } from '@moodline/shared/contract';
import { HttpModule, ProblemFilter, ServerEvents, type RequestWithActor } from '@moodline/shared/http';
import { filter, firstValueFrom } from 'rxjs';
import { SourcesModule } from '../sources.module';
import { countComments } from './counted-comments.query';

/** The sources domain behind a real HTTP server, for specs. Everybody is the owner. */
export class SpecApp {
  private constructor(
    readonly app: NestExpressApplication,
    readonly url: string,
    private readonly workspaceId: number,
    private readonly dataDir: string,
  ) {}

  static async start(database: DynamicModule, workspaceId: number, roles = 'api'): Promise<SpecApp> {
    const dataDir = mkdtempSync(join(tmpdir(), 'moodline-sources-'));
    const settings = loadSettings(
      { MOODLINE_DATA: dataDir, MOODLINE_ROLES: roles, FEED_ALLOWED_HOSTS: '127.0.0.1', CRAWL_DELAY_SECONDS: '0' },
      join(__dirname, '../../../../..'),
    );
    const module = await Test.createTestingModule({
      imports: [SettingsModule.forRoot(settings), database, HttpModule, SourcesModule],
    }).compile();
    countComments(module.get(CommentIntake, { strict: false }));
    const app = module.createNestApplication<NestExpressApplication>({ logger: false });
    app.useGlobalFilters(new ProblemFilter());
    app.useGlobalGuards(everybodyIsOwner(workspaceId));
    await app.listen(0, '127.0.0.1');
    return new SpecApp(app, await app.getUrl(), workspaceId, dataDir);
  }

  async request<Body>(method: string, path: string, body?: unknown): Promise<{ status: number; body: Body }> {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { 'content-type': raw ? 'application/octet-stream' : 'application/json' },
      body: body === undefined ? undefined : raw ? (body as string) : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : undefined) as Body };
  }

  /** The next event that a test asks for. */
  event(wanted: (event: ServerEvent) => boolean): Promise<ServerEvent> {
    return firstValueFrom(this.app.get(ServerEvents).of(this.workspaceId).pipe(filter(wanted)));
  }

  async close(): Promise<void> {
    await this.app.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

const everybodyIsOwner = (workspaceId: number): CanActivate => ({
  canActivate(context: ExecutionContext) {
    context.switchToHttp().getRequest<RequestWithActor>().actor = {
      workspaceId,
      userId: 1,
      role: 'owner',
      by: 'session',
    };
    return true;
  },
});

/** A site that answers whatever the test says, and has no robots.txt. */
export class SpecSite {
  answer: RequestListener = (_, response) => response.writeHead(404).end();
  private readonly server = createServer((request, response) =>
    request.url === '/robots.txt' ? response.writeHead(404).end() : this.answer(request, response),
  );

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/feed`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
