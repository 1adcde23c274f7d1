import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  CHANNEL_FIELDS,
  CHANNEL_KINDS,
  channelKindSchema,
  SMTP_SECURITY,
  type Channel,
  type ChannelField,
  type ChannelKind,
} from '@moodline/notify/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { ChannelsClient } from '../channels.client';

type Entry = string | boolean;

/** Adds a channel, or changes one. The fields are those of its kind; secrets that are left empty stay as they are. */
@Component({
  selector: 'ml-channel-form',
  imports: [TranslocoPipe],
  templateUrl: './channel-form.html',
  styleUrl: './channel-form.css',
})
export class ChannelForm {
  private readonly client = inject(ChannelsClient);
  private readonly locale = inject(LocaleStore);

  /** Null adds one. */
  readonly channel = input<Channel | null>(null);
  readonly saved = output();
  readonly cancelled = output();

  protected readonly kinds = CHANNEL_KINDS;
  protected readonly securities = SMTP_SECURITY;
  protected readonly kind = linkedSignal<ChannelKind>(() => this.channel()?.kind ?? 'smtp');
  protected readonly name = linkedSignal(() => this.channel()?.name ?? '');
  protected readonly allowPrivate = linkedSignal(() => this.channel()?.allowPrivate ?? false);
  protected readonly fields = computed(() => CHANNEL_FIELDS[this.kind()]);
  private readonly entries = linkedSignal<Record<string, Entry>>(() => {
    const config = this.channel()?.config ?? {};
    const shown = (value: unknown): Entry =>
      typeof value === 'boolean' ? value : Array.isArray(value) ? value.join(', ') : String(value ?? '');
    return Object.fromEntries(Object.entries(config).map(([name, value]) => [name, shown(value)]));
  });
  protected readonly saving = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected value({ name, fallback }: ChannelField): Entry {
    return this.entries()[name] ?? (this.channel() ? '' : String(fallback ?? ''));
  }

  protected isKept({ name }: ChannelField): boolean {
    return this.channel()?.secrets.includes(name) ?? false;
  }

  protected choose(kind: string): void {
    this.kind.set(channelKindSchema.parse(kind));
    this.entries.set({});
  }

  protected enter(name: string, value: Entry): void {
    this.entries.update((entries) => ({ ...entries, [name]: value }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.saving.set(true);
    this.problem.set(null);
    const channel = this.channel();
    const settings = { name: this.name().trim(), config: this.config(), secrets: this.secrets() };
    const allowPrivate = this.allowPrivate();
    try {
      if (channel) await firstValueFrom(this.client.update(channel.id, { ...settings, allowPrivate }));
      else await firstValueFrom(this.client.create({ ...settings, allowPrivate, kind: this.kind() }));
      this.saved.emit();
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.saving.set(false);
    }
  }

  private config(): Record<string, unknown> {
    const open = this.fields().filter(({ secret }) => !secret);
    return Object.fromEntries(
      open.flatMap((field) => {
        const value = this.value(field);
        if (value === '') return [];
        return [[field.name, field.type === 'list' ? listed(String(value)) : value] as const];
      }),
    );
  }

  private secrets(): Record<string, string> {
    const given = this.fields().filter(({ secret, name }) => secret && this.entries()[name]);
    return Object.fromEntries(given.map(({ name }) => [name, String(this.entries()[name])]));
  }
}

const listed = (text: string): string[] =>
  text
    .split(/[,;，；\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
