import { Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { FilterChoices } from '@moodline/comments/contract';
import {
  REPORT_TEMPLATES,
  TEMPLATE_SECTIONS,
  type ReportPeriod,
  type ReportTemplate,
  type SaveReport,
} from '@moodline/reports/contract';
import { LANGUAGES } from '@moodline/shared/contract';
import { LocaleStore } from '@moodline/shared/ui';
import { periodOf } from '../fresh-report';

const PERIODS = ['day', 'week', 'month', 'hours', 'days'] as const;

/** What a report is about: its name, template, time and comments. */
@Component({
  selector: 'ml-report-subject',
  imports: [TranslocoPipe],
  templateUrl: './report-subject.html',
  styleUrl: './parts.css',
})
export class ReportSubject {
  private readonly locale = inject(LocaleStore);
  readonly report = input.required<SaveReport>();
  readonly choices = input.required<FilterChoices>();
  readonly changes = output<Partial<SaveReport>>();

  protected readonly templates = REPORT_TEMPLATES;
  protected readonly periods = PERIODS;
  protected readonly languages = LANGUAGES;
  protected readonly tongues = ['zh', 'en', 'ja'] as const;

  /** Sections and time follow the template; own paragraphs stay. A name that nobody chose follows, too. */
  protected setTemplate(template: ReportTemplate): void {
    const { sections, name } = this.report();
    const own = sections.filter(({ kind }) => kind === 'own');
    const given = REPORT_TEMPLATES.map((one) => this.locale.translate(`reports.template.${one}`));
    this.changes.emit({
      ...{ template, period: periodOf(template), sections: [...TEMPLATE_SECTIONS[template], ...own] },
      ...(given.includes(name) && { name: this.locale.translate(`reports.template.${template}`) }),
    });
  }

  protected setPeriod(kind: ReportPeriod['kind']): void {
    const days = periodOf('campaign');
    const period: ReportPeriod = kind === 'days' ? days : kind === 'hours' ? { kind, hours: 48 } : { kind };
    this.changes.emit({ period });
  }

  protected setDay(end: 'from' | 'to', value: string): void {
    const { period } = this.report();
    if (period.kind === 'days' && value) this.changes.emit({ period: { ...period, [end]: value } });
  }

  protected setHours(value: string): void {
    this.changes.emit({ period: { kind: 'hours', hours: Math.min(72, Math.max(6, Number(value) || 48)) } });
  }

  protected setScope(change: Partial<SaveReport['scope']>): void {
    this.changes.emit({ scope: { ...this.report().scope, ...change } });
  }

  protected toggled<T>(list: readonly T[], one: T): T[] {
    return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
  }
}
