import { existsSync, readdirSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import express, { Router, type NextFunction, type Request, type Response } from 'express';

/** Endings of files that the build compresses beforehand (tools/compress-dashboard.cjs), the smaller first. */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/**
 * Serves the built dashboard. Files whose name carries a hash of what is in them are kept by browsers for a year; every other
 * address that is not the API's is a page of the dashboard, which routes by itself.
 * @param compressedFolder copies of its files, compressed beforehand
 */
export function staticFiles(folder: string, compressedFolder: string): Router {
  const router = Router();
  if (!existsSync(folder)) return router;
  if (existsSync(compressedFolder)) router.use(smallest(compressedFolder));
  router.use(
    express.static(folder, {
      index: false,
      setHeaders: (response, path) => response.setHeader('Cache-Control', cacheControl(path)),
    }),
  );
  router.use((request: Request, response: Response, next: NextFunction) => {
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') &&
      !/^\/api(\/|$)/.test(request.path) &&
      !/\.[a-z0-9]+$/i.test(request.path);
    if (!isPage) return next();
    if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(join(folder, 'index.html'));
  });
  return router;
}

/** A name with the hash of the build in it stands for one content for ever; any other is asked for again. */
const cacheControl = (path: string): string =>
  /-[\w-]{8}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';

/** Hands out the compressed copy of a file where there is one and the client takes it. */
function smallest(folder: string) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = new Set(names.map((name) => `/${name.split(sep).join(posix.sep)}`));
  return (request: Request, response: Response, next: NextFunction): void => {
    const copies = ENCODINGS.filter(([, ending]) => files.has(request.path + ending));
    if (!copies.length || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    response.vary('Accept-Encoding');
    // Browsers name gzip first and give no preference: of what they take, the smaller is sent.
    const copy = copies.find(([encoding]) => request.acceptsEncodings(encoding));
    if (!copy) return next();
    response.type(posix.extname(request.path));
    response.setHeader('Content-Encoding', copy[0]);
    response.setHeader('Cache-Control', cacheControl(request.path));
    response.sendFile(join(folder, request.path + copy[1]));
  };
}
