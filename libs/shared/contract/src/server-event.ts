/**
 * Events of `GET /api/events` (text/event-stream) with what each carries; the event's name is the key. A domain adds its own beside
 * their contract: `declare module '@moodline/shared/contract' { interface ServerEventData { … } }`.
 */
export interface ServerEventData {
  /** Numbers or comments may look different now. */
  'data-changed': { reason: string };
}

export type ServerEvent = {
  [Type in keyof ServerEventData]: { type: Type; data: ServerEventData[Type] };
}[keyof ServerEventData];
