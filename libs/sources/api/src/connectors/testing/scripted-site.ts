import { Headers } from 'undici';
import type { ConnectorContext } from '../connector';
import type { HttpLine, LineRequest } from '../http/http-line';
import { SourceHttp } from '../http/source-http';

/** What a scripted site answers; 200 with the body as JSON if nothing else is said. */
export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What a connector is to know besides the site. */
export interface ScriptedOptions<Secrets> {
  readonly secrets: Secrets;
  readonly since?: Date;
  readonly now?: Date;
}

/** A context in which a function stands in for the site, for what the contract test does not cover. The `sites` are `https://<name>.example`. */
export function scriptedSite<Secrets>(
  answer: (request: LineRequest) => ScriptedAnswer,
  { secrets, since = new Date(0), now = new Date() }: ScriptedOptions<Secrets>,
): { asked: LineRequest[]; context: ConnectorContext<Secrets> } {
  const asked: LineRequest[] = [];
  const line = {
    options: { retryMs: 0 },
    robots: { of: async () => ({ allows: () => true, delayMs: 0 }) },
    assertUrl: () => undefined,
    send: async (request: LineRequest) => {
      asked.push(request);
      const { status = 200, headers = {}, body } = answer(request);
      return {
        status,
        headers: new Headers({ 'content-type': 'application/json; charset=utf-8', ...headers }),
        body: Buffer.from(JSON.stringify(body)),
      };
    },
  };
  const { signal } = new AbortController();
  const http = new SourceHttp(line as unknown as HttpLine, { robots: false, secrets: [], signal });
  return {
    asked,
    context: {
      http,
      secrets,
      site: (name) => `https://${name}.example`,
      timeZone: 'UTC',
      now: () => now,
      since,
      signal,
    },
  };
}
