import { Controller, Get, Post, Res, UseGuards } from '@nestjs/common';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { AnswersStream, Public, ZodParam } from '@moodline/shared/http';
import type { Response } from 'express';
import { z } from 'zod';
import { pagePolicy } from './outputs/page-policy';
import { LinkGoneError } from './reports.errors';
import { plainPage } from './share/plain-page';
import { SharedReport } from './share/shared-report';
import { Unsubscriber, type AnsweredPage } from './share/unsubscriber';
import { linkGone } from './share/unsubscribe-words';

const token = z.string().max(200);
/** Tokens cannot be guessed at this pace, and a page is read a few times. */
const PACE = { default: { limit: 60, ttl: 60_000 } };

/** Pages for people without an account. What they may see stands in the address. */
@Controller()
@UseGuards(ThrottlerGuard)
export class SharedReportsController {
  constructor(
    private readonly shared: SharedReport,
    private readonly unsubscriber: Unsubscriber,
  ) {}

  /** A report by a link that was shared. */
  @Get('shared-reports/:token')
  @AnswersStream('text/html')
  @Public()
  @Throttle(PACE)
  async page(@ZodParam('token', token) token: string, @Res() response: Response): Promise<void> {
    try {
      sendPage(response, { html: await this.shared.page(token), found: true });
    } catch (error) {
      if (!(error instanceof LinkGoneError)) throw error;
      sendPage(response, { html: plainPage('en', { title: 'Moodline', text: linkGone() }), found: false });
    }
  }

  /** Asks whether a report is to be sent no more. */
  @Get('unsubscribe/:token')
  @AnswersStream('text/html')
  @Public()
  @Throttle(PACE)
  async ask(@ZodParam('token', token) token: string, @Res() response: Response): Promise<void> {
    sendPage(response, await this.unsubscriber.ask(token));
  }

  /** A report is sent no more to whom the address names. Mail programs do this with one click (RFC 8058). */
  @Post('unsubscribe/:token')
  @AnswersStream('text/html')
  @Public()
  @Throttle(PACE)
  async unsubscribe(@ZodParam('token', token) token: string, @Res() response: Response): Promise<void> {
    sendPage(response, await this.unsubscriber.end(token));
  }
}

function sendPage(response: Response, { html, found }: AnsweredPage): void {
  response.setHeader('Content-Security-Policy', pagePolicy(html));
  response.setHeader('X-Robots-Tag', 'noindex, nofollow');
  // The form of the page is recognised as our own by its origin; other sites learn nothing of the address.
  response.setHeader('Referrer-Policy', 'same-origin');
  response
    .status(found ? 200 : 404)
    .type('text/html; charset=utf-8')
    .send(html);
}
