import { Injectable } from '@nestjs/common';
import type { FactScope, NarrationLanguage } from '@moodline/narration/contract';
import type { CommentFilter } from '@moodline/comments/contract';
import { ScopeNamesQuery } from '../queries/scope-names.query';
import { quotable } from './quotable';

const NAME_LENGTH = 40;

/** Puts a filter into the names that facts tell. */
@Injectable()
export class ScopeReader {
  constructor(private readonly names: ScopeNamesQuery) {}

  async read(workspaceId: number, filter: CommentFilter, language: NarrationLanguage): Promise<FactScope> {
    const { source = [], label = [], language: languages = [], stars = [] } = filter;
    const { version = [], monitor, theme, tag, q } = filter;
    const [sources, monitors, themeName, tagName] = await Promise.all([
      source.length ? this.names.sources(workspaceId) : [],
      monitor ? this.names.monitors(workspaceId) : [],
      theme ? this.names.theme(workspaceId, theme, language) : null,
      tag ? this.names.tag(workspaceId, tag) : null,
    ]);
    const sourceName = (given: string) =>
      sources.find(({ id, name }) => String(id) === given || name === given)?.name ?? given;
    return {
      sources: source.map((given) => quotable(sourceName(given), NAME_LENGTH)),
      monitors: monitors.filter(({ id }) => id === monitor).map(({ name }) => quotable(name, NAME_LENGTH)),
      languages: [...languages],
      labels: [...label],
      stars: [...stars],
      topic: q ? quotable(q, NAME_LENGTH) : null,
      theme: themeName && quotable(themeName, NAME_LENGTH),
      ...(version.length && { versions: version.map((one) => quotable(one, NAME_LENGTH)) }),
      ...(tagName && { tag: quotable(tagName, NAME_LENGTH) }),
    };
  }
}
