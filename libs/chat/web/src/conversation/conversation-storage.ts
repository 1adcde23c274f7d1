import { DOCUMENT } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import * as z from 'zod';
import { conversationSchema, keptOf, type Conversation } from './conversation';
import { CONVERSATIONS_KEY } from './conversations-key';

const MOST_CONVERSATIONS = 30;
const MOST_TURNS = 20;
const MOST_CHARACTERS = 1_500_000;

/** Keeps the conversations of this tab over a reload. They are gone with the tab: answers quote comments. */
@Injectable({ providedIn: 'root' })
export class ConversationStorage {
  private readonly window = inject(DOCUMENT).defaultView;

  /** The kept conversations, the one that was last spoken in at the end; none where nothing readable is kept. */
  load(): Conversation[] {
    try {
      return z
        .array(conversationSchema)
        .parse(JSON.parse(this.window?.sessionStorage.getItem(CONVERSATIONS_KEY) ?? '[]'));
    } catch {
      return [];
    }
  }

  /** Keeps what fits: of too much the oldest turns of the oldest conversation go first. A browser that refuses (private mode, quota) costs the memory only. */
  save(conversations: readonly Conversation[]): void {
    const kept = conversations
      .map((one) => keptOf(one, MOST_TURNS))
      .filter(({ turns }) => turns.length > 0)
      .slice(-MOST_CONVERSATIONS);
    let text = JSON.stringify(kept);
    while (text.length > MOST_CHARACTERS) {
      const [oldest] = kept;
      oldest?.turns.shift();
      if (!oldest?.turns.length) kept.shift();
      text = JSON.stringify(kept);
    }
    try {
      if (kept.length > 0) this.window?.sessionStorage.setItem(CONVERSATIONS_KEY, text);
      else this.window?.sessionStorage.removeItem(CONVERSATIONS_KEY);
    } catch {
      return;
    }
  }
}
