import { Injectable } from '@nestjs/common';
import type { RolePrompt } from './language-model';

/** The same words in the languages of the interface. */
interface InBothLanguages {
  readonly en: string;
  readonly zh: string;
  readonly ja?: string;
}

/** Of so many texts, the shares without a flaw in per cent: as the model wrote, and as it is shown after the check. */
export interface RoleRates {
  readonly n: number;
  readonly all: { readonly before: number; readonly after: number };
  readonly rules: Readonly<Record<string, { readonly before: number; readonly after: number }>>;
  /** Whether the bundled weights are not asked with this prompt: what is shown is put together by rules. */
  readonly byRules?: boolean;
}

/** What people should know of a role before they change its prompt. */
export interface RoleAbout {
  readonly title: InBothLanguages;
  /** What the role is for and where its answers are seen. */
  readonly purpose: InBothLanguages;
  /** What the program expects of an answer; one that is otherwise is of no use to it. */
  readonly answer: InBothLanguages;
  /** The language that this prompt is written for; null for a role that reads all. */
  readonly language: 'zh' | 'en' | 'ja' | null;
  readonly task: 'choose' | 'write';
  /** The answers of a `choose` role, in the order in which they are asked for. */
  readonly options?: readonly string[];
  /** Something to try the role with, as the program would put it. */
  readonly sample: string;
  /** Made by the workspace itself. */
  readonly own?: boolean;
  /** How the shipped prompt did with the bundled weights, where that was measured. */
  readonly rates?: RoleRates;
}

/** A role as the product brings it: its first prompt and what it is for. */
export interface RoleSeed extends RolePrompt {
  readonly about: RoleAbout;
}

/** Where changed prompts are kept. @returns the version in force, or null where the one the product brings still is */
export type PromptStore = (workspaceId: number, name: string) => Promise<RolePrompt | null>;

/** Where the roles are kept that a workspace made itself. */
export interface OwnSeeds {
  all(workspaceId: number): Promise<RoleSeed[]>;
  one(workspaceId: number, name: string): Promise<RoleSeed | null>;
}

/** How long a prompt is used before it is looked up again: within this time every process follows a change. */
const FRESH_MS = 3_000;

/**
 * All roles of the product and the prompt of each that is in force. The domains that call a role register it; the domain that
 * keeps versions says which one holds. Where nobody keeps any (as in evaluations), the seeds hold.
 */
@Injectable()
export class RolePrompts {
  private readonly seeds = new Map<string, RoleSeed>();
  private readonly looked = new Map<string, { readonly at: number; readonly prompt: Promise<RolePrompt> }>();
  private store: PromptStore = async () => null;
  private own: OwnSeeds = { all: async () => [], one: async () => null };

  /** Makes roles known. A role that several domains call may be registered by each of them. */
  register(...seeds: readonly RoleSeed[]): void {
    for (const seed of seeds) this.seeds.set(seed.name, seed);
  }

  /** Looks for the roles of workspaces there from now on. */
  ownIn(seeds: OwnSeeds): void {
    this.own = seeds;
  }

  /** All roles of a workspace: those of the product by name, then its own. */
  async allIn(workspaceId: number): Promise<RoleSeed[]> {
    return [...this.all(), ...(await this.own.all(workspaceId))];
  }

  /** A role of the product, or one of the workspace's own. */
  async seedIn(workspaceId: number, name: string): Promise<RoleSeed | null> {
    return this.seeds.get(name) ?? this.own.one(workspaceId, name);
  }

  /** All roles of the product, by name. */
  all(): RoleSeed[] {
    return [...this.seeds.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  seed(name: string): RoleSeed | undefined {
    return this.seeds.get(name);
  }

  /** Asks this store for the versions in force from now on. */
  keepIn(store: PromptStore): void {
    this.store = store;
    this.looked.clear();
  }

  /** The prompt of a role in force, at most {@link FRESH_MS} old. @throws what the store throws; the next call asks again */
  active(workspaceId: number, seed: RoleSeed): Promise<RolePrompt> {
    const key = `${workspaceId} ${seed.name}`;
    const known = this.looked.get(key);
    if (known && performance.now() - known.at < FRESH_MS) return known.prompt;
    const prompt = this.store(workspaceId, seed.name).then(
      (kept) => kept ?? { name: seed.name, version: seed.version, system: seed.system },
    );
    this.looked.set(key, { at: performance.now(), prompt });
    prompt.catch(() => this.looked.delete(key));
    return prompt;
  }

  /** Looks the role up again at its next use, as after a change made here. */
  forget(workspaceId: number, name: string): void {
    this.looked.delete(`${workspaceId} ${name}`);
  }
}
