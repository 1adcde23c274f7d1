import { Injectable } from '@nestjs/common';
import { DomainError } from '@moodline/shared/http';
import type { SourceKind } from '@moodline/sources/contract';
import { describeKind } from './config-fields';
import type { AnyConnector } from './connector';
import { CONNECTORS } from './connectors';

/** A kind of source nobody knows how to read. */
export class UnknownKindError extends DomainError {
  constructor(kind: string) {
    super('unknown-source-kind', `There is no kind of source named "${kind}". GET /api/sources/kinds lists them.`, 400);
  }
}

/** Finds the connector of a kind of source. */
@Injectable()
export class ConnectorRegistry {
  private readonly connectors: ReadonlyMap<string, AnyConnector> = new Map(
    CONNECTORS.map((connector) => [connector.description.kind, connector]),
  );

  /** Null for kinds that nothing is read from, such as files. */
  find(kind: string): AnyConnector | null {
    return this.connectors.get(kind) ?? null;
  }

  /** @throws UnknownKindError */
  get(kind: string): AnyConnector {
    const connector = this.find(kind);
    if (!connector) throw new UnknownKindError(kind);
    return connector;
  }

  /** Every kind, as people are told of it. */
  kinds(): SourceKind[] {
    return [...this.connectors.values()].map(describeKind);
  }
}
