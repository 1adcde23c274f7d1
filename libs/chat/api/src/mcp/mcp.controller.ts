import { Controller, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { mcpServer } from '@moodline/chat/mcp';
import {
  type Actor,
  AnswersStream,
  AtOnce,
  CurrentActor,
  DomainError,
  ReadsOnly,
  RequirePermission,
} from '@moodline/shared/http';
import type { Request, Response } from 'express';
import { McpReader } from './mcp-reader';

/** Requests of one address in a minute. */
const PACE = { default: { limit: 120, ttl: 60_000 } };

/** The Model Context Protocol over HTTP (Streamable HTTP, without sessions): each request carries its key and is answered by itself. */
@Controller('mcp')
export class McpController {
  private readonly requests = new AtOnce(4);

  constructor(private readonly reader: McpReader) {}

  /** One message, or several. Only a key or a token is let in: a page in somebody's browser has no business here. */
  @Post()
  @HttpCode(200)
  @AnswersStream('application/json')
  @RequirePermission('chat.ask')
  @ReadsOnly()
  @UseGuards(ThrottlerGuard)
  @Throttle(PACE)
  async serve(@CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    if (actor.by === 'session')
      throw new DomainError(
        'key-needed',
        'This address is for other programs. Send a key: "Authorization: Bearer …".',
        403,
      );
    const gone = new AbortController();
    response.on('close', this.requests.begin(actor));
    response.on('close', () => gone.abort());
    const server = mcpServer(this.reader.of(actor, gone.signal));
    const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined, enableJsonResponse: true });
    response.on('close', () => void server.close());
    await server.connect(transport);
    await transport.handleRequest(request, response, request.body);
  }

  /** There is no stream to wait on: the protocol wants this told so. */
  @Get()
  @AnswersStream('application/json')
  @RequirePermission('chat.ask')
  refuse(): never {
    throw new DomainError('post-only', 'This address takes messages by POST only.', 405);
  }
}
