import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';

/** Days a browser stays signed in. */
export const SESSION_DAYS = 30;

/** The session cookie. Its name carries the port, because browsers share the cookies of localhost between ports. */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly secure: boolean;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.name = `moodline_session_${settings.PORT}`;
    this.secure = settings.publicUrl.startsWith('https:');
  }

  read(request: Request): string | undefined {
    return parseCookie(request.headers.cookie ?? '')[this.name];
  }

  write(response: Response, token: string): void {
    this.set(response, token, SESSION_DAYS * 86_400);
  }

  clear(response: Response): void {
    this.set(response, '', 0);
  }

  private set(response: Response, value: string, maxAge: number): void {
    response.append(
      'Set-Cookie',
      stringifySetCookie({
        name: this.name,
        value,
        maxAge,
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: this.secure,
      }),
    );
  }
}
