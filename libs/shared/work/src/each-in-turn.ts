/**
 * Does something for each of some, one after the other. One that fails does not keep the others from their turn.
 * @throws an AggregateError of what was thrown, when all had their turn
 */
export async function eachInTurn<T>(all: Iterable<T>, work: (one: T) => Promise<unknown>): Promise<void> {
  const errors: Error[] = [];
  for (const one of all) {
    try {
      await work(one);
    } catch (error) {
      errors.push(error as Error);
    }
  }
  if (errors.length) throw new AggregateError(errors, errors.map(({ message }) => message).join(' '));
}
