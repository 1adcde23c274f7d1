import { Controller, Delete, Get, HttpCode, Patch, Post, Put, Req, Res, UseGuards } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import {
  type OpenLink,
  openLinkSchema,
  type OpenSession,
  openSessionSchema,
  type ResetPassword,
  resetPasswordSchema,
  type Session,
  sessionSchema,
  type SignIn as Credentials,
  type SignInLink,
  signInLinkSchema,
  signInSchema,
  type UpdateAccount,
  updateAccountSchema,
  type UpdateWorkspace,
  updateWorkspaceSchema,
  type Workspace,
  workspaceSchema,
} from '@moodline/accounts/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  BeforeOwner,
  CurrentActor,
  IdParam,
  Public,
  RequirePermission,
  ZodBody,
} from '@moodline/shared/http';
import type { Request, Response } from 'express';
import * as z from 'zod';
import { AccountEditor } from './account-editor';
import { AddressThrottlerGuard } from './address-throttler.guard';
import { PasswordSignIn } from './password-sign-in';
import { SessionCookie } from './session-cookie';
import { SessionView } from './session-view';
import { SignIn } from './sign-in';
import { visitorOf } from './visitor';
import { WorkspaceSettings } from './workspace-settings';

@Controller()
export class AccountsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly passwords: PasswordSignIn,
    private readonly cookie: SessionCookie,
    private readonly view: SessionView,
    private readonly account: AccountEditor,
    private readonly workspaces: WorkspaceSettings,
  ) {}

  @Get('session')
  @Answers(sessionSchema)
  @RequirePermission('workspace.read')
  session(@CurrentActor() actor: Actor): Promise<Session> {
    return this.view.of(actor);
  }

  @Post('session')
  @AnswersNothing()
  @Public()
  @HttpCode(204)
  @UseGuards(AddressThrottlerGuard)
  @Throttle({ default: { limit: 10, ttl: 60_000 } })
  async open(
    @ZodBody(signInSchema) credentials: Credentials,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    this.cookie.write(response, await this.passwords.enter(credentials, visitorOf(request)));
  }

  /** Redeems the one-time link. A request that people make by a button: opening the link itself uses nothing up. */
  @Post('session/link')
  @AnswersNothing()
  @Public()
  @HttpCode(204)
  @UseGuards(AddressThrottlerGuard)
  async openLink(
    @ZodBody(openLinkSchema) { token }: OpenLink,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    this.cookie.write(response, await this.signIn.byLink(token, visitorOf(request)));
  }

  /** Sets a new password by a link that an owner made for that. Signs in, unless the person has turned the second step on. */
  @Post('session/password')
  @AnswersNothing()
  @Public()
  @HttpCode(204)
  @UseGuards(AddressThrottlerGuard)
  @Throttle({ default: { limit: 10, ttl: 60_000 } })
  async resetPassword(
    @ZodBody(resetPasswordSchema) { token, password }: ResetPassword,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const session = await this.signIn.byNewPassword(token, password, visitorOf(request));
    if (session) this.cookie.write(response, session);
  }

  @Delete('session')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('workspace.read')
  async close(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.signIn.signOut(this.cookie.read(request));
    this.cookie.clear(response);
  }

  @Put('account')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('account.write')
  async updateAccount(
    @CurrentActor() actor: Actor,
    @ZodBody(updateAccountSchema) change: UpdateAccount,
  ): Promise<void> {
    await this.account.update(actor, change);
  }

  /** The browsers in which one is signed in. */
  @Get('account/sessions')
  @Answers(z.array(openSessionSchema))
  @RequirePermission('account.write')
  sessions(@CurrentActor() actor: Actor): Promise<OpenSession[]> {
    return this.account.openSessions(actor);
  }

  /** Signs every other browser out. */
  @Delete('account/sessions')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('account.write')
  async endOtherSessions(@CurrentActor() actor: Actor): Promise<void> {
    await this.account.endOtherSessions(actor);
  }

  @Delete('account/sessions/:id')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('account.write')
  async endSession(@CurrentActor() actor: Actor, @IdParam() id: number): Promise<void> {
    await this.account.endSession(actor, id);
  }

  @Get('workspace')
  @Answers(workspaceSchema)
  @RequirePermission('workspace.read')
  workspace(@CurrentActor() actor: Actor): Promise<Workspace> {
    return this.workspaces.get(actor.workspaceId);
  }

  @Patch('workspace')
  @Answers(workspaceSchema)
  @RequirePermission('workspace.write')
  updateWorkspace(
    @CurrentActor() actor: Actor,
    @ZodBody(updateWorkspaceSchema) change: UpdateWorkspace,
  ): Promise<Workspace> {
    return this.workspaces.update(actor.workspaceId, change);
  }

  /** A link that signs the owner in once. The command line may ask for one before there is an owner. */
  @Post('sign-in-links')
  @Answers(signInLinkSchema)
  @BeforeOwner()
  @RequirePermission('members.write')
  newLink(@CurrentActor() actor: Actor): Promise<SignInLink> {
    return this.signIn.newLink(actor.workspaceId);
  }
}
