import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { answerSchema } from '@moodline/chat/contract';
import { mcpServer, type McpReads } from '@moodline/chat/mcp';
import { commentPageSchema } from '@moodline/comments/contract';
import { moodSeriesSchema } from '@moodline/trends/contract';
import type { Command } from 'commander';
import type { ApiClient } from '../api-client';
import type { Shell } from '../shell';

/** `moodline mcp`: other assistants read this Moodline over standard input and output, until they close them. */
export function addMcp(program: Command, { api }: Pick<Shell, 'api'>): void {
  program
    .command('mcp')
    .description(
      'serves questions, themes, comments and mood to other assistants (Model Context Protocol, standard input and output)',
    )
    .action(async () => {
      const server = mcpServer(readsOver(api()));
      const closed = new Promise<void>((resolve) => {
        server.server.onclose = resolve;
      });
      process.stdin.once('end', () => void server.close());
      await server.connect(new StdioServerTransport());
      await closed;
    });
}

/** The tools read what the API answers. */
const readsOver = (api: ApiClient): McpReads => ({
  ask: (question) => api.post('chat', question, answerSchema),
  comments: (query) => api.get('comments', query, commentPageSchema),
  mood: (query) => api.get('mood', query, moodSeriesSchema),
});
