import { Injectable } from '@nestjs/common';
import { questionSchema } from '@moodline/chat/contract';
import type { McpQuery, McpReads } from '@moodline/chat/mcp';
import { CommentRepository, FilterResolver } from '@moodline/comments/api';
import { commentQuerySchema } from '@moodline/comments/contract';
import type { Permission } from '@moodline/shared/contract';
import { type Actor, holds } from '@moodline/shared/http';
import { MoodFacts } from '@moodline/trends/api';
import { moodQuerySchema } from '@moodline/trends/contract';
import { ChatAnswerer } from '../chat-answerer';

/** Reads for the tools of the Model Context Protocol what the caller's key may read. */
@Injectable()
export class McpReader {
  constructor(
    private readonly answerer: ChatAnswerer,
    private readonly comments: CommentRepository,
    private readonly filters: FilterResolver,
    private readonly moods: MoodFacts,
  ) {}

  /** @param signal stops the work of a question whose asker has gone */
  of(actor: Actor, signal: AbortSignal): McpReads {
    const { workspaceId } = actor;
    return {
      ask: async (question) => {
        requireOf(actor, 'chat.ask');
        return this.answerer.answer(workspaceId, questionSchema.parse(question), { signal, onEvent: () => undefined });
      },
      comments: async (query) => {
        requireOf(actor, 'comments.read');
        const read = commentQuerySchema.parse(written(query));
        return this.comments.page(await this.filters.resolve(workspaceId, read), read);
      },
      mood: async (query) => {
        requireOf(actor, 'trends.read');
        return this.moods.series(workspaceId, moodQuerySchema.parse(written(query)));
      },
    };
  }
}

/** What a tool may not read, it answers as a mistake that the other assistant can tell. */
function requireOf(actor: Actor, permission: Permission): void {
  if (!holds(actor, permission)) throw new Error(`This key lacks the permission ${permission}.`);
}

/** As an address has it: all values are text. */
const written = (query: McpQuery): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
