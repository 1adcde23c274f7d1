import * as z from 'zod';
import { Controller, Headers, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { type Actor, Answers, CurrentActor, IdParam, Public, RequirePermission, ZodParam } from '@moodline/shared/http';
import { type HookResult, hookResultSchema, type HookSecret, hookSecretSchema } from '@moodline/sources/contract';
import type { Request } from 'express';
import { HookReceiver } from './hook-receiver';
import { HookTooLargeError, UnknownHookError } from './hooks.errors';

const MAX_BYTES = 1_000_000;
const MAX_KEY = 200;

@Controller()
export class HooksController {
  constructor(private readonly receiver: HookReceiver) {}

  /** Comments that another program sends. Whoever holds the secret of the source may; the body is read as it is, for it is signed so. */
  @Post('hooks/:sourceId')
  @Answers(hookResultSchema)
  @Public()
  @HttpCode(200)
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 600, ttl: 60_000 } })
  async receive(
    @ZodParam('sourceId', z.string()) id: string,
    @Headers() headers: Record<string, string | undefined>,
    @Req() request: Request,
  ): Promise<HookResult> {
    if (!/^[1-9]\d{0,8}$/.test(id)) throw new UnknownHookError();
    const body = await wholeBody(request);
    return this.receiver.receive(Number(id), {
      body,
      timestamp: headers['x-moodline-timestamp'],
      signature: headers['x-moodline-signature'],
      key: headers['idempotency-key']?.slice(0, MAX_KEY) || null,
    });
  }

  /** A new secret, shown this once. */
  @Post('sources/:id/hook-secret')
  @Answers(hookSecretSchema)
  @HttpCode(200)
  @RequirePermission('sources.write')
  renewSecret(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<HookSecret> {
    return this.receiver.renewSecret(actor.workspaceId, id);
  }
}

async function wholeBody(request: Request): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size > MAX_BYTES) throw new HookTooLargeError('1 MB');
    }
  } finally {
    // The answer to a delivery that is refused early travels on the same connection.
    request.resume();
  }
  return Buffer.concat(chunks);
}
