import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The workspace of a link and what makes it hard to guess, as they stand in its address. */
export interface LinkToken {
  readonly workspaceId: number;
  readonly secret: string;
}

const TOKEN = /^([1-9]\d{0,8})\.([A-Za-z0-9_-]{20,100})$/;

export const writeToken = ({ workspaceId, secret }: LinkToken): string => `${workspaceId}.${secret}`;

/** @returns null for what cannot be a token */
export function readToken(text: string): LinkToken | null {
  const [, workspace, secret] = TOKEN.exec(text) ?? [];
  return workspace && secret ? { workspaceId: Number(workspace), secret } : null;
}

export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Whether two texts are equal, in a time that does not tell where they differ. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [hashOf(one), hashOf(other)].map((hash) => Buffer.from(hash, 'hex')) as [Buffer, Buffer];
  return timingSafeEqual(a, b);
}
