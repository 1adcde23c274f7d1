import { AsyncLocalStorage } from 'node:async_hooks';

/** Whose rows are read, and whether whoever asked is still served: what goes on in the background afterwards is not their reading. */
interface ReaderScope {
  readonly workspaceId: number;
  open: boolean;
}

const scopes = new AsyncLocalStorage<ReaderScope | null>();

/**
 * Everything that is asked of the database below this call goes over the connections that can only read, and not all of it.
 * @returns what the work returns, and what ends the scope
 */
export function asReader<T>(workspaceId: number, work: () => T): { result: T; end: () => void } {
  const scope: ReaderScope = { workspaceId, open: true };
  return { result: scopes.run(scope, work), end: () => void (scope.open = false) };
}

/** Leaves the scope of {@link asReader}: for what has to be written, or looked up in tables that a reader does not see. */
export const asWriter = <T>(work: () => T): T => scopes.run(null, work);

/** The workspace whose rows are read at this moment; null outside of {@link asReader}. */
export function readingWorkspace(): number | null {
  const scope = scopes.getStore();
  return scope?.open ? scope.workspaceId : null;
}
