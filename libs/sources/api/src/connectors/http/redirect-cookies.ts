import type { Headers } from 'undici';

const MAX_COOKIES = 20;
const MAX_LENGTH = 4096;

/**
 * The cookies a site sets while it redirects one request, for as long as that request lasts: some sites send a visitor to the same
 * address once more, with a cookie. They go back to the origin that set them only, and are kept nowhere.
 */
export class RedirectCookies {
  private readonly jars = new Map<string, Map<string, string>>();

  keep({ origin }: URL, headers: Headers): void {
    for (const line of headers.getSetCookie().slice(0, MAX_COOKIES)) {
      const [, name, value] = /^\s*([^=;\s]+)=([^;]*)/.exec(line.slice(0, MAX_LENGTH)) ?? [];
      if (!name || value === undefined) continue;
      const jar = this.jars.get(origin) ?? new Map<string, string>();
      if (/;\s*max-age=(?:0|-\d+)\s*(?:;|$)/i.test(line)) jar.delete(name);
      else jar.set(name, value.trim());
      this.jars.set(origin, jar);
    }
  }

  /** The header for a request there; nothing where there are no cookies. */
  of({ origin }: URL): Record<string, string> {
    const jar = [...(this.jars.get(origin) ?? [])];
    return jar.length ? { cookie: jar.map(([name, value]) => `${name}=${value}`).join('; ') } : {};
  }
}
