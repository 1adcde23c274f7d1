import { Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { type Actor, Answers, CurrentActor, IdParam, RequirePermission, ZodQuery } from '@moodline/shared/http';
import {
  type ImportQuery,
  importQuerySchema,
  type ImportResult,
  importResultSchema,
  type Run,
  runSchema,
  type UndoneRun,
  undoneRunSchema,
} from '@moodline/sources/contract';
import type { Request, Response } from 'express';
import { RunUndo } from '../runs/run-undo';
import { RunRepository } from '../runs/runs.repository';
import { FileImporter } from './file-importer';
import { BodyTakenError } from './import.errors';

@Controller()
export class ImportsController {
  constructor(
    private readonly importer: FileImporter,
    private readonly undoing: RunUndo,
    private readonly runs: RunRepository,
  ) {}

  /** The body is the file itself (application/octet-stream); it is read as it arrives. */
  @Post('imports')
  @Answers(importResultSchema)
  @HttpCode(200)
  @RequirePermission('sources.write')
  async import(
    @CurrentActor() actor: Actor,
    @ZodQuery(importQuerySchema) query: ImportQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ImportResult> {
    if (request.readableEnded) throw new BodyTakenError();
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    // The answer to a file that is refused early travels on the same connection, so the request must not be destroyed.
    const bytes = { [Symbol.asyncIterator]: () => request.iterator({ destroyOnReturn: false }) };
    try {
      return await this.importer.import(actor.workspaceId, query, bytes, gone.signal);
    } finally {
      request.resume();
    }
  }

  @Get('runs/:id')
  @Answers(runSchema)
  @RequirePermission('sources.read')
  run(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<Run> {
    return this.runs.find(actor.workspaceId, id);
  }

  /** Takes back what a run was the first to bring, in the background. */
  @Delete('runs/:id')
  @Answers(undoneRunSchema)
  @RequirePermission('comments.remove')
  undo(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<UndoneRun> {
    return this.undoing.undo(actor.workspaceId, id);
  }
}
