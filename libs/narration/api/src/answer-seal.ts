import { timingSafeEqual } from 'node:crypto';
import { toldAnswerSchema, type ToldAnswer } from '@moodline/narration/contract';
import type { SecretBox } from '@moodline/shared/secrets';

/**
 * A mark that only this installation can make, for an answer that it told in this workspace. Whoever brings the answer back with it has
 * changed no number in it on the way. HMAC-SHA-256 over the answer as its schema writes it.
 */
export const sealOf = (box: SecretBox, workspaceId: number, told: ToldAnswer): string =>
  box.sign(`answer:${workspaceId}:${JSON.stringify(toldAnswerSchema.parse(told))}`);

/** Whether the answer is the one that the mark was made for. */
export function isSealed(box: SecretBox, workspaceId: number, told: ToldAnswer, seal: string): boolean {
  const [given, own] = [Buffer.from(seal), Buffer.from(sealOf(box, workspaceId, told))];
  return given.length === own.length && timingSafeEqual(given, own);
}
