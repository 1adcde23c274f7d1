import { Injectable } from '@nestjs/common';
import type { Head } from '@moodline/language-model/api';
import { Database } from '@moodline/shared/db';
import { lowestOf, TagHeads } from './tag-heads.repository';

/** A tag that the machine gives to comments that come in. */
export interface ActiveTag {
  readonly tagId: number;
  readonly head: Head;
  /** Below it nothing is kept. */
  readonly from: number;
}

/** Tags that the machine gives, with their heads. A head is read once and kept: it never changes. */
@Injectable()
export class ActiveTags {
  private readonly known = new Map<string, ActiveTag>();

  constructor(
    private readonly database: Database,
    private readonly heads: TagHeads,
  ) {}

  /** @param featuresBy which weights give the features that the heads are to read; null where there are none */
  async of(workspaceId: number, featuresBy: string | null): Promise<ActiveTag[]> {
    if (!featuresBy) return [];
    const rows = await this.database.$queryRaw<{ tagId: number; version: number }[]>`
      SELECT t.id AS "tagId", l.version_in_force AS version
      FROM tag t
      JOIN tag_learning l ON l.workspace_id = t.workspace_id AND l.tag_id = t.id
      WHERE t.workspace_id = ${workspaceId} AND t.apply_new AND l.version_in_force IS NOT NULL
      ORDER BY t.id`;
    const active = await Promise.all(rows.map((row) => this.read(workspaceId, featuresBy, row)));
    return active.filter((tag) => tag !== null);
  }

  private async read(
    workspaceId: number,
    featuresBy: string,
    { tagId, version }: { tagId: number; version: number },
  ): Promise<ActiveTag | null> {
    const key = `${workspaceId} ${tagId} ${version} ${featuresBy}`;
    const known = this.known.get(key);
    if (known) return known;
    const [versions, head] = await Promise.all([
      this.heads.versions(workspaceId, tagId, featuresBy),
      this.heads.head(workspaceId, tagId, version),
    ]);
    const kept = versions.find((one) => one.version === version);
    if (!kept || !head) return null;
    const tag = { tagId, head, from: lowestOf(kept.lesson) };
    // Versions of this tag that were in force before are read no more.
    for (const other of this.known.keys()) if (other.startsWith(`${workspaceId} ${tagId} `)) this.known.delete(other);
    this.known.set(key, tag);
    return tag;
  }
}
