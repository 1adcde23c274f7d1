import { Agent, request, type Dispatcher } from 'undici';
import * as z from 'zod';
import { ModelDownloadError } from '../backend.errors';
import { retryAfterMs } from '../server/retry-delay';
import type { HubFile } from './hub-files';

export const PUBLIC_HUB = 'https://huggingface.co';
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const MAX_REDIRECTS = 5;
/** Pages of a listing; a model for this program has a few dozen files. */
const MAX_PAGES = 20;
const DEFAULT_TIMEOUT_MS = 30_000;

/** A fault of the connection or of a busy hub, which may be gone in a moment. */
export class HubFault extends Error {
  constructor(
    message: string,
    /** How long the hub asks to wait, in milliseconds. */
    readonly wishMs: number | null = null,
  ) {
    super(message);
  }
}

export interface OpenedFile {
  readonly body: Dispatcher.ResponseData['body'];
  /** First byte that comes; 0 when the hub sends the file from its beginning although the rest was asked for. */
  readonly start: number;
  /** Set where the file ends before the byte that was asked for. */
  readonly beyondEnd: boolean;
  /** SHA-256 of the whole file where the hub tells it with the file. */
  readonly sha256: string | null;
}

const treeSchema = z.array(
  z.object({
    type: z.string(),
    path: z.string(),
    size: z.number().int().nonnegative(),
    oid: z.string().optional(),
    lfs: z.object({ oid: z.string().optional(), size: z.number().int().nonnegative().optional() }).nullish(),
  }),
);

/** Reads models from the hub or a mirror of it. Redirects are followed by hand: they carry the checksum. */
export class Hub {
  private readonly agent: Agent;
  private readonly host: string;

  /** @param base for example https://huggingface.co or https://hf-mirror.com */
  constructor(
    private readonly base: string = PUBLIC_HUB,
    timeoutMs = DEFAULT_TIMEOUT_MS,
  ) {
    this.agent = new Agent({ headersTimeout: timeoutMs, bodyTimeout: timeoutMs, connect: { timeout: timeoutMs } });
    this.host = new URL(base).host;
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  /**
   * All files of a model.
   * @throws HubFault, ModelDownloadError, or the signal's reason
   */
  async list(modelId: string, signal: AbortSignal): Promise<HubFile[]> {
    const files: HubFile[] = [];
    let next: string | null = `${this.base}/api/models/${modelId}/tree/main?recursive=true`;
    for (let page = 0; next && page < MAX_PAGES; page++) {
      const { response, url } = await this.get(next, modelId, signal);
      files.push(...(await this.readTree(response, signal)));
      next = nextPage(response, url);
    }
    return files;
  }

  /**
   * Opens a file from a byte on.
   * @throws HubFault, ModelDownloadError, or the signal's reason
   */
  async open(
    { modelId, path, from }: { readonly modelId: string; readonly path: string; readonly from: number },
    signal: AbortSignal,
  ): Promise<OpenedFile> {
    const address = `${this.base}/${modelId}/resolve/main/${path.split('/').map(encodeURIComponent).join('/')}`;
    const { response, sha256 } = await this.get(address, modelId, signal, from > 0 ? { range: `bytes=${from}-` } : {});
    const range = /^bytes (\d+)-/.exec(header(response, 'content-range') ?? '')?.[1];
    return {
      body: response.body,
      start: response.statusCode === 206 && range ? Number(range) : 0,
      beyondEnd: response.statusCode === 416,
      sha256,
    };
  }

  private async readTree(response: Dispatcher.ResponseData, signal: AbortSignal): Promise<HubFile[]> {
    try {
      return treeSchema
        .parse(await response.body.json())
        .filter(({ type }) => type === 'file')
        .map(({ path, size, oid, lfs }) => ({
          path,
          size: lfs?.size ?? size,
          sum: sumOf(lfs ? lfs.oid : undefined, lfs ? undefined : oid),
        }));
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (error instanceof z.ZodError || error instanceof SyntaxError)
        throw new ModelDownloadError(
          'model-download-no-hub',
          `${this.host} does not answer like a model hub. Check the address of the mirror.`,
        );
      throw new HubFault(`${this.host} broke off its answer.`);
    }
  }

  private async get(
    start: string,
    modelId: string,
    signal: AbortSignal,
    headers: Record<string, string> = {},
  ): Promise<{ response: Dispatcher.ResponseData; url: URL; sha256: string | null }> {
    let url = new URL(start);
    let sha256: string | null = null;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const response = await this.request(url, headers, signal);
      sha256 ??= sha256Of(header(response, 'x-linked-etag')) ?? sha256Of(header(response, 'etag'));
      if ([200, 206, 416].includes(response.statusCode)) return { response, url, sha256 };
      await response.body.dump().catch(() => undefined);
      const location = header(response, 'location');
      if (!REDIRECTS.includes(response.statusCode) || !location) throw this.refusal(response, modelId);
      url = this.target(location, url);
    }
    throw new ModelDownloadError(
      'model-download-no-hub',
      `${this.host} sends from one address to the next without end. Check the address of the mirror.`,
    );
  }

