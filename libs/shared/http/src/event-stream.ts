import type { Response } from 'express';

/** Milliseconds between two signs of life, by which proxies do not take the connection for dead. */
const HEARTBEAT_MS = 20_000;

/** A `text/event-stream` answer (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export class EventStream {
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
  private readonly heartbeat: NodeJS.Timeout;

  /** @param stillThere whether who asked may still hear it; asked with each sign of life, and the stream ends when not */
  constructor(
    private readonly response: Response,
    stillThere: () => Promise<boolean> = () => Promise.resolve(true),
  ) {
    const controller = new AbortController();
    this.signal = controller.signal;
    response.status(200);
    response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Accel-Buffering', 'no');
    response.flushHeaders();
    this.heartbeat = setInterval(() => void this.beat(stillThere), HEARTBEAT_MS);
    response.on('close', () => {
      clearInterval(this.heartbeat);
      controller.abort();
    });
  }

  /** Sends one event. The data travel as one line of JSON. */
  send(type: string, data: unknown): void {
    if (!this.response.writableEnded) this.response.write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  private async beat(stillThere: () => Promise<boolean>): Promise<void> {
    try {
      if (!(await stillThere())) return this.end();
      this.response.write(': still here\n\n');
    } catch {
      // The database does not answer: the next beat asks again.
    }
  }

  end(): void {
    clearInterval(this.heartbeat);
    this.response.end();
  }
}
