import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LanguageModel, RolePrompts, type RoleSeed } from '@moodline/language-model/api';
import {
  LONGEST_PROMPT,
  MOST_PROMPT_TOKENS,
  roughTokens,
  type Role,
  type RoleActivate,
  type RoleDraft,
  type RoleSummary,
} from '@moodline/sentiment/contract';
import { NotFoundError, type Actor } from '@moodline/shared/http';
import { LabelVersions } from './label-versions.repository';
import { RoleEvaluationsQuery } from './role-evaluations.query';
import { RoleHistoryQuery, type RoleState } from './role-history.query';
import { RoleRepository } from './role.repository';
import { EmptyPromptError, LongPromptError, NotEvaluatedError, SamePromptError } from './roles.errors';

/** The one role whose answers are all numbers: it is measured before it is put in force. */
const MEASURED_ROLE = 'label';

/** Lists roles, takes drafts and puts versions in force. */
@Injectable()
export class RoleEditor implements OnModuleInit {
  constructor(
    private readonly prompts: RolePrompts,
    private readonly roles: RoleRepository,
    private readonly history: RoleHistoryQuery,
    private readonly evaluations: RoleEvaluationsQuery,
    private readonly labels: LabelVersions,
    private readonly model: LanguageModel,
  ) {}

  onModuleInit(): void {
    this.prompts.keepIn((workspaceId, name) => this.roles.active(workspaceId, name));
  }

  async list(workspaceId: number): Promise<RoleSummary[]> {
    await this.labels.ensure(workspaceId);
    const states = await this.history.states(workspaceId);
    const seeds = await this.prompts.allIn(workspaceId);
    return seeds.map((seed) => summary(seed, states.get(seed.name)));
  }

  /** @throws NotFoundError when the product has no such role */
  async role(workspaceId: number, name: string): Promise<Role> {
    const seed = await this.known(workspaceId, name);
    const [states, versions, activations, evaluations] = await Promise.all([
      this.history.states(workspaceId),
      this.history.versions(workspaceId, name),
      this.history.activations(workspaceId, name),
      this.evaluations.byVersion(workspaceId, name),
    ]);
    const stored = versions.map(({ createdAt, brought, ...more }) => ({
      ...more,
      createdAt: brought ? null : createdAt.toISOString(),
      evaluations: evaluations.get(more.version) ?? [],
    }));
    const brought = {
      version: seed.version,
      kind: 'prompt' as const,
      system: seed.system,
      note: '',
      author: null,
      createdAt: null,
      evaluations: evaluations.get(seed.version) ?? [],
    };
    return {
      role: summary(seed, states.get(name)),
      versions: stored.length ? stored : [brought],
      model: this.modelOf(seed),
      activations: activations.map(({ createdAt, ...more }) => ({ ...more, createdAt: createdAt.toISOString() })),
    };
  }

  /**
   * Keeps a draft; what is in force stays so.
   * @returns the draft's version
   * @throws EmptyPromptError, LongPromptError, SamePromptError
   */
  async addVersion(
    { workspaceId, userId }: Actor,
    name: string,
    { system, note }: RoleDraft,
  ): Promise<{ version: number }> {
    const stored = await this.roles.add(workspaceId, await this.known(workspaceId, name), {
      system: checkedPrompt(system),
      note,
      userId,
    });
    if ('sameAs' in stored) throw new SamePromptError(stored.sameAs);
    return stored;
  }

  /**
   * Puts a version in force, an older one as well. Labels that are there stay as they are.
   * @throws NotEvaluatedError when it would label comments, was never evaluated and that is not confirmed
   */
  async activate(
    { workspaceId, userId }: Pick<Actor, 'workspaceId' | 'userId'>,
    name: string,
    wanted: RoleActivate,
  ): Promise<Role> {
    const seed = await this.known(workspaceId, name);
    if (!(await this.roles.version(workspaceId, seed, wanted.version)))
      throw new NotFoundError('version', wanted.version);
    const evaluated = await this.checkEvaluated(workspaceId, seed, wanted);
    await this.roles.activate(workspaceId, seed, { version: wanted.version, userId, evaluated });
    this.prompts.forget(workspaceId, name);
    return this.role(workspaceId, name);
  }

  /** @returns whether the version was evaluated. @throws NotEvaluatedError when it has to be first, see {@link activate} */
  async checkEvaluated(
    workspaceId: number,
    seed: { readonly name: string; readonly version: number },
    { version, confirmWithoutEvaluation }: RoleActivate,
  ): Promise<boolean> {
    const known = await this.roles.version(workspaceId, await this.seed(workspaceId, seed.name), version);
    const evaluated = ((await this.evaluations.byVersion(workspaceId, seed.name)).get(version)?.length ?? 0) > 0;
    // What the product brings was measured before it was shipped.
    if (seed.name === MEASURED_ROLE && !known?.brought && !evaluated && !confirmWithoutEvaluation)
      throw new NotEvaluatedError(version);
    return evaluated;
  }

  /** What answers in this role now, and whether it has heads. */
  private modelOf({ name, about }: RoleSeed): Role['model'] {
    const model = this.model.inForce(name === MEASURED_ROLE || about.task === 'choose' ? 'label' : 'write');
    return { name: model.status().model, heads: model.heads.size > 0 };
  }

  /** A role whose versions are there. @throws NotFoundError */
  private async known(workspaceId: number, name: string): Promise<RoleSeed> {
    const seed = await this.seed(workspaceId, name);
    if (name === MEASURED_ROLE) await this.labels.ensure(workspaceId);
    return seed;
  }

  private async seed(workspaceId: number, name: string): Promise<RoleSeed> {
    const seed = await this.prompts.seedIn(workspaceId, name);
    if (!seed) throw new NotFoundError('role', name);
    return seed;
  }
}

/** A prompt as it is stored: line ends as everywhere, nothing around it. @throws EmptyPromptError, LongPromptError */
export function checkedPrompt(text: string): string {
  const system = text.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim();
  if (!system) throw new EmptyPromptError();
  const tokens = roughTokens(system);
  if (system.length > LONGEST_PROMPT || tokens > MOST_PROMPT_TOKENS) throw new LongPromptError(system.length, tokens);
  return system;
}

function summary({ name, version, about }: RoleSeed, state: RoleState | undefined): RoleSummary {
  const { options, rates, own = false, ...words } = about;
  const activeVersion = state?.activeVersion ?? version;
  return {
    ...words,
    name,
    options: options ? [...options] : null,
    rates: rates ?? null,
    own,
    activeVersion,
    versions: state?.versions ?? 1,
    edited: state && !own ? !state.brought : false,
  };
}
