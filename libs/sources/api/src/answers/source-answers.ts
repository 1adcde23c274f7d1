import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, NotFoundError } from '@moodline/shared/http';
import type { AnyConnector } from '../connectors/connector';
import { ConnectorRegistry } from '../connectors/connector-registry';
import { CONNECTORS } from '../connectors/connectors';
import { SourceError } from '../connectors/source.errors';
import { SourceAccess } from '../sources/source-access';
import { SourceRepository, type StoredSource } from '../sources/sources.repository';
import { AnswerSourcesQuery } from './answer-sources.query';

/** Longest time that a person waits until an answer is published, in milliseconds. */
const SEND_MS = 45_000;
/** After these it is not known whether the site has published the answer. */
const UNCLEAR: readonly string[] = ['source-timed-out', 'source-unreachable', 'source-unavailable', 'malformed-answer'];
/** So many characters of a hash tell attempts apart. */
const KEY_LENGTH = 40;

/** Nothing can be sent through this source: its site has no interface for it, or nobody has allowed it in its settings. */
export class AnswersNotAllowedError extends DomainError {
  constructor() {
    super(
      'answers-not-allowed',
      'Answers cannot be sent through this source. Where its site has an interface for that, allow it in the settings of the source.',
      409,
    );
  }
}

/** What was sent. */
export interface PublishedAnswer {
  /** Kind of the source. */
  readonly through: string;
  readonly link: string | null;
}

/** Publishes answers of people at the sites that comments came from. Nothing here is sent by itself, or twice. */
@Injectable()
export class SourceAnswers {
  constructor(
    private readonly places: AnswerSourcesQuery,
    private readonly sources: SourceRepository,
    private readonly connectors: ConnectorRegistry,
    private readonly access: SourceAccess,
  ) {}

  /** Sources through which answers can be sent, by id with what they are called. */
  async ready(workspaceId: number): Promise<ReadonlyMap<number, string>> {
    const kinds = CONNECTORS.flatMap(({ answers, description }) => (answers ? [description.kind] : []));
    const sources = await this.places.ofKinds(workspaceId, kinds);
    return new Map(sources.flatMap((source) => (this.isAllowed(source) ? [[source.id, source.name] as const] : [])));
  }

  /**
   * Publishes an answer to a comment.
   * @throws NotFoundError, AnswersNotAllowedError, SourceError; {@link isUnclear} tells whether it may have been published all the same
   */
  async send(workspaceId: number, commentId: number, text: string): Promise<PublishedAnswer> {
    const place = await this.places.placeOf(workspaceId, commentId);
    if (!place) throw new NotFoundError('comment', commentId);
    const source = await this.sources.find(workspaceId, place.sourceId);
    const connector = this.connectors.find(source.kind);
    if (!connector?.answers || source.removeAt || !this.isAllowed(source)) throw new AnswersNotAllowedError();
    const { config, context } = await this.access.open(source, AbortSignal.timeout(SEND_MS));
    const { externalId, parentId } = place;
    const key = createHash('sha256')
      .update(JSON.stringify([workspaceId, commentId, text]))
      .digest('hex')
      .slice(0, KEY_LENGTH);
    const link = await connector.answers.send(config, { externalId, parentId, text, key }, context);
    return { through: source.kind, link: link && /^https?:\/\//i.test(link) ? link.slice(0, 2000) : null };
  }

  /** Whether an answer may have been published although sending it failed. */
  isUnclear(error: unknown): boolean {
    if (error instanceof SourceError) return UNCLEAR.includes(error.code);
    return !(error instanceof DomainError);
  }

  private isAllowed({ kind, config, secrets }: StoredSource): boolean {
    const connector: AnyConnector | null = this.connectors.find(kind);
    const given = connector?.config.safeParse(config);
    // Which keys there are says enough: they stay sealed.
    return Boolean(given?.success && connector?.answers?.allowed(given.data, secrets));
  }
}
