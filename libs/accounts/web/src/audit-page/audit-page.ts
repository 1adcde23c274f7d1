import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { AUDIT_ACTIONS, AUDIT_FORMATS, type AuditEvent, type AuditExportQuery } from '@moodline/accounts/contract';
import { describeProblem, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { AuditClient } from './audit.client';

/** Who did what, when and from where; searched by name, thing and address. */
@Component({
  selector: 'ml-audit-page',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.css',
})
export class AuditPage {
  private readonly client = inject(AuditClient);
  protected readonly locale = inject(LocaleStore);

  protected readonly actions = AUDIT_ACTIONS;
  protected readonly formats = AUDIT_FORMATS;
  protected readonly q = signal('');
  protected readonly action = signal<AuditEvent['action'] | ''>('');
  protected readonly events = signal<readonly AuditEvent[] | null>(null);
  protected readonly more = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  /** Grows with each question: an answer to a former one comes too late. */
  private asked = 0;

  constructor() {
    void this.ask();
  }

  protected search(q: string): void {
    this.q.set(q.trim());
    void this.ask();
  }

  protected choose(index: number): void {
    this.action.set(this.actions[index - 1] ?? '');
    void this.ask();
  }

  /** Address of all that is asked for now, as a file. */
  protected file(format: AuditExportQuery['format']): string {
    const asked = { ...(this.q() && { q: this.q() }), ...(this.action() && { action: this.action() }) };
    return `/api/audit/export?${new URLSearchParams({ format, ...asked })}`;
  }

  /** By what somebody signed in, as names of words; null for what has other objects. */
  protected ways({ action, object }: AuditEvent): string[] | null {
    return action === 'sign-in' || action === 'sign-in-failed'
      ? object.split(' and ').map((way) => way.replaceAll(' ', '-'))
      : null;
  }

  /** Fields that were sent, and the values that say what was done. */
  protected details({ details: { fields, ...told } }: AuditEvent): string {
    const values = Object.entries(told).map(([name, value]) => `${name}: ${[value].flat().join(', ')}`);
    const others = Array.isArray(fields) ? fields.filter((name) => !(String(name) in told)).map(String) : [];
    return [...values, ...others].join(' · ');
  }

  /** @param on goes on behind what is shown */
  protected async ask(on = false): Promise<void> {
    const question = ++this.asked;
    const known = on ? (this.events() ?? []) : [];
    this.busy.set(true);
    try {
      const { items, more } = await firstValueFrom(
        this.client.page({ q: this.q(), action: this.action() }, known.at(-1)?.id),
      );
      if (question !== this.asked) return;
      this.events.set([...known, ...items]);
      this.more.set(more);
      this.problem.set(null);
    } catch (error) {
      if (question === this.asked) this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      if (question === this.asked) this.busy.set(false);
    }
  }
}
