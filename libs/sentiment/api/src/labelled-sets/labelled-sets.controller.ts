import { Controller, Delete, Get, HttpCode, Post, Req } from '@nestjs/common';
import {
  type LabelledSet,
  labelledSetSchema,
  type UploadSetQuery,
  uploadSetQuerySchema,
} from '@moodline/sentiment/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  CurrentActor,
  IdParam,
  RequirePermission,
  ZodQuery,
} from '@moodline/shared/http';
import type { Request } from 'express';
import * as z from 'zod';
import { LabelledSetImporter } from './labelled-set-importer';
import { LabelledSetRepository } from './labelled-set.repository';
import { SetUnreadableError } from './labelled-sets.errors';

@Controller('labelled-sets')
export class LabelledSetsController {
  constructor(
    private readonly importer: LabelledSetImporter,
    private readonly sets: LabelledSetRepository,
  ) {}

  @Get()
  @Answers(z.array(labelledSetSchema))
  @RequirePermission('labelling.read')
  list(@CurrentActor() actor: Actor): Promise<LabelledSet[]> {
    return this.sets.list(actor.workspaceId);
  }

  /** The body is the file itself (application/octet-stream). */
  @Post()
  @Answers(labelledSetSchema)
  @HttpCode(200)
  @RequirePermission('evaluations.write')
  async upload(
    @CurrentActor() actor: Actor,
    @ZodQuery(uploadSetQuerySchema) query: UploadSetQuery,
    @Req() request: Request,
  ): Promise<LabelledSet> {
    if (request.readableEnded) throw new SetUnreadableError('send it as application/octet-stream');
    try {
      // The answer to a file that is refused early travels on the same connection, so the request must not be destroyed.
      return await this.importer.import(actor.workspaceId, query, {
        [Symbol.asyncIterator]: () => request.iterator({ destroyOnReturn: false }),
      });
    } finally {
      request.resume();
    }
  }

  /** Removes a set with its texts for good; what was measured on it stays. */
  @Delete(':id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('evaluations.write')
  remove(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<void> {
    return this.importer.remove(actor.workspaceId, id);
  }
}
