import { TestBed } from '@angular/core/testing';
import type { ChatEvent, Question } from '@moodline/chat/contract';
import { HeldPermissions } from '@moodline/shared/ui';
import { typedOf } from '../answer/scope-parts';
import { ChatClient } from '../chat.client';
import { answer, eventsOf } from '../testing/chat-fixtures';
import { ConversationStore } from './conversation-store';

/** Answers from a script; `hang` waits after the events until the question is aborted. */
class ScriptedClient {
  readonly asked: Question[] = [];
  events: ChatEvent[] = eventsOf(answer());
  hang = false;
  error: unknown = null;

  async *ask(question: Question, signal: AbortSignal): AsyncGenerator<ChatEvent> {
    this.asked.push(question);
    yield* this.events;
    if (this.error) throw this.error;
    if (this.hang) {
      signal.throwIfAborted();
      await new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))),
      );
    }
  }
}

describe('ConversationStore', () => {
  let client: ScriptedClient;
  let store: ConversationStore;

  beforeEach(() => {
    sessionStorage.clear();
    client = new ScriptedClient();
    TestBed.configureTestingModule({ providers: [{ provide: ChatClient, useValue: client }] });
    store = TestBed.inject(ConversationStore);
  });
  const found = async () => {
    while (!store.turns().at(-1)?.answer) await Promise.resolve();
  };

  it('asks with the filter of the page and ends with the whole answer', async () => {
    await store.ask('Why?', { q: 'battery' });

    expect(client.asked).toEqual([{ question: 'Why?', filter: { q: 'battery' } }]);
    expect(store.turns()).toMatchObject([{ question: 'Why?', state: 'answered', answer: answer() }]);
    expect(store.busy()).toBe(false);
  });

  it('takes one question at a time', async () => {
    const first = store.ask('one', {});
    await store.ask('two', {});
    await first;

    expect(client.asked.map(({ question }) => question)).toEqual(['one']);
  });

  it('stops: the facts that were found stay', async () => {
    client.events = eventsOf(answer()).slice(0, 1);
    client.hang = true;
    const asking = store.ask('Why?', {});
    await found();
    store.stop();
    await asking;

    expect(store.turns()).toMatchObject([{ state: 'stopped', answer: { facts: answer().facts } }]);
  });

  it('goes on from the last answer, and not from one that was declined', async () => {
    await store.ask('one', {});
    client.events = eventsOf(answer({ declined: true, intent: 'other' }));
    await store.ask('a poem', {});
    await store.ask('And on YouTube?', {});

    expect(client.asked.map(({ previous }) => previous?.intent)).toEqual([undefined, 'trend', 'trend']);
  });

  it('asks as a click changed it', async () => {
    await store.ask('one', {}, typedOf(answer({ intent: 'count' })));

    expect(client.asked[0]?.typed).toMatchObject({ intent: 'count' });
  });

  it('keeps an error in the thread and asks again in its place', async () => {
    client.events = [];
    client.error = new Error('broken');
    await store.ask('one', { q: 'x' });
    await store.ask('two', {});
    expect(store.turns()[0]).toMatchObject({ state: 'failed', error: client.error });

    client.events = eventsOf(answer());
    client.error = null;
    await store.retry(1);
    expect(store.turns()).toMatchObject([
      { id: 1, question: 'one', filter: { q: 'x' }, state: 'answered' },
      { id: 2, state: 'failed' },
    ]);
  });

  it('is there again after a reload', async () => {
    await store.ask('Why?', {});
    TestBed.resetTestingModule();

    expect(TestBed.inject(ConversationStore).turns()).toMatchObject([{ question: 'Why?', state: 'answered' }]);
  });

  it('ends with the session, not while the session is yet to be known', async () => {
    const permissions = TestBed.inject(HeldPermissions);
    await store.ask('Why?', {});
    TestBed.tick();
    permissions.set(['chat.ask']);
    TestBed.tick();
    expect(store.turns()).toHaveLength(1);

    permissions.set([]);
    TestBed.tick();
    expect(store.turns()).toEqual([]);
    expect(sessionStorage.getItem('moodline.conversations')).toBeNull();
  });

  it('clears while an answer is under way, and the old answer touches no new turn', async () => {
    client.hang = true;
    client.events = eventsOf(answer()).slice(0, 1);
    const old = store.ask('old', {});
    await found();
    store.clear();
    client.hang = false;
    client.events = eventsOf(answer());
    await store.ask('new', {});
    await old;

    expect(store.turns()).toMatchObject([{ question: 'new', state: 'answered' }]);
    expect(sessionStorage.getItem('moodline.conversations')).not.toContain('"old"');
  });

  it('keeps conversations apart: a new one goes on from nothing, an old one where it ended', async () => {
    await store.ask('one', {});
    const first = store.current()?.id ?? 0;
    store.start();
    expect(store.turns()).toEqual([]);
    await store.ask('two', {});
    expect(client.asked.at(-1)?.previous).toBeUndefined();
    expect(store.conversations().map(({ turns }) => turns[0]?.question)).toEqual(['two', 'one']);
    store.open(first);
    await store.ask('three', {});
    expect(client.asked.at(-1)?.previous).toBeDefined();
    expect(store.turns().map(({ question }) => question)).toEqual(['one', 'three']);
  });

  it('asks another question in the place of one, without what came after it', async () => {
    await store.ask('one', {});
    await store.ask('two', {});
    await store.ask('three', {});
    await store.askInstead(store.turns()[1]?.id ?? 0, 'other', { q: 'x' });
    expect(store.turns().map(({ question }) => question)).toEqual(['one', 'other']);
    expect(client.asked.at(-1)).toMatchObject({ question: 'other', filter: { q: 'x' } });
  });

  it('removes a conversation, and brings it back', async () => {
    await store.ask('one', {});
    const id = store.current()?.id ?? 0;
    store.rename(id, ' Crisis ');
    const restore = store.remove(id);
    expect(store.turns()).toEqual([]);
    expect(sessionStorage.getItem('moodline.conversations')).toBeNull();
    restore();
    expect(store.current()).toMatchObject({ id, name: 'Crisis' });
    restore();
    expect(store.conversations()).toHaveLength(1);
  });

  it('keeps what the asker thinks of an answer over a reload', async () => {
    await store.ask('one', {});
    store.rate(store.turns()[0]?.id ?? 0, { good: false, reason: 'number' });
    TestBed.resetTestingModule();
    expect(TestBed.inject(ConversationStore).turns()[0]?.rating).toEqual({ good: false, reason: 'number' });
  });
});
