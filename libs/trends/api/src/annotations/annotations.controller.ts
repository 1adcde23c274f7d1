import { Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  type Actor,
  Answers,
  AnswersNothing,
  CurrentActor,
  IdParam,
  RequirePermission,
  ZodBody,
  ZodQuery,
} from '@moodline/shared/http';
import {
  type Annotation,
  annotationSchema,
  type AnnotationsQuery,
  annotationsQuerySchema,
  type SaveAnnotation,
  saveAnnotationSchema,
} from '@moodline/trends/contract';
import * as z from 'zod';
import { AnnotationRepository } from './annotation.repository';
import { Annotations } from './annotations';

@Controller('annotations')
export class AnnotationsController {
  constructor(
    private readonly annotations: Annotations,
    private readonly written: AnnotationRepository,
  ) {}

  /** What happened in a period: what people wrote down, alerts, versions of the labels, new sources and files. */
  @Get()
  @Answers(z.array(annotationSchema))
  @RequirePermission('trends.read')
  list(@CurrentActor() actor: Actor, @ZodQuery(annotationsQuerySchema) query: AnnotationsQuery): Promise<Annotation[]> {
    return this.annotations.list(actor.workspaceId, query);
  }

  /** Writes something down. */
  @Post()
  @Answers(annotationSchema)
  @RequirePermission('monitors.write')
  add(@CurrentActor() actor: Actor, @ZodBody(saveAnnotationSchema) body: SaveAnnotation): Promise<Annotation> {
    return this.annotations.add(actor, body);
  }

  @Put(':id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('monitors.write')
  save(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(saveAnnotationSchema) body: SaveAnnotation,
  ): Promise<void> {
    return this.written.save(actor.workspaceId, id, body);
  }

  @Delete(':id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('monitors.write')
  remove(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<void> {
    return this.written.remove(actor.workspaceId, id);
  }
}
