import { Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import {
  type Actor,
  Answers,
  AnswersNothing,
  CurrentActor,
  RequirePermission,
  ZodBody,
  ZodParam,
} from '@moodline/shared/http';
import {
  mappingSignatureSchema,
  type SavedMapping,
  savedMappingSchema,
  type SaveMapping,
  saveMappingSchema,
} from '@moodline/sources/contract';
import * as z from 'zod';
import { UnknownColumnError } from './import.errors';
import { MappingRepository } from './mapping.repository';

@Controller('imports/mappings')
export class MappingsController {
  constructor(private readonly mappings: MappingRepository) {}

  @Get()
  @Answers(z.array(savedMappingSchema))
  @RequirePermission('sources.read')
  all(@CurrentActor() actor: Actor): Promise<SavedMapping[]> {
    return this.mappings.all(actor.workspaceId);
  }

  /** Files with these columns are read this way from now on. */
  @Put()
  @Answers(savedMappingSchema)
  @RequirePermission('sources.write')
  save(@CurrentActor() actor: Actor, @ZodBody(saveMappingSchema) wanted: SaveMapping): Promise<SavedMapping> {
    const stranger = Object.values(wanted.mapping).find((column) => column && !wanted.columns.includes(column));
    if (stranger) throw new UnknownColumnError(stranger, wanted.columns);
    return this.mappings.save(actor.workspaceId, wanted);
  }

  @Delete(':signature')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('sources.write')
  forget(
    @CurrentActor() actor: Actor,
    @ZodParam('signature', mappingSignatureSchema) signature: string,
  ): Promise<void> {
    return this.mappings.forget(actor.workspaceId, signature);
  }
}
