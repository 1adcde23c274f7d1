import { Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { madePinSchema, pinSchema, type MadePin, type Pin } from '@moodline/reports/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  CurrentActor,
  IdParam,
  RequirePermission,
  ZodBody,
  ZodParam,
} from '@moodline/shared/http';
import { z } from 'zod';
import { PinRepository } from './issues/pin.repository';
import { ReportPins } from './issues/report-pins';

@Controller()
export class ReportPinsController {
  constructor(
    private readonly pins: ReportPins,
    private readonly kept: PinRepository,
  ) {}

  /** Pins an answer of the chat or a chart to what goes out next of a report, as a section of its own. */
  @Post('reports/:id/pins')
  @Answers(madePinSchema)
  @RequirePermission('reports.write')
  pin(@CurrentActor() actor: Actor, @IdParam() id: number, @ZodBody(pinSchema) pin: Pin): Promise<MadePin> {
    return this.pins.pin(actor.workspaceId, id, pin);
  }

  /** Takes it out again, as long as the report has not gone out; one that was made for it alone goes with it. */
  @Delete('report-issues/:id/pins/:pin')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('reports.write')
  unpin(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodParam('pin', z.string().max(40)) pin: string,
  ): Promise<void> {
    return this.kept.remove(actor.workspaceId, id, pin);
  }
}
