import { Injectable } from '@nestjs/common';
import { CommentRepository } from '@moodline/comments/api';
import { assertSameDestination, SecretBox } from '@moodline/shared/secrets';
import { InvalidInputError } from '@moodline/shared/http';
import * as z from 'zod';
import type { AnyConnector } from '../connectors/connector';
import { destinationOf } from '../connectors/config-fields';
import { ConnectorRegistry } from '../connectors/connector-registry';
import { HttpLine } from '../connectors/http/http-line';
import { openSource } from '../connectors/open-source';
import type { OpenSource } from '../connectors/page-reading';
import { SourceError } from '../connectors/source.errors';
import type { SourceConfig, StoredSource } from './sources.repository';

/** Secrets as people entered them; null takes one away. */
export type GivenSecrets = Readonly<Record<string, string | null>>;

/** What a source has, and its settings to be. */
export interface FormerSource {
  readonly secrets: StoredSource['secrets'];
  readonly config: SourceConfig;
  readonly next: SourceConfig;
}

/** Opens sources for reading, and seals their secrets for storing. Nothing else sees a secret. */
@Injectable()
export class SourceAccess {
  constructor(
    private readonly connectors: ConnectorRegistry,
    private readonly line: HttpLine,
    private readonly box: SecretBox,
    private readonly comments: CommentRepository,
  ) {}

  /** @throws SourceError when a secret is missing or cannot be read; UnknownKindError */
  async open(
    {
      workspaceId,
      kind,
      config,
      secrets,
      since,
    }: Pick<StoredSource, 'workspaceId' | 'kind' | 'config' | 'secrets' | 'since'>,
    signal: AbortSignal,
  ): Promise<OpenSource> {
    return openSource(this.connectors.get(kind), {
      line: this.line,
      signal,
      config,
      secrets: this.opened(secrets),
      since,
      timeZone: await this.comments.timeZone(workspaceId),
    });
  }

  /** Settings as the connector understands them. @throws InvalidInputError naming each field that is wrong */
  config(kind: string, given: unknown): SourceConfig {
    return checked(this.connectors.get(kind).config, given, 'config') as SourceConfig;
  }

  /**
   * Former secrets with those that were given in their place, sealed.
   * @throws InvalidInputError when the connector has no use for one, or misses one
   * @throws SecretStaysError when a former one would go to another address, or in another header
   */
  seal(kind: string, given: GivenSecrets, former?: FormerSource): Record<string, string> {
    const connector = this.connectors.get(kind);
    const kept = Object.entries(former?.secrets ?? {}).filter(([name]) => given[name] === undefined);
    if (former) this.assertStay(kind, given, former);
    const fresh = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== null);
    const sealed = Object.fromEntries([
      ...kept,
      ...fresh.map(([name, secret]) => [name, this.box.seal(secret.trim())] as const),
    ]);
    checked(strict(connector), this.opened(sealed), 'secrets');
    return sealed;
  }

  /** @throws SecretStaysError when a secret that is not given anew would go elsewhere than it does */
  assertStay(kind: string, given: GivenSecrets, { secrets, config, next }: FormerSource): void {
    const connector = this.connectors.get(kind);
    const kept = Object.keys(secrets).filter((name) => given[name] === undefined);
    assertSameDestination(kept, destinationOf(connector, config), destinationOf(connector, next));
  }

  private opened(sealed: StoredSource['secrets']): Record<string, string> {
    try {
      return Object.fromEntries(Object.entries(sealed).map(([name, text]) => [name, this.box.open(text)]));
    } catch (error) {
      throw new SourceError('secret-unreadable', (error as Error).message);
    }
  }
}

/** A secret with a wrong name is a mistake worth telling, not one to keep. */
function strict({ secrets }: AnyConnector): z.ZodType {
  return secrets instanceof z.ZodObject ? secrets.strict() : secrets;
}

function checked(schema: z.ZodType, given: unknown, place: string): unknown {
  const result = schema.safeParse(given);
  if (!result.success)
    throw new InvalidInputError(result.error.issues.map((issue) => ({ ...issue, path: [place, ...issue.path] })));
  return result.data;
}
