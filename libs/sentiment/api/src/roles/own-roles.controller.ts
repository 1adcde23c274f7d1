import { Controller, Delete, HttpCode, Post } from '@nestjs/common';
import {
  type AddedRole,
  addedRoleSchema,
  type NewRole,
  newRoleSchema,
  roleNameParamSchema,
} from '@moodline/sentiment/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  CurrentActor,
  RequirePermission,
  ZodBody,
  ZodParam,
} from '@moodline/shared/http';
import { OwnRoles } from './own-role.repository';

/** Roles that a workspace makes itself. They are read, changed, tried and run like any other role. */
@Controller('roles')
export class OwnRolesController {
  constructor(private readonly own: OwnRoles) {}

  /** Makes a role with its first version in force. */
  @Post()
  @Answers(addedRoleSchema)
  @RequirePermission('roles.write')
  async create(@CurrentActor() actor: Actor, @ZodBody(newRoleSchema) role: NewRole): Promise<AddedRole> {
    return { name: await this.own.create(actor, role) };
  }

  /** Takes a role of the workspace's own away, with a way back; those of the product stay. */
  @Delete(':name')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('roles.write')
  remove(@CurrentActor() actor: Actor, @ZodParam('name', roleNameParamSchema) name: string): Promise<void> {
    return this.own.remove(actor.workspaceId, name);
  }

  @Post(':name/restore')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('roles.write')
  restore(@CurrentActor() actor: Actor, @ZodParam('name', roleNameParamSchema) name: string): Promise<void> {
    return this.own.restore(actor.workspaceId, name);
  }
}
