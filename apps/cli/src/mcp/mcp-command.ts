import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Command } from 'commander';
import type { Shell } from '../shell';
import { mcpServer } from './mcp-server';

/** `moodline mcp`: other assistants read this Moodline over standard input and output, until they close them. */
export function addMcp(program: Command, { api }: Pick<Shell, 'api'>): void {
  program
    .command('mcp')
    .description(
      'serves questions, themes, comments and mood to other assistants (Model Context Protocol, standard input and output)',
    )
    .action(async () => {
      const server = mcpServer(api());
      const closed = new Promise<void>((resolve) => {
        server.server.onclose = resolve;
      });
      process.stdin.once('end', () => void server.close());
      await server.connect(new StdioServerTransport());
      await closed;
    });
}
