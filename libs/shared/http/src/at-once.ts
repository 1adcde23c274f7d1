import { DomainError } from './domain-error';

/** Somebody asks for more at the same time than one person needs. */
export class TooManyAtOnceError extends DomainError {
  constructor(most: number) {
    super(
      'too-many-at-once',
      `You have ${most} of these running already. Wait until one has ended, then try again.`,
      429,
    );
  }
}

/** How many answers of a kind one person may have running at the same time, in this process. */
export class AtOnce {
  private readonly running = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** @returns what ends it, once however often it is called @throws TooManyAtOnceError */
  begin({ workspaceId, userId }: { readonly workspaceId: number; readonly userId: number }): () => void {
    const key = `${workspaceId}/${userId}`;
    const count = this.running.get(key) ?? 0;
    if (count >= this.most) throw new TooManyAtOnceError(this.most);
    this.running.set(key, count + 1);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      const left = (this.running.get(key) ?? 1) - 1;
      if (left > 0) this.running.set(key, left);
      else this.running.delete(key);
    };
  }
}
