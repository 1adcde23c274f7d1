import { readFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { newPasswordSchema } from '@moodline/accounts/contract';
import { SETTINGS, type Settings } from '@moodline/shared/config';
import { OwnerSetupError } from './accounts.errors';
import { AccountsRepository } from './accounts.repository';

/** Makes the owner at the first start, where the settings name one: containers and scripts need no browser. */
@Injectable()
export class FirstOwner {
  constructor(
    private readonly accounts: AccountsRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Does nothing where there is an owner, whatever the settings say. @throws OwnerSetupError */
  async ensure(workspaceId: number): Promise<void> {
    const { OWNER_EMAIL: email, OWNER_PASSWORD_FILE: file } = this.settings;
    if ((!email && !file) || (await this.accounts.owner(workspaceId))) return;
    if (!email || !file) throw new OwnerSetupError('OWNER_EMAIL and OWNER_PASSWORD_FILE go together');
    const written = this.settings.ownerPassword ?? (await read(file));
    const password = newPasswordSchema.safeParse(written.replace(/\r?\n$/, ''));
    if (!password.success)
      throw new OwnerSetupError(`the password in ${file} is refused: ${password.error.issues[0]?.message}`);
    const name = email.split('@')[0] ?? 'Owner';
    await this.accounts.createOwner(workspaceId, { name, email, passwordHash: await hash(password.data) });
  }
}

const read = (file: string) =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new OwnerSetupError(`the file ${file} cannot be read (${error.code})`);
  });
