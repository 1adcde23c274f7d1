import { DOCUMENT } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import * as z from 'zod';
import { isOpen, turnSchema, type Turn } from './turn';

const KEY = 'moodline.conversation';
const MOST_TURNS = 20;
const MOST_CHARACTERS = 500_000;

/** Keeps the conversation of this tab over a reload. It is gone with the tab: answers quote comments. */
@Injectable({ providedIn: 'root' })
export class ConversationStorage {
  private readonly window = inject(DOCUMENT).defaultView;

  /** The kept turns, oldest first; none where nothing readable is kept. A turn that was under way counts as stopped. */
  load(): Turn[] {
    try {
      const kept = z.array(turnSchema).parse(JSON.parse(this.window?.sessionStorage.getItem(KEY) ?? '[]'));
      return kept.map((turn) => ({
        ...turn,
        state: turn.state === 'answered' ? 'answered' : 'stopped',
        error: null,
      }));
    } catch {
      return [];
    }
  }

  /** Keeps the newest turns that fit. A browser that refuses (private mode, quota) costs the memory only. */
  save(turns: readonly Turn[]): void {
    const kept = turns
      .filter((turn) => !isOpen(turn))
      .slice(-MOST_TURNS)
      .map(({ id, question, filter, typed, state, answer }) => ({ id, question, filter, typed, state, answer }));
    let text = JSON.stringify(kept);
    while (text.length > MOST_CHARACTERS) {
      kept.shift();
      text = JSON.stringify(kept);
    }
    try {
      if (kept.length > 0) this.window?.sessionStorage.setItem(KEY, text);
      else this.window?.sessionStorage.removeItem(KEY);
    } catch {
      return;
    }
  }
}
