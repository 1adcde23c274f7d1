import { Injectable } from '@nestjs/common';
import { LanguageModel } from '@moodline/language-model/api';
import type { RelabellingRequest, RelabellingScope } from '@moodline/sentiment/contract';
import { NotFoundError } from '@moodline/shared/http';
import { LABEL_ROLE } from '../prompts/label';
import type { LabelVersion } from '../roles/label-version';
import { RoleRepository } from '../roles/role.repository';
import { RelabellingCountsQuery } from './relabelling-counts.query';
import { RelabellingSpeed } from './relabelling-speed';

/** What a re-labelling would have to do, and how long that would take. */
@Injectable()
export class RelabellingScopes {
  constructor(
    private readonly counts: RelabellingCountsQuery,
    private readonly speed: RelabellingSpeed,
    private readonly roles: RoleRepository,
    private readonly model: LanguageModel,
  ) {}

  /** @throws NotFoundError when there is no such version */
  async scope(workspaceId: number, wanted: RelabellingRequest): Promise<RelabellingScope> {
    const version = await this.version(workspaceId, wanted.version);
    const counted = await this.counted(workspaceId, wanted);
    const isOpen = counted.total > counted.done;
    return { ...counted, perSecond: isOpen ? await this.speed.perSecond(workspaceId, version) : null };
  }

  /** As {@link scope}, without its time. @throws NotFoundError */
  async counted(
    workspaceId: number,
    { version, days }: RelabellingRequest,
  ): Promise<Omit<RelabellingScope, 'perSecond'>> {
    await this.version(workspaceId, version);
    const since = await this.counts.since(workspaceId, days);
    const { model } = this.model.status('label');
    const { total, done } = await this.counts.counts({ workspaceId, version, model, since });
    return { since: since.toISOString(), total, done, model };
  }

  private async version(workspaceId: number, version: number): Promise<LabelVersion> {
    const found = await this.roles.version(workspaceId, LABEL_ROLE, version);
    if (!found) throw new NotFoundError('version', version);
    return found;
  }
}
