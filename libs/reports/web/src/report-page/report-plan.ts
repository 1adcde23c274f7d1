import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PlannedSection, SectionPlan } from '@moodline/reports/contract';
import { moved, MoveButtons } from './move-buttons';
import { OwnParagraph } from './own-paragraph';

const MOST_OWN = 10;

/** The sections of a report: their order, which are hidden, and own paragraphs. */
@Component({
  selector: 'ml-report-plan',
  imports: [MoveButtons, OwnParagraph, TranslocoPipe],
  templateUrl: './report-plan.html',
  styleUrl: './parts.css',
})
export class ReportPlan {
  readonly sections = input.required<SectionPlan>();
  readonly changes = output<SectionPlan>();

  protected change(index: number, change: Partial<PlannedSection>): void {
    this.changes.emit(this.sections().map((section, at) => (at === index ? { ...section, ...change } : section)));
  }

  protected move(index: number, by: 1 | -1): void {
    this.changes.emit(moved(this.sections(), index, by));
  }

  protected add(): void {
    this.changes.emit([{ kind: 'own', hidden: false, title: '', text: '' }, ...this.sections()]);
  }

  protected remove(index: number): void {
    this.changes.emit(this.sections().filter((_, at) => at !== index));
  }

  protected canAdd(): boolean {
    return this.sections().filter(({ kind }) => kind === 'own').length < MOST_OWN;
  }
}
