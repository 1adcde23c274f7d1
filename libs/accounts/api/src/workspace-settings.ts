import { Injectable } from '@nestjs/common';
import type { UpdateWorkspace, Workspace } from '@moodline/accounts/contract';
import { AccountsRepository, type TimeZoneHook } from './accounts.repository';

/** Name and time zone of the workspace. */
@Injectable()
export class WorkspaceSettings {
  private readonly timeZoneHooks: TimeZoneHook[] = [];

  constructor(private readonly accounts: AccountsRepository) {}

  onTimeZoneChanging(hook: TimeZoneHook): void {
    this.timeZoneHooks.push(hook);
  }

  get(workspaceId: number): Promise<Workspace> {
    return this.accounts.workspace(workspaceId);
  }

  async update(workspaceId: number, change: UpdateWorkspace): Promise<Workspace> {
    await this.accounts.updateWorkspace(workspaceId, change, async (transaction) => {
      if (change.timeZone) for (const hook of this.timeZoneHooks) await hook(transaction, workspaceId);
    });
    return this.accounts.workspace(workspaceId);
  }
}
