import { Injectable } from '@nestjs/common';
import type { Head, RolePrompt } from '@moodline/language-model/api';
import { Database, type Transaction } from '@moodline/shared/db';
import type { Calibration } from '../calibration/calibration';
import { labelVersion, type LabelVersion } from './label-version';

/** A prompt as somebody wrote it. */
export interface NewVersion {
  readonly system: string;
  readonly note: string;
  readonly userId: number;
}

/** A head that was learned. */
export interface LearnedHead {
  readonly head: Head;
  readonly calibration: Calibration;
  /** Judgements up to then were learned from. */
  readonly learnedUntil: Date;
  readonly note: string;
  readonly userId: number;
}

/** A version to be put in force. */
export interface Activation {
  readonly version: number;
  readonly userId: number;
  readonly evaluated: boolean;
}

/** What came of a draft: a version of its own, or the one that says the same. */
export type StoredVersion = { readonly version: number } | { readonly sameAs: number };

/** Versions of prompts and which of them are in force. A role that nobody has changed has no rows: its seed holds. */
@Injectable()
export class RoleRepository {
  constructor(private readonly database: Database) {}

  /** The prompt in force; null where it is the seed's. */
  async active(workspaceId: number, name: string): Promise<RolePrompt | null> {
    const [row] = await this.database.$queryRaw<RolePrompt[]>`
      SELECT v.role AS name, v.version, v.system FROM role r
      JOIN role_version v ON v.workspace_id = r.workspace_id AND v.role = r.name AND v.version = r.active_version
      WHERE r.workspace_id = ${workspaceId} AND r.name = ${name}`;
    return row ?? null;
  }

  /** One version of a role with its calibration; the seed is its own version even where nothing is stored. */
  async version(workspaceId: number, seed: RolePrompt, version: number): Promise<LabelVersion | null> {
    const row = await this.database.roleVersion.findUnique({
      where: { workspaceId_role_version: { workspaceId, role: seed.name, version } },
    });
    if (row) return labelVersion(row);
    if (version !== seed.version) return null;
    const { name, system } = seed;
    return { name, version, system, kind: 'prompt', head: null, calibration: null, brought: true, learnedUntil: null };
  }

  /** Stores a draft under the next number. The role's row is locked meanwhile: two people who save at once get two numbers. */
  async add(workspaceId: number, seed: RolePrompt, { system, note, userId }: NewVersion): Promise<StoredVersion> {
    return this.database.$transaction(async (transaction) => {
      await this.lock(transaction, workspaceId, seed);
      const versions = await transaction.roleVersion.findMany({
        where: { workspaceId, role: seed.name },
        select: { version: true, system: true, kind: true },
        orderBy: { version: 'desc' },
      });
      const same = versions.find((known) => known.kind === 'prompt' && known.system === system);
      if (same) return { sameAs: same.version };
      const version = (versions[0]?.version ?? 0) + 1;
      await transaction.roleVersion.create({ data: { workspaceId, role: seed.name, version, system, note, userId } });
      return { version };
    });
  }

  /** Stores a head of the workspace's own under the next number, behind the prompt that heads are fitted with. @returns its number */
  async addHead(
    transaction: Transaction,
    workspaceId: number,
    { name: role, version, system }: RolePrompt,
    learned: LearnedHead,
  ): Promise<number> {
    await this.lock(transaction, workspaceId, { name: role, version, system });
    const { _max } = await transaction.roleVersion.aggregate({ where: { workspaceId, role }, _max: { version: true } });
    const next = (_max.version ?? 0) + 1;
    await transaction.roleVersion.create({
      data: { ...learned, workspaceId, role, version: next, system, kind: 'head' },
    });
    return next;
  }

  /** Puts a version in force and keeps who did it; nothing happens where it is in force already. @returns whether something changed */
  activate(workspaceId: number, seed: RolePrompt, activation: Activation): Promise<boolean> {
    return this.database.$transaction((transaction) => this.activateIn(transaction, workspaceId, seed, activation));
  }

  /** As {@link activate}, in a transaction of the caller. */
  async activateIn(
    transaction: Transaction,
    workspaceId: number,
    seed: RolePrompt,
    { version, userId, evaluated }: Activation,
  ): Promise<boolean> {
    const role = seed.name;
    const previous = await this.lock(transaction, workspaceId, seed);
    if (previous === version) return false;
    await transaction.role.update({
      where: { workspaceId_name: { workspaceId, name: role } },
      data: { activeVersion: version },
    });
    await transaction.roleActivation.create({ data: { workspaceId, role, version, previous, userId, evaluated } });
    return true;
  }

  /** Locks the role's row, made of the seed where there is none. @returns the version in force */
  private async lock(
    transaction: Transaction,
    workspaceId: number,
    { name, version, system }: RolePrompt,
  ): Promise<number> {
    await transaction.roleVersion.createMany({
      data: { workspaceId, role: name, version, system },
      skipDuplicates: true,
    });
    await transaction.role.createMany({ data: { workspaceId, name, activeVersion: version }, skipDuplicates: true });
    const [row] = await transaction.$queryRaw<
      { version: number }[]
    >`SELECT active_version AS version FROM role WHERE workspace_id = ${workspaceId} AND name = ${name} FOR UPDATE`;
    return row?.version ?? version;
  }
}
