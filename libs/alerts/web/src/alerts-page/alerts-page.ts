import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Alert, AlertPerson, AlertRule } from '@moodline/alerts/contract';
import { describeProblem, HeldPermissions, keptAnswer, LocaleStore, NO_QUESTION } from '@moodline/shared/ui';
import { firstValueFrom, timer } from 'rxjs';
import { AlertsClient } from '../alerts.client';
import { measured } from '../measure-words';
import { AlertCard } from './alert-card';

/** Rules are checked every ten minutes; the page is asked for again at this pace (ms). */
const LOOK_EVERY = 60_000;
const FILTERS = ['all', 'open', 'unacknowledged', 'over'] as const;
type Filter = (typeof FILTERS)[number];

/** The inbox of alerts, and the rules that bring them. */
@Component({
  selector: 'ml-alerts-page',
  imports: [AlertCard, RouterLink, TranslocoPipe],
  templateUrl: './alerts-page.html',
  styleUrl: './alerts-page.css',
})
export class AlertsPage {
  private readonly client = inject(AlertsClient);
  protected readonly locale = inject(LocaleStore);
  private readonly permissions = inject(HeldPermissions);
  private readonly route = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  private readonly news = { on: timer(LOOK_EVERY, LOOK_EVERY), every: LOOK_EVERY };

  protected readonly filters = FILTERS;
  protected readonly filter = signal<Filter>('all');
  private readonly inbox = keptAnswer(
    computed(() => ({ filter: this.filter() })),
    ({ filter }) => this.client.page(filter === 'all' ? {} : { state: filter }),
    this.news,
  );
  private readonly ruleList = keptAnswer(NO_QUESTION, () => this.client.rules(), this.news);
  protected readonly rules = this.ruleList.value;
  /** Pages after the first, which were asked for. */
  private readonly older = signal<readonly Alert[]>([]);
  private readonly nextCursor = signal<string | null>(null);
  protected readonly alerts = computed(() => {
    const first = this.inbox.value()?.items;
    return (
      first && [...first, ...this.older()].sort((a, b) => Number(b.id === this.asked()) - Number(a.id === this.asked()))
    );
  });
  protected readonly more = computed(() =>
    this.older().length ? this.nextCursor() : (this.inbox.value()?.nextCursor ?? null),
  );
  protected readonly people = signal<readonly AlertPerson[]>([]);
  protected readonly editable = computed(() => this.permissions.has('alerts.write'));
  protected readonly problem = computed(() => this.words(this.inbox.failure()));
  protected readonly rulesProblem = computed(() => this.words(this.ruleList.failure()));
  protected readonly moreProblem = signal('');
  /** The alert that a message links to stands first. */
  private readonly asked = computed(() => Number(this.route().get('alert')));

  constructor() {
    effect(() => {
      this.filter();
      untracked(() => this.older.set([]));
    });
    effect(() => {
      if (this.editable())
        untracked(() =>
          this.client.people().subscribe({ next: (all) => this.people.set(all), error: () => undefined }),
        );
    });
  }

  protected reload(): void {
    this.inbox.reload();
    this.ruleList.reload();
  }

  protected async loadMore(): Promise<void> {
    const cursor = this.more();
    if (!cursor) return;
    const filter = this.filter();
    try {
      const page = await firstValueFrom(this.client.page({ cursor, ...(filter !== 'all' && { state: filter }) }));
      this.older.update((alerts) => [...alerts, ...page.items]);
      this.nextCursor.set(page.nextCursor);
      this.moreProblem.set('');
    } catch (error) {
      this.moreProblem.set(this.words(error));
    }
  }

  /** How a rule stands, in words. */
  protected standing({ measure, last, enabled, problem, openAlert, mutedUntil }: AlertRule): string {
    const say = (key: string, values = {}) => this.locale.translate(`alerts.rules.${key}`, values);
    const formats = this.locale.formats();
    if (!enabled) return say('off');
    if (problem) return say('problem');
    if (mutedUntil && Date.parse(mutedUntil) > Date.now()) return say('muted', { time: formats.moment(mutedUntil) });
    if (!last) return say('learning');
    const values = { value: measured(measure, last.value, formats), usual: measured(measure, last.usual, formats) };
    return say(openAlert ? 'unusual' : 'calm', values);
  }

  protected async unmute(rule: AlertRule): Promise<void> {
    await firstValueFrom(this.client.mute(rule.id, null), { defaultValue: null }).catch((error: unknown) =>
      this.moreProblem.set(this.words(error)),
    );
    this.reload();
  }

  protected isMuted({ mutedUntil }: AlertRule): boolean {
    return mutedUntil !== null && Date.parse(mutedUntil) > Date.now();
  }

  private words(error: unknown): string {
    return error === undefined ? '' : describeProblem(error, this.locale).message;
  }
}
