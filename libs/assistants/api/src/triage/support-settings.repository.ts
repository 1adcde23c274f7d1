import { Injectable } from '@nestjs/common';
import { MOST_SNIPPETS, type SaveSnippet, type Snippet, type TriageSettings } from '@moodline/assistants/contract';
import type { Language } from '@moodline/shared/contract';
import { Database } from '@moodline/shared/db';
import { DomainError, NotFoundError } from '@moodline/shared/http';

const DEFAULTS: TriageSettings = { targetHours: 24, days: 14 };

export class TooManySnippetsError extends DomainError {
  constructor() {
    super('too-many-snippets', `There are ${MOST_SNIPPETS} snippets already. Remove one first.`, 409, {
      most: MOST_SNIPPETS,
    });
  }
}

/** What a workspace says of its support: when answers are due, and what it has written once for what comes again. */
@Injectable()
export class SupportSettings {
  constructor(private readonly database: Database) {}

  async read(workspaceId: number): Promise<TriageSettings> {
    const row = await this.database.supportSetting.findUnique({ where: { workspaceId } });
    return row ? { targetHours: row.targetHours, days: row.days } : DEFAULTS;
  }

  async save(workspaceId: number, settings: TriageSettings): Promise<void> {
    await this.database.supportSetting.upsert({
      where: { workspaceId },
      create: { workspaceId, ...settings },
      update: settings,
    });
  }

  /** By title. */
  async snippets(workspaceId: number): Promise<Snippet[]> {
    const rows = await this.database.supportSnippet.findMany({
      where: { workspaceId },
      orderBy: [{ title: 'asc' }, { id: 'asc' }],
    });
    return rows.map(({ id, title, language, words, text }) => ({
      ...{ id, title, words, text },
      language: language as Language,
    }));
  }

  /** @throws TooManySnippetsError */
  async addSnippet(workspaceId: number, snippet: SaveSnippet): Promise<void> {
    const there = await this.database.supportSnippet.count({ where: { workspaceId } });
    if (there >= MOST_SNIPPETS) throw new TooManySnippetsError();
    await this.database.supportSnippet.create({ data: { workspaceId, ...snippet } });
  }

  /** @throws NotFoundError */
  async saveSnippet(workspaceId: number, id: number, snippet: SaveSnippet): Promise<void> {
    const { count } = await this.database.supportSnippet.updateMany({ where: { workspaceId, id }, data: snippet });
    if (!count) throw new NotFoundError('snippet', id);
  }

  /** @throws NotFoundError */
  async removeSnippet(workspaceId: number, id: number): Promise<void> {
    const { count } = await this.database.supportSnippet.deleteMany({ where: { workspaceId, id } });
    if (!count) throw new NotFoundError('snippet', id);
  }
}
