import type { Response } from 'express';

/** A `text/event-stream` answer (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export class EventStream {
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
  private readonly heartbeat: NodeJS.Timeout;

  constructor(private readonly response: Response) {
    const controller = new AbortController();
    this.signal = controller.signal;
    response.status(200);
    response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Accel-Buffering', 'no');
    response.flushHeaders();
    this.heartbeat = setInterval(() => response.write(': still here\n\n'), 20_000);
    response.on('close', () => {
      clearInterval(this.heartbeat);
      controller.abort();
    });
  }

  /** Sends one event. The data travel as one line of JSON. */
  send(type: string, data: unknown): void {
    if (!this.response.writableEnded) this.response.write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  end(): void {
    clearInterval(this.heartbeat);
    this.response.end();
  }
}
