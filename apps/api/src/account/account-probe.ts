import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import type { Needs } from './needs';

/*
 * Runs as the product's own user and says what that user may not do, before root is given up: whether root could is no answer, and a file
 * may be closed in more ways than by its mode. Gets the needs as JSON, prints the names of those that are not met as JSON.
 */

const { read, write, port, host } = JSON.parse(process.argv[2] ?? '') as Needs;

const closed = (paths: readonly string[], mode: number) =>
  paths.filter((path) => {
    try {
      accessSync(path, mode);
      return false;
    } catch {
      return true;
    }
  });

const { R_OK, W_OK, X_OK } = constants;
const unmet = [...closed(read, R_OK), ...closed(write, R_OK | W_OK | X_OK)];
const server = createServer();
const tell = (more: readonly string[]) => process.stdout.write(JSON.stringify([...unmet, ...more]));
// A port that is taken is told by the start itself, in its own words.
server.once('error', ({ code }: NodeJS.ErrnoException) => tell(code === 'EACCES' ? [`port ${port}`] : []));
server.listen(port, host, () => server.close(() => tell([])));
