import { Injectable } from '@nestjs/common';
import { TagRepository } from '@moodline/comments/api';
import { LanguageModel } from '@moodline/language-model/api';
import type { UseTag } from '@moodline/sentiment/contract';
import { NotFoundError, ServerEvents } from '@moodline/shared/http';
import { TagApplications } from './tag-application.repository';
import { lowestOf, TagHeads } from './tag-heads.repository';
import { TagScopes } from './tag-scopes';
import { ThresholdTooLowError } from './tags.errors';

/** Lets the machine put a tag on comments, and take it off again. */
@Injectable()
export class TagUse {
  constructor(
    private readonly model: LanguageModel,
    private readonly tags: TagRepository,
    private readonly heads: TagHeads,
    private readonly scopes: TagScopes,
    private readonly applications: TagApplications,
    private readonly events: ServerEvents,
  ) {}

  /** @throws NotFoundError, ThresholdTooLowError */
  async use(workspaceId: number, tagId: number, wanted: UseTag): Promise<void> {
    const { version, threshold, toNew, toStored, days } = wanted;
    const tag = await this.tags.find(workspaceId, tagId);
    const before = await this.heads.state(workspaceId, tagId);
    const versions = await this.heads.versions(workspaceId, tagId, this.model.inForce('label').featuresBy ?? '');
    const used = versions.find((one) => one.version === version);
    if (!used) throw new NotFoundError('version', version);
    const lowest = lowestOf(used.lesson);
    if (threshold < lowest) throw new ThresholdTooLowError(lowest);
    await this.tags.update(workspaceId, tagId, { threshold });
    await this.heads.set(workspaceId, tagId, { versionInForce: version });
    // Only what is on gets anything, and what is begun before it is on is begun once.
    const begins = toStored && (!tag.applyStored || before.versionInForce !== version);
    if (begins) await this.begin(workspaceId, tagId, days);
    if (toStored !== tag.applyStored) await this.tags.switch(workspaceId, tagId, 'stored', toStored);
    if (toNew !== tag.applyNew) await this.tags.switch(workspaceId, tagId, 'new', toNew);
    this.events.publish(workspaceId, { type: 'data-changed', data: { reason: 'tagged' } });
  }

  private async begin(workspaceId: number, tagId: number, days: number): Promise<void> {
    const stored = await this.scopes.stored(workspaceId, days);
    await this.applications.start(workspaceId, tagId, stored);
  }
}
