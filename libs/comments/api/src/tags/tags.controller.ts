import { Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import {
  type CreateTag,
  createTagSchema,
  type Tag,
  type TagComments,
  tagCommentsSchema,
  type Tagged,
  taggedSchema,
  tagSchema,
  type UpdateTag,
  updateTagSchema,
} from '@moodline/comments/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  CurrentActor,
  IdParam,
  RequirePermission,
  ServerEvents,
  ZodBody,
} from '@moodline/shared/http';
import { z } from 'zod';
import { TagRepository } from './tag.repository';

@Controller('tags')
export class TagsController {
  constructor(
    private readonly tags: TagRepository,
    private readonly events: ServerEvents,
  ) {}

  /** By name. */
  @Get()
  @Answers(z.array(tagSchema))
  @RequirePermission('comments.read')
  all(@CurrentActor() actor: Actor): Promise<Tag[]> {
    return this.tags.all(actor.workspaceId);
  }

  @Get(':id')
  @Answers(tagSchema)
  @RequirePermission('comments.read')
  find(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<Tag> {
    return this.tags.find(actor.workspaceId, id);
  }

  @Post()
  @Answers(tagSchema)
  @RequirePermission('labels.correct')
  create(@CurrentActor() actor: Actor, @ZodBody(createTagSchema) tag: CreateTag): Promise<Tag> {
    return this.tags.create(actor.workspaceId, tag);
  }

  @Patch(':id')
  @Answers(tagSchema)
  @RequirePermission('labels.correct')
  update(@CurrentActor() actor: Actor, @IdParam() id: number, @ZodBody(updateTagSchema) tag: UpdateTag): Promise<Tag> {
    return this.tags.update(actor.workspaceId, id, tag);
  }

  /** Takes the tag off all comments, too. */
  @Delete(':id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('labels.correct')
  remove(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<void> {
    return this.tags.remove(actor.workspaceId, id);
  }

  /** What a person says of comments and the tag. */
  @Put(':id/comments')
  @Answers(taggedSchema)
  @RequirePermission('labels.correct')
  async say(
    @CurrentActor() { workspaceId, userId }: Actor,
    @IdParam() id: number,
    @ZodBody(tagCommentsSchema) said: TagComments,
  ): Promise<Tagged> {
    const comments = await this.tags.say(workspaceId, id, userId, said);
    this.events.publish(workspaceId, { type: 'data-changed', data: { reason: 'tagged' } });
    return { comments };
  }
}
