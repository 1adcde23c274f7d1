export { mcpServer, type McpQuery, type McpReads } from './mcp-server';
