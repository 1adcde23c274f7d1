import { Component, inject } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { LocaleStore, provideWords } from '@moodline/shared/ui';
import { TextStream, type TextPiece } from './text-stream';

type Event = TextPiece | { readonly whole: string };

@Component({ template: '', providers: [TextStream] })
class Holder {
  readonly stream = inject(TextStream);
}

describe('TextStream', () => {
  let fixture: ComponentFixture<Holder>;
  let stream: TextStream;
  let next: PromiseWithResolvers<Event | null>;
  const signals: AbortSignal[] = [];
  const taken: string[] = [];

  /** Tells what it is told; ends at null. */
  async function* open(signal: AbortSignal): AsyncGenerator<Event> {
    signals.push(signal);
    for (let event = await next.promise; event; event = await next.promise) yield event;
  }
  const follow = () => stream.follow(open, ({ whole }) => taken.push(whole));
  // A turn of the loop: what was awaited has gone on.
  const turn = () => new Promise((done) => setTimeout(done));
  const tell = async (event: Event | null) => {
    const told = next;
    next = Promise.withResolvers();
    told.resolve(event);
    await turn();
  };

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideWords({ en: {}, zh: {} })] });
    TestBed.inject(LocaleStore).setLanguage('en');
    [signals, taken].forEach((list) => (list.length = 0));
    next = Promise.withResolvers();
    fixture = TestBed.createComponent(Holder);
    ({ stream } = fixture.componentInstance);
  });

  it('grows by pieces, hands over the whole, and is at rest after the end', async () => {
    const followed = follow();
    expect(stream.running()).toBe(true);
    await tell({ piece: 'It is ' });
    await tell({ piece: 'late' });
    expect([stream.text(), taken]).toEqual(['It is late', []]);
    await tell({ whole: 'It is late.' });
    expect([taken, stream.running()]).toEqual([['It is late.'], true]);
    await tell(null);
    await followed;
    expect([stream.running(), stream.problem()]).toEqual([false, '']);
  });

  it('does not begin a second one while one runs, and forgets the first when the next begins', async () => {
    void follow();
    await follow();
    expect(signals).toHaveLength(1);
    await tell({ piece: 'old' });
    stream.stop();
    expect(stream.text()).toBe('old');
    void follow();
    expect([stream.text(), signals.length]).toEqual(['', 2]);
  });

  it('takes nothing after it was stopped, and calls the end of it no problem', async () => {
    const followed = follow();
    stream.stop();
    expect([signals[0]?.aborted, stream.running()]).toEqual([true, false]);
    await tell({ whole: 'too late' });
    await followed;
    expect(taken).toEqual([]);
    const thrown = stream.run(async (signal) => {
      await turn();
      if (signal.aborted) throw new Error('aborted');
    });
    stream.stop();
    await thrown;
    expect(stream.problem()).toBe('');
  });

  it('says in words why it broke off, until it is cleared or begins anew', async () => {
    await stream.run(() => Promise.reject(new Error('no answer')));
    expect([stream.problem() === '', stream.running()]).toEqual([false, false]);
    stream.clear();
    expect(stream.problem()).toBe('');
    await stream.run(() => Promise.reject(new Error('no answer')));
    const followed = follow();
    expect(stream.problem()).toBe('');
    await tell(null);
    await followed;
  });

  it('stays that of the second where the first ends late', async () => {
    const first = stream.run(turn as () => Promise<void>);
    const { promise, resolve } = Promise.withResolvers<void>();
    const second = stream.run(() => promise);
    await first;
    expect(stream.running()).toBe(true);
    resolve();
    await second;
    expect(stream.running()).toBe(false);
  });

  it('stops when its component goes', () => {
    void follow();
    fixture.destroy();
    expect(signals[0]?.aborted).toBe(true);
  });
});
