import { Injectable } from '@nestjs/common';
import type { UpdateWorkspace, Workspace } from '@moodline/accounts/contract';
import { AccountsRepository } from './accounts.repository';

/** Called after the time zone has changed: what is kept per local hour must be counted anew. */
export type TimeZoneHook = (workspaceId: number) => Promise<void>;

/** Name and time zone of the workspace. */
@Injectable()
export class WorkspaceSettings {
  private readonly timeZoneHooks: TimeZoneHook[] = [];

  constructor(private readonly accounts: AccountsRepository) {}

  onTimeZoneChanged(hook: TimeZoneHook): void {
    this.timeZoneHooks.push(hook);
  }

  get(workspaceId: number): Promise<Workspace> {
    return this.accounts.workspace(workspaceId);
  }

  async update(workspaceId: number, change: UpdateWorkspace): Promise<Workspace> {
    const before = await this.accounts.workspace(workspaceId);
    await this.accounts.updateWorkspace(workspaceId, change);
    if (change.timeZone && change.timeZone !== before.timeZone)
      for (const hook of this.timeZoneHooks) await hook(workspaceId);
    return this.accounts.workspace(workspaceId);
  }
}
