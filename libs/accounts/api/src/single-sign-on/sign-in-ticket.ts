import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { SecretBox } from '@moodline/shared/secrets';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';
import * as z from 'zod';

/** How long somebody may take at the provider, and then for password and code. */
const TICKET_MS = 10 * 60_000;
/** The only routes that are sent it. */
const PATH = '/api/session/single-sign-on';

/** Sent along while somebody is at the provider. */
const begunSchema = z.object({
  kind: z.literal('begun'),
  until: z.number(),
  issuer: z.string(),
  checks: z.object({ state: z.string(), nonce: z.string(), verifier: z.string() }),
  next: z.string(),
  /** SHA-256 of the token of an invitation. */
  invitation: z.string().nullable(),
});

/** Kept once the provider has said who somebody is, and a password or a code is asked for. */
const pendingSchema = z.object({
  kind: z.literal('pending'),
  until: z.number(),
  account: z.object({ workspaceId: z.number(), issuer: z.string(), subject: z.string() }),
  userId: z.number(),
  /** Whether the account is connected to the person; otherwise the password does that. */
  connected: z.boolean(),
  next: z.string(),
});

export type Begun = z.infer<typeof begunSchema>;
export type Pending = z.infer<typeof pendingSchema>;
const ticketSchema = z.discriminatedUnion('kind', [begunSchema, pendingSchema]);

/**
 * Where a browser stands on its way in, in a cookie that is sealed: the browser can neither read nor change it, the server keeps
 * nothing of people who never come back, and any of several servers can take the next step.
 */
@Injectable()
export class SignInTicket {
  private readonly name: string;
  private readonly secure: boolean;
  /** The clock, in milliseconds; specs set it. */
  now: () => number = Date.now;

  constructor(
    private readonly box: SecretBox,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.name = `moodline_sso_${settings.PORT}`;
    this.secure = settings.publicUrl.startsWith('https:');
  }

  begin(response: Response, begun: Omit<Begun, 'kind' | 'until'>): void {
    this.write(response, { ...begun, kind: 'begun', until: this.now() + TICKET_MS });
  }

  wait(response: Response, pending: Omit<Pending, 'kind' | 'until'>): void {
    this.write(response, { ...pending, kind: 'pending', until: this.now() + TICKET_MS });
  }

  /** @returns null where there is none, it is over, or it is for another step */
  begun(request: Request): Begun | null {
    const ticket = this.read(request);
    return ticket?.kind === 'begun' ? ticket : null;
  }

  pending(request: Request): Pending | null {
    const ticket = this.read(request);
    return ticket?.kind === 'pending' ? ticket : null;
  }

  clear(response: Response): void {
    this.set(response, '', 0);
  }

  private read(request: Request): Begun | Pending | null {
    const sealed = parseCookie(request.headers.cookie ?? '')[this.name];
    if (!sealed) return null;
    try {
      const ticket = ticketSchema.parse(JSON.parse(this.box.open(sealed)));
      return ticket.until > this.now() ? ticket : null;
    } catch {
      // Changed, sealed with a former key, or of another version: as if there were none.
      return null;
    }
  }

  private write(response: Response, ticket: Begun | Pending): void {
    this.set(response, this.box.seal(JSON.stringify(ticket)), TICKET_MS / 1000);
  }

  private set(response: Response, value: string, maxAge: number): void {
    // Lax and not strict: the provider sends the browser back from another site.
    response.append(
      'Set-Cookie',
      stringifySetCookie({
        ...{ name: this.name, value, maxAge, path: PATH, secure: this.secure },
        ...{ httpOnly: true, sameSite: 'lax' },
      }),
    );
  }
}
