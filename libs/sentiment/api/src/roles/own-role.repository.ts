import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RolePrompts, type OwnSeeds, type RoleSeed } from '@moodline/language-model/api';
import { MOST_OWN_ROLES, type NewRole } from '@moodline/sentiment/contract';
import { Database, type Transaction } from '@moodline/shared/db';
import { NotFoundError, type Actor } from '@moodline/shared/http';
import { checkedPrompt } from './role-editor';
import { TooManyRolesError } from './roles.errors';

/** Before each name: no role of the product ever begins so. */
const PREFIX = 'own-';
const LONGEST_SLUG = 40;

type Row = Awaited<ReturnType<Database['ownRole']['findMany']>>[number];

/** Roles that a workspace made itself. Their prompts are kept as versions like those of any role. */
@Injectable()
export class OwnRoles implements OwnSeeds, OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly prompts: RolePrompts,
  ) {}

  onModuleInit(): void {
    this.prompts.ownIn(this);
  }

  /** By title. */
  async all(workspaceId: number): Promise<RoleSeed[]> {
    const rows = await this.database.ownRole.findMany({
      where: { workspaceId, removedAt: null },
      orderBy: [{ title: 'asc' }, { name: 'asc' }],
    });
    return rows.map(seedOf);
  }

  async one(workspaceId: number, name: string): Promise<RoleSeed | null> {
    const row = await this.database.ownRole.findFirst({ where: { workspaceId, name, removedAt: null } });
    return row && seedOf(row);
  }

  /**
   * Makes a role with its first version in force.
   * @returns its name, made of the title: where it is taken, a number follows
   * @throws TooManyRolesError, EmptyPromptError, LongPromptError
   */
  async create({ workspaceId, userId }: Pick<Actor, 'workspaceId' | 'userId'>, role: NewRole): Promise<string> {
    const { task, options, ...more } = role;
    const { system: written, ...words } = more;
    const system = checkedPrompt(written);
    return this.database.$transaction(async (transaction) => {
      const there = await transaction.ownRole.count({ where: { workspaceId, removedAt: null } });
      if (there >= MOST_OWN_ROLES) throw new TooManyRolesError();
      const own = { workspaceId, userId, task, options: task === 'choose' ? options : [], ...words };
      const name = await addUnderFreeName(transaction, role.title, own);
      await transaction.roleVersion.create({ data: { workspaceId, role: name, version: 1, system, userId } });
      await transaction.role.create({ data: { workspaceId, name, activeVersion: 1 } });
      return name;
    });
  }

  /** Takes a role away; it can be brought back. @throws NotFoundError */
  async remove(workspaceId: number, name: string): Promise<void> {
    const { count } = await this.database.ownRole.updateMany({
      where: { workspaceId, name, removedAt: null },
      data: { removedAt: new Date() },
    });
    if (!count) throw new NotFoundError('role', name);
  }

  /** @throws NotFoundError, TooManyRolesError */
  async restore(workspaceId: number, name: string): Promise<void> {
    const there = await this.database.ownRole.count({ where: { workspaceId, removedAt: null } });
    if (there >= MOST_OWN_ROLES) throw new TooManyRolesError();
    const { count } = await this.database.ownRole.updateMany({
      where: { workspaceId, name, removedAt: { not: null } },
      data: { removedAt: null },
    });
    if (!count) throw new NotFoundError('role', name);
  }
}

function seedOf({ name, title, purpose, language, task, options, sample }: Row): RoleSeed {
  const both = (words: string) => ({ en: words, zh: words });
  return {
    // The words of its first version stand with the versions.
    ...{ name, version: 1, system: '' },
    about: {
      ...{ title: both(title), purpose: both(purpose), answer: both(''), sample, own: true },
      language: language as RoleSeed['about']['language'],
      task: task as RoleSeed['about']['task'],
      ...(options.length && { options }),
    },
  };
}

/** Two people who make roles of one title at once get two names: the second waits for the first and takes the next one. */
async function addUnderFreeName(
  transaction: Transaction,
  title: string,
  own: Omit<NewRole, 'system'> & { readonly workspaceId: number; readonly userId: number },
): Promise<string> {
  const slug = slugOf(title);
  for (let next = 1; ; next++) {
    const name = next === 1 ? slug : `${slug}-${next}`;
    const { count } = await transaction.ownRole.createMany({ data: { ...own, name }, skipDuplicates: true });
    if (count) return name;
  }
}

/** Latin letters and figures of a title; a title without any gives `own-role`. */
function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  return `${PREFIX}${words.slice(0, LONGEST_SLUG).replace(/-+$/u, '') || 'role'}`;
}
