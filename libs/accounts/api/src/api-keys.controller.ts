import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import {
  apiKeySchema,
  createKeySchema,
  newKeySchema,
  type ApiKey,
  type CreateKey,
  type NewKey,
} from '@moodline/accounts/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  CurrentActor,
  IdParam,
  NotFoundError,
  RequirePermission,
  ZodBody,
} from '@moodline/shared/http';
import { z } from 'zod';
import { ApiKeyRepository } from './api-key.repository';
import { KEY_PREFIX, newToken, tokenHash } from './secret-token';

/** Keys for programs on other machines. */
@Controller('keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeyRepository) {}

  @Get()
  @Answers(z.array(apiKeySchema))
  @RequirePermission('keys.write')
  list(@CurrentActor() actor: Actor): Promise<ApiKey[]> {
    return this.keys.list(actor.workspaceId);
  }

  /** The key is shown this once. */
  @Post()
  @Answers(newKeySchema)
  @RequirePermission('keys.write')
  async create(@CurrentActor() actor: Actor, @ZodBody(createKeySchema) wanted: CreateKey): Promise<NewKey> {
    const key = `${KEY_PREFIX}${newToken()}`;
    const { id, expiresAt } = await this.keys.create(actor.workspaceId, actor.userId, {
      ...wanted,
      hash: tokenHash(key),
    });
    return { id, key, expiresAt: expiresAt.toISOString() };
  }

  /** Ends a key at once. */
  @Delete(':id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('keys.write')
  async remove(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<void> {
    if (!(await this.keys.remove(actor.workspaceId, id))) throw new NotFoundError('key', id);
  }
}
