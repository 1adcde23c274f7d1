import { Controller, Delete, Get, HttpCode, Patch, Post, Put, Query, Req, Res, UseGuards } from '@nestjs/common';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import {
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
  AnswersStream,
  CurrentActor,
  Public,
  RequirePermission,
  ZodBody,
} from '@moodline/shared/http';
import type { Request, Response } from 'express';
import { SessionCookie } from './session-cookie';
import { SessionView } from './session-view';
import { SignIn } from './sign-in';
import { WorkspaceSettings } from './workspace-settings';

@Controller()
export class AccountsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly cookie: SessionCookie,
    private readonly view: SessionView,
    private readonly workspaces: WorkspaceSettings,
  ) {}

  /** The one-time link. It lies outside of /api, because people open it. */
  @Get('/owner')
  @AnswersStream('text/html')
  @Public()
  @UseGuards(ThrottlerGuard)
  async openLink(@Query('token') token: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    const session = request.method === 'GET' && typeof token === 'string' ? await this.signIn.byLink(token) : null;
    if (session) this.cookie.write(response, session);
    response.setHeader('Referrer-Policy', 'no-referrer').redirect(302, session ? '/' : '/link-expired');
  }

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
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 10, ttl: 60_000 } })
  async open(
    @ZodBody(signInSchema) { email, password }: Credentials,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    this.cookie.write(response, await this.signIn.byPassword(email, password));
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
    @Req() request: Request,
  ): Promise<void> {
    await this.signIn.updateAccount(actor, change, this.cookie.read(request));
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

  @Post('sign-in-links')
  @Answers(signInLinkSchema)
  @RequirePermission('workspace.write')
  async newLink(@CurrentActor() actor: Actor): Promise<SignInLink> {
    return { url: await this.signIn.newLink(actor.workspaceId) };
  }
}
