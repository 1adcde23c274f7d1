import type { AnyConnector } from './connector';
import type { HttpLine } from './http/http-line';
import { SourceHttp } from './http/source-http';
import type { OpenSource } from './page-reading';
import { SourceError } from './source.errors';

/** How far back the first reading of a source goes that names no date. */
const FIRST_READING_MS = 30 * 24 * 3_600_000;

/** What a source is opened with. */
export interface OpenOptions {
  readonly line: HttpLine;
  readonly signal: AbortSignal;
  readonly config: unknown;
  /** Opened secrets. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Other addresses for the connector's sites. */
  readonly sites?: Readonly<Record<string, string>>;
  readonly since: Date | null;
  /** Zone of the workspace; UTC by default. */
  readonly timeZone?: string;
  readonly now?: () => Date;
}

/**
 * A source, ready to be read.
 * @throws ZodError when the settings are not those of the connector; SourceError when a secret is missing
 */
export function openSource(
  connector: AnyConnector,
  { line, signal, now = () => new Date(), timeZone = 'UTC', ...options }: OpenOptions,
): OpenSource {
  const secrets = connector.secrets.safeParse(options.secrets);
  if (!secrets.success)
    throw new SourceError(
      'secret-missing',
      `A key of this source is missing or not complete (${secrets.error.issues.map(({ path }) => path.join('.')).join(', ')}). Enter it in the settings of the source.`,
    );
  const http = new SourceHttp(line, {
    robots: connector.description.access === 'pages',
    secrets: Object.values(options.secrets),
    signal,
  });
  const sites = { ...connector.sites, ...options.sites };
  const site = (name: string) => {
    const address = sites[name];
    if (address === undefined)
      throw new Error(`The connector ${connector.description.kind} has no site named ${name}.`);
    return address;
  };
  const since = options.since ?? new Date(now().getTime() - FIRST_READING_MS);
  return {
    connector,
    config: connector.config.parse(options.config),
    context: { http, secrets: secrets.data, site, timeZone, now, since, signal },
  };
}
