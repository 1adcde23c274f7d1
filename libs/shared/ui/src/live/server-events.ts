import {
  DestroyRef,
  inject,
  Injectable,
  InjectionToken,
  signal,
  type Signal,
  type WritableSignal,
} from '@angular/core';
import { filter, map, Subject, type Observable } from 'rxjs';
import * as z from 'zod';

/** Makes the connection; tests put a fake in its place. */
export const EVENT_SOURCE = new InjectionToken<(url: string) => EventSource>('EVENT_SOURCE', {
  providedIn: 'root',
  factory: () => (url) => new EventSource(url),
});

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;
const dataChangedSchema = z.object({ reason: z.string() });

/**
 * News of the server (`GET /api/events`). Nothing is connected before {@link connect}; a lost connection comes back
 * by itself, after 1 s at first and after at most 30 s.
 */
@Injectable({ providedIn: 'root' })
export class ServerEvents {
  private readonly open = inject(EVENT_SOURCE);
  private readonly connectedState = signal(false);
  private readonly changes = signal(0);
  private readonly messages = new Map<string, Subject<unknown>>();
  private readonly states = new Map<string, WritableSignal<unknown>>();
  private readonly dataChangedSubject = new Subject<string>();

  private source: EventSource | null = null;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private retryAfter = FIRST_RETRY_MS;
  private openedBefore = false;

  readonly connected = this.connectedState.asReadonly();
  /** Emits the reason each time numbers or comments may look different now; `reconnected` after a lost connection. */
  readonly dataChanged = this.dataChangedSubject.asObservable();
  /** Grows by one with each {@link dataChanged}, for effects and resources that should load again. */
  readonly version = this.changes.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.disconnect());
  }

  /** Starts to listen; calling it again changes nothing. */
  connect(): void {
    if (this.source || this.retryTimer !== undefined) return;
    const source = this.open('/api/events');
    this.source = source;
    source.onopen = () => {
      this.retryAfter = FIRST_RETRY_MS;
      this.connectedState.set(true);
      // Nobody knows what was missed while the connection was away.
      if (this.openedBefore) this.tellChange('reconnected');
      this.openedBefore = true;
    };
    source.onerror = () => this.retry();
    this.listen(source, 'data-changed', dataChangedSchema, ({ reason }) => this.tellChange(reason));
    for (const [type, subject] of this.messages) this.forward(source, type, subject);
  }

  /**
   * Every message of a kind, in order: a domain names the kind and gives its contract. A message that does not match the contract
   * is left out. A signal would show the last of several messages that come before the next drawing, and lose the others.
   */
  on<T>(type: string, schema: z.ZodType<T>): Observable<T> {
    let subject = this.messages.get(type);
    if (!subject) {
      subject = new Subject<unknown>();
      this.messages.set(type, subject);
      if (this.source) this.forward(this.source, type, subject);
    }
    return subject.pipe(
      map((data) => schema.safeParse(data)),
      filter((parsed) => parsed.success),
      map((parsed) => parsed.data),
    );
  }

  /** The last message of a kind since the connection was first made; null before. Of two that come together only the second is seen. */
  latest<T>(type: string, schema: z.ZodType<T>): Signal<T | null> {
    const known = this.states.get(type);
    if (known) return known as WritableSignal<T | null>;
    const state = signal<T | null>(null);
    this.states.set(type, state as WritableSignal<unknown>);
    this.on(type, schema).subscribe((data) => state.set(data));
    return state.asReadonly();
  }

  /** Stops listening and forgets what was told, as after signing out. */
  disconnect(): void {
    this.close();
    clearTimeout(this.retryTimer);
    this.retryTimer = undefined;
    this.retryAfter = FIRST_RETRY_MS;
    this.openedBefore = false;
    for (const state of this.states.values()) state.set(null);
  }

  private tellChange(reason: string): void {
    this.changes.update((count) => count + 1);
    this.dataChangedSubject.next(reason);
  }

  private forward(source: EventSource, type: string, subject: Subject<unknown>): void {
    source.addEventListener(type, (event: MessageEvent<string>) => subject.next(fromJson(event.data)));
  }

  private listen<T>(source: EventSource, type: string, schema: z.ZodType<T>, tell: (data: T) => void): void {
    source.addEventListener(type, (event: MessageEvent<string>) => {
      const parsed = schema.safeParse(fromJson(event.data));
      if (parsed.success) tell(parsed.data);
    });
  }

  // The browser's own reconnect gives up for good on an HTTP error (a restarting server answers 502), so the retry is ours.
  private retry(): void {
    this.close();
    this.retryTimer = setTimeout(() => {
      this.retryTimer = undefined;
      this.connect();
    }, this.retryAfter);
    this.retryAfter = Math.min(this.retryAfter * 2, LONGEST_RETRY_MS);
  }

  private close(): void {
    this.source?.close();
    this.source = null;
    this.connectedState.set(false);
  }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
