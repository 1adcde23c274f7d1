import { Injectable } from '@nestjs/common';
import { verify } from '@node-rs/argon2';
import { CurrentPasswordError } from './accounts.errors';
import type { StoredUser } from './accounts.repository';
import { WrongPasswords } from './wrong-passwords';

/** Asks a signed-in person for the present password: a browser that was left open is not its owner. */
@Injectable()
export class CurrentPassword {
  constructor(private readonly wrong: WrongPasswords) {}

  /** @throws CurrentPasswordError, TooManyAttemptsError */
  async assert({ workspaceId, id, passwordHash }: StoredUser, given: string): Promise<void> {
    const account = `account ${workspaceId}:${id}`;
    this.wrong.assertFew(account);
    if (passwordHash && (await verify(passwordHash, given))) return this.wrong.forget(account);
    this.wrong.add(account);
    throw new CurrentPasswordError();
  }
}
