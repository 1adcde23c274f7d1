import { EmailTakenError } from './accounts.errors';

const UNIQUE_VIOLATION = 'P2002';

/** Tells that an e-mail address is taken, where the unique key does. @throws EmailTakenError */
export async function emailOnce<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) throw new EmailTakenError();
    throw error;
  }
}
