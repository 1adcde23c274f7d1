import * as z from 'zod';
import { isOpen, turnSchema, type Turn } from './turn';

/** Questions that go on from each other. Without a name it is called by its first question. */
export interface Conversation {
  readonly id: number;
  readonly name: string | null;
  /** Oldest first. */
  readonly turns: readonly Turn[];
}

/** A conversation as it is kept. A turn that was under way counts as stopped. */
export const conversationSchema = z
  .object({ id: z.number().int(), name: z.string().nullable(), turns: z.array(turnSchema) })
  .transform(({ turns, ...conversation }): Conversation => ({ ...conversation, turns: turns.map(ended) }));

const ended = (turn: z.infer<typeof turnSchema>): Turn => ({
  ...turn,
  state: turn.state === 'answered' ? 'answered' : 'stopped',
  error: null,
});

/** What is kept of a conversation: its newest turns, without those that are under way. */
export const keptOf = ({ id, name, turns }: Conversation, most: number) => ({
  id,
  name,
  turns: turns
    .filter((turn) => !isOpen(turn))
    .slice(-most)
    .map((turn) => turnSchema.parse(turn)),
});

/** What a conversation is called; null where nothing was asked in it yet. */
export const nameOf = ({ name, turns }: Conversation): string | null => name ?? turns[0]?.question ?? null;
