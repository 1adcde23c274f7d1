/** What a request can fail of inside the engine. */
export type FaultKind = 'input-too-long' | 'unusable-answer';

/** A request the engine cannot answer, while it can go on with others. */
export class EngineFault extends Error {
  constructor(
    readonly kind: FaultKind,
    message: string,
  ) {
    super(message);
  }
}
