import { Controller, Delete, Get, HttpCode, Post, Put, Req, Res, UseGuards } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import {
  type BeginSignIn,
  beginSignInSchema,
  type FinishSignIn,
  finishSignInSchema,
  type SaveProvider,
  saveProviderSchema,
  type SignInBegun,
  signInBegunSchema,
  type SignInFinished,
  signInFinishedSchema,
  type SignInOffer,
  signInOfferSchema,
  singleSignOnSchema,
  type SingleSignOnState,
} from '@moodline/accounts/contract';
import {
  type Actor,
  Answers,
  AnswersNothing,
  CurrentActor,
  DomainError,
  IdParam,
  NotFoundError,
  Public,
  RequirePermission,
  ZodBody,
} from '@moodline/shared/http';
import type { Request, Response } from 'express';
import { AddressThrottlerGuard } from '../address-throttler.guard';
import { SessionCookie } from '../session-cookie';
import { SessionRepository } from '../session.repository';
import { visitorOf } from '../visitor';
import { ProviderSettings } from './provider-settings';
import { SignInTicket } from './sign-in-ticket';
import { SingleSignOn } from './single-sign-on';
import { SingleSignOnRepository } from './single-sign-on.repository';

/** Signing in by an identity provider, and which one that is. */
@Controller()
export class SingleSignOnController {
  constructor(
    private readonly singleSignOn: SingleSignOn,
    private readonly providers: ProviderSettings,
    private readonly ticket: SignInTicket,
    private readonly cookie: SessionCookie,
    private readonly identities: SingleSignOnRepository,
    private readonly sessions: SessionRepository,
  ) {}

  @Get('session/single-sign-on')
  @Answers(signInOfferSchema)
  @Public()
  async offer(): Promise<SignInOffer> {
    return { name: await this.singleSignOn.offer() };
  }

  @Post('session/single-sign-on')
  @Answers(signInBegunSchema)
  @HttpCode(200)
  @Public()
  @UseGuards(AddressThrottlerGuard)
  @Throttle({ default: { limit: 20, ttl: 60_000 } })
  async begin(
    @ZodBody(beginSignInSchema) wanted: BeginSignIn,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInBegun> {
    const { url, begun } = await this.singleSignOn.begin(wanted);
    this.ticket.begin(response, begun);
    return { url };
  }

  /** Where the provider sends the browser to. Whatever comes of it, a page says so. */
  @Get('session/single-sign-on/back')
  @AnswersNothing()
  @HttpCode(303)
  @Public()
  @UseGuards(AddressThrottlerGuard)
  async back(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const begun = this.ticket.begun(request);
    // Once: an address out of the history of the browser does nothing.
    this.ticket.clear(response);
    const query = new URL(request.originalUrl, 'http://localhost').search;
    try {
      const arrival = await this.singleSignOn.back(query, begun, visitorOf(request));
      if ('session' in arrival) {
        this.cookie.write(response, arrival.session);
        response.setHeader('location', arrival.next);
        return;
      }
      this.ticket.wait(response, arrival.pending);
      response.setHeader('location', `/sign-in?step=${arrival.ask}`);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      response.setHeader('location', `/sign-in?problem=${error.code}`);
    }
  }

  @Post('session/single-sign-on/finish')
  @Answers(signInFinishedSchema)
  @HttpCode(200)
  @Public()
  @UseGuards(AddressThrottlerGuard)
  @Throttle({ default: { limit: 10, ttl: 60_000 } })
  async finish(
    @ZodBody(finishSignInSchema) proof: FinishSignIn,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInFinished> {
    const pending = this.ticket.pending(request);
    const { session, next } = await this.singleSignOn.finish(proof, pending, visitorOf(request));
    this.ticket.clear(response);
    this.cookie.write(response, session);
    return { next };
  }

  @Get('single-sign-on')
  @Answers(singleSignOnSchema)
  @RequirePermission('members.write')
  state(@CurrentActor() actor: Actor): Promise<SingleSignOnState> {
    return this.providers.state(actor);
  }

  /** Kept once the provider has answered. */
  @Put('single-sign-on')
  @Answers(singleSignOnSchema)
  @RequirePermission('members.write')
  async save(
    @CurrentActor() actor: Actor,
    @ZodBody(saveProviderSchema) provider: SaveProvider,
  ): Promise<SingleSignOnState> {
    await this.providers.save(actor, provider);
    return this.providers.state(actor);
  }

  /** Nobody signs in by it any more; who is connected stays known, should it come back. */
  @Delete('single-sign-on')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('members.write')
  remove(@CurrentActor() actor: Actor): Promise<void> {
    return this.providers.remove(actor);
  }

  /** Takes a member's account at the provider away, and signs them out. */
  @Delete('members/:id/single-sign-on')
  @AnswersNothing()
  @HttpCode(204)
  @RequirePermission('members.write')
  async disconnect(@CurrentActor() { workspaceId }: Actor, @IdParam() id: number): Promise<void> {
    if (!(await this.identities.disconnect(workspaceId, id))) throw new NotFoundError('identity of member', id);
    await this.sessions.endOthers(workspaceId, id, null);
  }
}
