import { Controller, Delete, HttpCode, Patch, Post } from '@nestjs/common';
import { type Actor, Answers, CurrentActor, IdParam, RequirePermission, ZodBody } from '@moodline/shared/http';
import {
  type Backfill,
  backfillSchema,
  type ChangeBackfill,
  changeBackfillSchema,
  type StartBackfill,
  startBackfillSchema,
} from '@moodline/sources/contract';
import { BackfillControl } from './backfill-control';

@Controller('sources/:id/backfill')
export class BackfillController {
  constructor(private readonly control: BackfillControl) {}

  /** Reads what was written in the last days; the answer is the backfill as it begins. */
  @Post()
  @Answers(backfillSchema)
  @HttpCode(202)
  @RequirePermission('sources.write')
  start(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(startBackfillSchema) { days }: StartBackfill,
  ): Promise<Backfill> {
    return this.control.start(actor.workspaceId, id, days);
  }

  /** Pauses it, or lets it go on. */
  @Patch()
  @Answers(backfillSchema)
  @RequirePermission('sources.write')
  change(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(changeBackfillSchema) { paused }: ChangeBackfill,
  ): Promise<Backfill> {
    return this.control.setPaused(actor.workspaceId, id, paused);
  }

  /** Cancels it; what it brought stays. */
  @Delete()
  @Answers(backfillSchema)
  @RequirePermission('sources.write')
  cancel(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<Backfill> {
    return this.control.cancel(actor.workspaceId, id);
  }
}
