import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { mcpServer, type McpReads } from './mcp-server';

const ANSWER = {
  intent: 'count',
  measure: 'count',
  scope: { sources: [], monitors: [], languages: [], labels: ['negative'], stars: [], topic: null, theme: null },
  period: { from: '2026-11-02', to: '2026-11-02' },
  compared: null,
  by: null,
  order: null,
  number: null,
  event: null,
  language: 'en',
  facts: [],
  sentences: [{ text: 'On 2 November, 69 of 119 comments were negative.', citations: ['F1'] }],
  quotes: [],
  exhibits: [],
  declined: false,
  asksBack: null,
  reason: null,
  reasonCode: null,
  suggestions: [],
};

describe('mcpServer', () => {
  const asked: { what: keyof McpReads; with: unknown }[] = [];
  const respond = (answer: unknown): McpReads => {
    const read = (what: keyof McpReads) => async (input: unknown) => {
      asked.push({ what, with: input });
      return answer as never;
    };
    return { ask: read('ask'), comments: read('comments'), mood: read('mood') };
  };

  async function connected(answer: unknown): Promise<Client> {
    asked.length = 0;
    const [ours, theirs] = InMemoryTransport.createLinkedPair();
    await mcpServer(respond(answer)).connect(ours);
    const client = new Client({ name: 'spec', version: '1' });
    await client.connect(theirs);
    return client;
  }

  it('offers four tools, all of which only read', async () => {
    const { tools } = await (await connected(ANSWER)).listTools();
    expect(tools.map(({ name }) => name)).toEqual(['ask', 'themes', 'comments', 'mood']);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
  });

  it('answers a question with its sentences and how it was understood', async () => {
    const client = await connected(ANSWER);
    const question = 'How many comments were negative on 2 November?';
    const result = await client.callTool({ name: 'ask', arguments: { question } });
    expect(asked).toEqual([{ what: 'ask', with: { question } }]);
    expect(result.content).toEqual([
      { type: 'text', text: 'On 2 November, 69 of 119 comments were negative.\n(2026-11-02 – 2026-11-02)' },
    ]);
    expect(result.structuredContent).toMatchObject({ typed: { intent: 'count', scope: { labels: ['negative'] } } });
  });

  it('asks for themes as a typed question', async () => {
    const client = await connected(ANSWER);
    await client.callTool({ name: 'themes', arguments: { mood: 'negative', from: '2026-11-01', to: '2026-11-07' } });
    expect(asked[0]?.with).toMatchObject({
      typed: { intent: 'complaints', by: 'theme', number: 5, period: { from: '2026-11-01', to: '2026-11-07' } },
    });
  });

  it('reads comments with the filter it is given', async () => {
    const client = await connected({ items: [], total: 0, totalCapped: false, nextCursor: null, slowSearch: false });
    const result = await client.callTool({ name: 'comments', arguments: { q: 'battery', limit: 3 } });
    expect(result.content).toEqual([{ type: 'text', text: 'No comments.' }]);
    expect(asked[0]).toMatchObject({
      what: 'comments',
      with: { q: 'battery', limit: 3, sort: 'newest' },
    });
    expect(result.structuredContent).toMatchObject({ comments: [], total: 0 });
  });

  it('refuses what no tool takes, without asking anything', async () => {
    const client = await connected(ANSWER);
    const result = await client.callTool({ name: 'comments', arguments: { limit: 5000 } });
    expect(result.isError).toBe(true);
    expect(asked).toEqual([]);
  });
});
