import { Controller, Delete, Get, HttpCode, Patch, Post, Req, Res, UseGuards } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import {
  acceptInvitationSchema,
  inviteSchema,
  invitationSchema,
  lookAtInvitationSchema,
  memberSchema,
  offeredSchema,
  signInLinkSchema,
  updateMemberSchema,
  type AcceptInvitation,
  type Invitation,
  type Invite,
  type LookAtInvitation,
  type Member,
  type Offered,
  type SignInLink,
  type UpdateMember,
} from '@moodline/accounts/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  CurrentActor,
  IdParam,
  Public,
  RequirePermission,
  ZodBody,
} from '@moodline/shared/http';
import type { Request, Response } from 'express';
import * as z from 'zod';
import { AddressThrottlerGuard } from './address-throttler.guard';
import { MemberRepository } from './member.repository';
import { Members } from './members';
import { SessionCookie } from './session-cookie';
import { SignIn } from './sign-in';
import { visitorOf } from './visitor';

/** Who may come in, as whom. */
@Controller()
export class MembersController {
  constructor(
    private readonly members: Members,
    private readonly people: MemberRepository,
    private readonly signIn: SignIn,
    private readonly cookie: SessionCookie,
  ) {}

  @Get('members')
  @Answers(z.array(memberSchema))
  @RequirePermission('members.write')
  list(@CurrentActor() actor: Actor): Promise<Member[]> {
    return this.people.list(actor.workspaceId);
  }

  @Patch('members/:id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('members.write')
  async change(
    @CurrentActor() actor: Actor,
    @IdParam() id: number,
    @ZodBody(updateMemberSchema) { role }: UpdateMember,
  ): Promise<void> {
    await this.people.changeRole(actor.workspaceId, id, role);
  }

  @Delete('members/:id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('members.write')
  async remove(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<void> {
    await this.people.remove(actor.workspaceId, id);
  }

  /** A link by which the person sets a new password. */
  @Post('members/:id/password-links')
  @Answers(signInLinkSchema)
  @RequirePermission('members.write')
  passwordLink(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<SignInLink> {
    return this.members.passwordLink(actor, id);
  }

  @Get('invitations')
  @Answers(z.array(invitationSchema))
  @RequirePermission('members.write')
  invitations(@CurrentActor() actor: Actor): Promise<Invitation[]> {
    return this.members.invitations(actor);
  }

  @Post('invitations')
  @Answers(signInLinkSchema)
  @RequirePermission('members.write')
  invite(@CurrentActor() actor: Actor, @ZodBody(inviteSchema) invite: Invite): Promise<SignInLink> {
    return this.members.invite(actor, invite);
  }

  @Delete('invitations/:id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('members.write')
  async endInvitation(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<void> {
    await this.members.endInvitation(actor, id);
  }

  /** What an invitation offers. */
  @Post('invitations/look')
  @Answers(offeredSchema)
  @Public()
  @HttpCode(200)
  @UseGuards(AddressThrottlerGuard)
  look(@ZodBody(lookAtInvitationSchema) { token }: LookAtInvitation): Promise<Offered> {
    return this.members.look(token);
  }

  @Post('invitations/accept')
  @AnswersNothing()
  @Public()
  @HttpCode(204)
  @UseGuards(AddressThrottlerGuard)
  @Throttle({ default: { limit: 10, ttl: 60_000 } })
  async accept(
    @ZodBody(acceptInvitationSchema) accepted: AcceptInvitation,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    this.cookie.write(response, await this.signIn.byInvitation(accepted, visitorOf(request)));
  }
}
