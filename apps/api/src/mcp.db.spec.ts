import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { AskedProduct, type Headers } from './testing/asked-product';

describe('the Model Context Protocol over HTTP', () => {
  let product: AskedProduct;
  let owner: Headers;

  beforeAll(async () => {
    product = await AskedProduct.start();
    owner = await product.signedIn('owner');
  }, 60_000);
  afterAll(() => product?.stop());

  /** The client of the official SDK, over a real connection. */
  async function connected(headers: Headers): Promise<Client> {
    const client = new Client({ name: 'spec', version: '1' });
    const transport = new StreamableHTTPClientTransport(new URL('/api/mcp', product.url), {
      requestInit: { headers: { ...headers } },
    });
    await client.connect(transport);
    return client;
  }

  it('offers the tools that only read to a key that may ask, and answers a question', async () => {
    const client = await connected(await product.key('assistant', ['chat.ask', 'comments.read', 'trends.read'], owner));
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['ask', 'themes', 'comments', 'mood']);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
    const answer = await client.callTool({ name: 'ask', arguments: { question: 'How many comments yesterday?' } });
    expect(answer.structuredContent).toMatchObject({ typed: { intent: 'count' }, declined: false, asksBack: null });
    const comments = await client.callTool({ name: 'comments', arguments: { q: 'battery', limit: 3 } });
    expect(comments.structuredContent).toMatchObject({ comments: [], total: 0 });
    const mood = await client.callTool({ name: 'mood', arguments: { from: '2026-11-01', to: '2026-11-07' } });
    expect(mood.structuredContent).toMatchObject({ total: { n: 0 } });
    await client.close();
  });

  it('keeps from a key what it is not for', async () => {
    const client = await connected(await product.key('asks only', ['chat.ask'], owner));
    for (const name of ['comments', 'mood']) {
      const refused = await client.callTool({ name, arguments: {} });
      expect(refused.isError).toBe(true);
      expect(JSON.stringify(refused.content)).toContain('lacks the permission');
    }
    await client.close();
  });

  it('lets nobody in without a key', async () => {
    await expect(connected({})).rejects.toThrow();
    await expect(connected({ authorization: 'Bearer made-up' })).rejects.toThrow();
    const other = await product.key('reads only', ['comments.read'], owner);
    await expect(connected(other)).rejects.toThrow();
    const message = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
    expect((await product.ask('post', '/api/mcp', {}, message)).status).toBe(401);
    expect(await product.ask('post', '/api/mcp', owner, message)).toMatchObject({ status: 403 });
  });

  it('says that it has no stream to wait on', async () => {
    const key = await product.key('waits', ['chat.ask'], owner);
    expect(await product.ask('get', '/api/mcp', key)).toMatchObject({ status: 405, code: 'post-only' });
  });
});
