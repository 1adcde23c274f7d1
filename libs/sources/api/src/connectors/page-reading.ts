import { admit, type AdmittedPage } from './admission';
import type { AnyConnector, ConnectorContext } from './connector';

/** A source with everything that is needed to read it. */
export interface OpenSource {
  readonly connector: AnyConnector;
  readonly config: unknown;
  readonly context: ConnectorContext<unknown>;
}

/**
 * The pages of a source since a cursor, ready to be stored. A site that hands over the same page for ever is
 * not followed for ever: a page without an id that is new in this run is the last.
 */
export async function* readPages(
  { connector, config, context }: OpenSource,
  cursor: unknown,
): AsyncGenerator<AdmittedPage<unknown>> {
  const seen = new Set<string>();
  for await (const page of connector.fetchSince(config, connector.cursor.parse(cursor), context)) {
    context.signal.throwIfAborted();
    const admitted = admit(page, context.now());
    const repeated = admitted.comments.length > 0 && admitted.comments.every(({ externalId }) => seen.has(externalId));
    for (const { externalId } of admitted.comments) seen.add(externalId);
    yield admitted;
    if (repeated) return;
  }
}
