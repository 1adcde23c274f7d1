import { computed, signal, type WritableSignal } from '@angular/core';
import type { ConfigField, Source, SourceKind } from '@moodline/sources/contract';
import {
  changedSecrets,
  configOf,
  faultOf,
  givenSecrets,
  startValue,
  type FieldFault,
  type FieldValue,
  type SecretChoice,
} from './source-values';

/** What a person has entered of a source's settings, and what is wrong with it. Faults show once a field was left, or all were looked at. */
export class SourceDraft {
  readonly values: WritableSignal<Readonly<Record<string, FieldValue>>>;
  readonly secrets: WritableSignal<Readonly<Record<string, SecretChoice>>>;
  private readonly left = signal<ReadonlySet<string>>(new Set());
  /** What the server found wrong, by field, until the field is changed. */
  private readonly refused = signal<Readonly<Record<string, string>>>({});
  readonly faults = computed(() =>
    Object.fromEntries(
      this.kind.fields
        .map((field) => [field.name, this.faultOf(field)] as const)
        .filter((entry): entry is [string, FieldFault] => entry[1] !== null),
    ),
  );
  readonly valid = computed(() => Object.keys(this.faults()).length === 0);
  /** Changes with everything that a test of the source depends on. */
  readonly settings = computed(() => JSON.stringify([this.values(), this.secrets()]));

  constructor(
    readonly kind: SourceKind,
    source: Source | null = null,
  ) {
    const plain = kind.fields.filter((field) => field.kind !== 'secret');
    const secret = kind.fields.filter((field) => field.kind === 'secret');
    this.values = signal(Object.fromEntries(plain.map((field) => [field.name, startValue(field, source?.config)])));
    this.secrets = signal(
      Object.fromEntries(
        secret.map(({ name }) => [name, { state: source?.secrets.includes(name) ? 'kept' : 'given', value: '' }]),
      ),
    );
  }

  set(name: string, value: FieldValue): void {
    this.values.update((values) => ({ ...values, [name]: value }));
    this.accept(name);
  }

  setSecret(name: string, choice: SecretChoice): void {
    this.secrets.update((secrets) => ({ ...secrets, [name]: choice }));
    this.accept(name);
  }

  /** The person has left the field: what is wrong with it may be said now. */
  leave(name: string): void {
    this.left.update((left) => new Set([...left, name]));
  }

  leaveAll(): void {
    this.left.set(new Set(this.kind.fields.map(({ name }) => name)));
  }

  shownFault(name: string): FieldFault | null {
    return this.left().has(name) ? (this.faults()[name] ?? null) : null;
  }

  /** The server's sentence about a field. */
  refusal(name: string): string | null {
    return this.refused()[name] ?? null;
  }

  /** Shows what the server found wrong where it was entered. @returns whether any of it belongs to a field of this form */
  refuse(details: readonly { readonly field: string; readonly message: string }[]): boolean {
    const named = details
      .map(({ field, message }) => [field.split('.')[1] ?? '', message] as const)
      .filter(([name]) => this.kind.fields.some((field) => field.name === name));
    this.refused.set(Object.fromEntries(named));
    return named.length > 0;
  }

  config(): Source['config'] {
    return configOf(this.kind.fields, this.values());
  }

  givenSecrets(): Record<string, string> {
    return givenSecrets(this.secrets());
  }

  changedSecrets(): Record<string, string | null> {
    return changedSecrets(this.secrets());
  }

  private faultOf(field: ConfigField): FieldFault | null {
    if (field.kind !== 'secret') return faultOf(field, this.values()[field.name] ?? '');
    const choice = this.secrets()[field.name];
    return choice?.state === 'kept' ? null : faultOf(field, choice?.value ?? '');
  }

  private accept(name: string): void {
    this.refused.update((refused) => Object.fromEntries(Object.entries(refused).filter(([field]) => field !== name)));
  }
}
