import { monitorRulesSchema, type AccountKind } from '@moodline/comments/contract';
import type { Transaction } from '@moodline/shared/db';

/** What intake has to know: read in the transaction that stores. */
export interface IntakeRules {
  readonly handles: readonly string[];
  readonly accounts: ReadonlyMap<string, AccountKind>;
  readonly officialReplies: boolean;
  readonly raffles: boolean;
}

export async function readIntakeRules(
  transaction: Pick<Transaction, 'ownAccount' | 'leavingOut' | 'monitor'>,
  workspaceId: number,
): Promise<IntakeRules> {
  const accounts = await transaction.ownAccount.findMany({ where: { workspaceId } });
  const rules = await transaction.leavingOut.findUnique({ where: { workspaceId } });
  const monitors = await transaction.monitor.findMany({
    where: { workspaceId, removedAt: null },
    select: { rules: true },
  });
  const keywords = monitors.flatMap(({ rules: written }) => {
    const read = monitorRulesSchema.safeParse(written);
    return read.success ? [...read.data.any.words, ...read.data.all.words, ...read.data.none.words] : [];
  });
  const own = accounts.filter(({ kind }) => kind === 'own-account').map(({ name }) => name);
  return {
    handles: [...own, ...keywords.map((word) => word.replace(/^["“]|["”]$/gu, ''))],
    accounts: new Map(accounts.map(({ folded, kind }) => [folded, kind as AccountKind])),
    officialReplies: rules?.officialReplies ?? false,
    raffles: rules?.raffles ?? false,
  };
}