  private async request(
    url: URL,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<Dispatcher.ResponseData> {
    try {
      return await request(url, { dispatcher: this.agent, headers: { 'user-agent': 'Moodline', ...headers }, signal });
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw new HubFault(`${url.host} cannot be reached (${(error as { code?: string }).code ?? 'no answer'}).`);
    }
  }

  private target(location: string, from: URL): URL {
    const target = URL.parse(location, from.href);
    const safe = target && (target.protocol === 'https:' || (target.protocol === 'http:' && from.protocol === 'http:'));
    if (!safe)
      throw new ModelDownloadError(
        'model-download-no-hub',
        `${from.host} redirects to an address that is none. Check the address of the mirror.`,
      );
    return target;
  }

  private refusal(response: Dispatcher.ResponseData, modelId: string): Error {
    const status = response.statusCode;
    if (status === 429 || status >= 500)
      return new HubFault(
        `${this.host} is busy or out of order (${status}).`,
        retryAfterMs(header(response, 'retry-after')),
      );
    if (status === 404)
      return new ModelDownloadError(
        'model-download-missing',
        `${this.host} has no model ${modelId}. Check the spelling, upper and lower case included.`,
      );
    if (status === 401 || status === 403)
      return new ModelDownloadError(
        'model-download-closed',
        `${this.host} does not hand out ${modelId} to everybody (${status}): it does not exist, or its owner asks for a sign-in. Choose another model, or put its files into a folder by hand.`,
      );
    return new ModelDownloadError('model-download-refused', `${this.host} refused ${modelId} (${status}).`);
  }
}

const header = (response: Dispatcher.ResponseData, name: string): string | null => {
  const value = response.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
};

const sha256Of = (etag: string | null | undefined): string | null =>
  /^(?:W\/)?"?(?:sha256:)?([0-9a-f]{64})"?$/i.exec(etag ?? '')?.[1]?.toLowerCase() ?? null;

function sumOf(lfs: string | undefined, oid: string | undefined): HubFile['sum'] {
  const sha256 = sha256Of(lfs);
  if (sha256) return { kind: 'sha256', hex: sha256 };
  return oid && /^[0-9a-f]{40}$/.test(oid) ? { kind: 'git', hex: oid } : null;
}

/** Address of the next page of a listing (RFC 8288), of the same server only. */
function nextPage(response: Dispatcher.ResponseData, from: URL): string | null {
  const link = /<([^>]+)>\s*;\s*rel="next"/.exec(header(response, 'link') ?? '')?.[1];
  const url = link ? URL.parse(link, from.href) : null;
  return url && url.origin === from.origin ? url.href : null;
}
