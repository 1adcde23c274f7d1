import { TestBed } from '@angular/core/testing';
import * as z from 'zod';
import { EVENT_SOURCE, ServerEvents } from './server-events';

class FakeEventSource extends EventTarget {
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  closed = false;

  close(): void {
    this.closed = true;
  }

  say(type: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(type, { data: typeof data === 'string' ? data : JSON.stringify(data) }));
  }
}

const stepSchema = z.object({ done: z.number() });

describe('ServerEvents', () => {
  let made: FakeEventSource[];
  let events: ServerEvents;
  const latest = () => made[made.length - 1] as FakeEventSource;

  beforeEach(() => {
    jest.useFakeTimers();
    made = [];
    TestBed.configureTestingModule({
      providers: [
        { provide: EVENT_SOURCE, useValue: () => made[made.push(new FakeEventSource()) - 1] as unknown as EventSource },
      ],
    });
    events = TestBed.inject(ServerEvents);
  });
  afterEach(() => jest.useRealTimers());

  it('connects once and tells the latest progress', () => {
    const step = events.latest('step', stepSchema);
    events.connect();
    events.connect();
    expect(made).toHaveLength(1);
    latest().onopen?.();
    latest().say('step', { done: 1 });
    expect(events.connected()).toBe(true);
    expect(step()).toEqual({ done: 1 });
  });

  it('hands over every message of a kind, also two that come before the next drawing', () => {
    const heard: number[] = [];
    events.on('step', z.object({ done: z.number() })).subscribe(({ done }) => heard.push(done));
    events.connect();
    latest().say('step', { done: 1 });
    latest().say('step', { done: 2 });
    latest().say('step', { done: 'three' });
    latest().say('step', 'no json');
    expect(heard).toEqual([1, 2]);
  });

  it('hands over messages to who asks after the connection was made, and after it was lost', () => {
    const heard: number[] = [];
    events.connect();
    events.on('step', z.number()).subscribe((step) => heard.push(step));
    latest().say('step', 1);
    latest().onerror?.();
    jest.advanceTimersByTime(1_000);
    latest().say('step', 2);
    expect(heard).toEqual([1, 2]);
  });

  it('tells of changed data as observable and as growing version', () => {
    const reasons: string[] = [];
    events.dataChanged.subscribe((reason) => reasons.push(reason));
    events.connect();
    latest().say('data-changed', { reason: 'import' });
    latest().say('data-changed', { reason: 'labels' });
    expect(reasons).toEqual(['import', 'labels']);
    expect(events.version()).toBe(2);
  });

  it('takes the data for changed when a lost connection is back', () => {
    const reasons: string[] = [];
    events.dataChanged.subscribe((reason) => reasons.push(reason));
    events.connect();
    latest().onopen?.();
    expect(reasons).toEqual([]);
    latest().onerror?.();
    jest.advanceTimersByTime(1_000);
    latest().onopen?.();
    expect(reasons).toEqual(['reconnected']);
  });

  it('ignores what it does not understand', () => {
    events.connect();
    const step = events.latest('step', stepSchema);
    latest().say('step', 'no json');
    latest().say('step', { done: 'three' });
    expect(step()).toBeNull();
  });

  it('comes back after a loss, each time later, and soon again after a success', () => {
    events.connect();
    latest().onerror?.();
    expect(made[0]?.closed).toBe(true);
    jest.advanceTimersByTime(999);
    expect(made).toHaveLength(1);
    jest.advanceTimersByTime(1);
    expect(made).toHaveLength(2);
    latest().onerror?.();
    jest.advanceTimersByTime(1_999);
    expect(made).toHaveLength(2);
    jest.advanceTimersByTime(1);
    expect(made).toHaveLength(3);
    latest().onopen?.();
    latest().onerror?.();
    jest.advanceTimersByTime(1_000);
    expect(made).toHaveLength(4);
  });

  it('forgets everything and stays away after disconnect', () => {
    events.connect();
    const step = events.latest('step', stepSchema);
    latest().say('step', { done: 1 });
    latest().onerror?.();
    events.disconnect();
    jest.advanceTimersByTime(60_000);
    expect(made).toHaveLength(1);
    expect(step()).toBeNull();
  });
});
