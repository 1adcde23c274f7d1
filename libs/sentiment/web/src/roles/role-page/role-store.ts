import { computed, inject, Injectable, signal } from '@angular/core';
import type { Role, RoleVersion } from '@moodline/sentiment/contract';
import { firstValueFrom } from 'rxjs';
import { RolesClient } from '../roles.client';
import { UnsavedPrompts } from '../unsaved-prompts';

/** A prompt that was changed and not saved, and the version it began as. */
interface Unsaved {
  readonly base: number;
  readonly system: string;
}

/** One role with its versions, which of them is shown, and what is being written. The page provides it. */
@Injectable()
export class RoleStore {
  private readonly client = inject(RolesClient);
  private readonly kept = inject(UnsavedPrompts);
  private readonly loaded = signal<Role | null>(null);
  private readonly failure = signal<unknown>(null);
  private readonly chosen = signal<number | null>(null);
  private readonly written = signal<Unsaved | null>(null);
  private readonly writing = signal(false);
  private name = '';

  /** Null before the first answer. */
  readonly role = this.loaded.asReadonly();
  readonly error = this.failure.asReadonly();
  readonly unsaved = this.written.asReadonly();
  /** Whether what is shown is the unsaved prompt. */
  readonly showsUnsaved = computed(() => this.writing() && this.written() !== null);
  readonly active = computed(() => this.version(this.loaded()?.role.activeVersion ?? null));
  /** The version that is shown, or that the unsaved prompt began as. */
  readonly shown = computed(
    () => this.version(this.showsUnsaved() ? (this.written()?.base ?? null) : this.chosen()) ?? this.active(),
  );
  readonly system = computed(() => (this.showsUnsaved() ? this.written()?.system : this.shown()?.system) ?? '');

  async load(name: string): Promise<void> {
    if (name !== this.name) this.begin(name);
    this.failure.set(null);
    try {
      const role = await firstValueFrom(this.client.role(name));
      if (name === this.name) this.loaded.set(role);
    } catch (error) {
      this.failure.set(error);
    }
  }

  /** Shows a version; what is being written stays and can be gone back to. */
  choose(version: number): void {
    this.chosen.set(version);
    this.writing.set(false);
  }

  chooseUnsaved(): void {
    this.writing.set(true);
  }

  /** Writes on the shown prompt. Written back to what it was, it is a version again. */
  write(system: string): void {
    const base = this.shown();
    if (!base) return;
    this.keep(system === base.system ? null : { base: base.version, system });
    this.chosen.set(base.version);
    this.writing.set(system !== base.system);
  }

  discardUnsaved(): void {
    this.chosen.set(this.written()?.base ?? null);
    this.keep(null);
    this.writing.set(false);
  }

  /** Keeps what is shown as a new version and shows that. @returns its number */
  async save(note: string): Promise<number> {
    const version = await firstValueFrom(this.client.addVersion(this.name, this.system(), note));
    this.keep(null);
    this.writing.set(false);
    this.chosen.set(version);
    await this.load(this.name);
    return version;
  }

  /** Puts a version in force. @returns the one that was in force before */
  async activate(version: number, confirmWithoutEvaluation: boolean): Promise<number | null> {
    const before = this.loaded()?.role.activeVersion ?? null;
    this.loaded.set(await firstValueFrom(this.client.activate(this.name, version, confirmWithoutEvaluation)));
    this.chosen.set(version);
    return before;
  }

  private begin(name: string): void {
    const kept = this.kept.get(name) ?? null;
    this.name = name;
    this.loaded.set(null);
    this.chosen.set(null);
    this.written.set(kept);
    this.writing.set(kept !== null);
  }

  private keep(unsaved: Unsaved | null): void {
    this.written.set(unsaved);
    this.kept.keep(this.name, unsaved);
  }

  private version(number: number | null): RoleVersion | null {
    return this.loaded()?.versions.find(({ version }) => version === number) ?? null;
  }
}
