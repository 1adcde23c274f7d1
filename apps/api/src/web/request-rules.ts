import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { DomainError } from '@moodline/shared/http';

/**
 * Routes that read the body themselves, not what lies below them: files are streamed through, deliveries are signed byte by byte. Mail
 * programs that unsubscribe send a form (RFC 8058), of which the address says everything.
 */
const RAW_BODY = /^\/api\/(?:(?:imports|labelled-sets|documents)\/?(?:\?|$)|(?:hooks|unsubscribe)\b)/i;

/** Routes that take files. */
const FILE_BODY = /^\/api\/(?:imports|labelled-sets|documents)\/?$/i;

/** Whether the body of a request is JSON that is parsed for the handler. */
export const hasJsonBody = (path: string, type: string | undefined): boolean =>
  !RAW_BODY.test(path) && /^[^;]*\bjson\b/i.test(type ?? '');

/** A body of a type that nobody here reads. */
class UnsupportedTypeError extends DomainError {
  constructor(type: string | undefined) {
    super(
      'unsupported-type',
      `A body of the type ${type ? JSON.stringify(type.slice(0, 60)) : 'that is not named'} is not read here. Send application/json.`,
      415,
    );
  }
}

/** The address exists, the method does not. */
class MethodNotAllowedError extends DomainError {
  constructor(method: string, allowed: readonly string[]) {
    super('method-not-allowed', `${method} is not possible here. Possible: ${allowed.join(', ')}.`, 405);
  }
}

/** Pages that redeem a link which works once. */
const LINK_PAGE = /^\/(?:owner|join|new-password)\/?$/i;

/** A page of a one-time link is opened by a person, and not beforehand by a program. */
export const refusePrefetch: RequestHandler = (request, response, next) => {
  if (request.headers['sec-purpose'] && LINK_PAGE.test(request.path)) return void response.status(403).end();
  next();
};

/** Answers of the API and the pages of one-time links belong to one person at one moment: nobody keeps them. */
export const neverCached: RequestHandler = (request, response, next) => {
  if (/^\/api(?:\/|$)/i.test(request.path) || LINK_PAGE.test(request.path))
    response.setHeader('Cache-Control', 'no-store');
  next();
};

/** Milliseconds in which a request that brings no file arrives whole. */
const ARRIVAL_MS = 60_000;

/** Ends requests whose body trickles in. Files have longer: what they may take is the limit of the server. */
export const arrivesInTime =
  (limitMs = ARRIVAL_MS): RequestHandler =>
  (request, _response, next) => {
    if (FILE_BODY.test(request.path) || request.method === 'GET' || request.method === 'HEAD') return next();
    const timer = setTimeout(() => request.destroy(), limitMs).unref();
    for (const event of ['end', 'close']) request.once(event, () => clearTimeout(timer));
    next();
  };

/** Refuses bodies of other types than JSON, where they would count as no body at all. */
export const jsonOnly: RequestHandler = (request, _response, next) => {
  const { 'content-type': type, 'content-length': length, 'transfer-encoding': transfer } = request.headers;
  const hasBody = transfer !== undefined || Number(length ?? 0) > 0;
  const isApi = /^\/api\//i.test(request.path);
  if (isApi && hasBody && !RAW_BODY.test(request.path) && !hasJsonBody(request.path, type))
    return next(new UnsupportedTypeError(type));
  next();
};

interface RouteLayer {
  readonly route?: { readonly path: unknown; readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

/**
 * Answers 405 instead of 404 where a path exists for other methods only.
 * @param layers the routes of the server; asked for with each request, as they are added after this rule
 */
export function knownMethods(layers: () => readonly object[]) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (!/^\/api(?:\/|$)/i.test(request.path)) return next();
    const methods = new Set<string>();
    for (const layer of layers() as readonly RouteLayer[]) {
      // A route of every method is middleware that Nest has put there.
      if (!layer.route || layer.route.methods['_all'] || !layer.match(request.path)) continue;
      for (const method of Object.keys(layer.route.methods)) methods.add(method.toUpperCase());
    }
    if (methods.has('GET')) methods.add('HEAD');
    if (!methods.size || methods.has(request.method)) return next();
    const allowed = [...methods].sort();
    response.setHeader('Allow', allowed.join(', '));
    next(new MethodNotAllowedError(request.method, allowed));
  };
}
