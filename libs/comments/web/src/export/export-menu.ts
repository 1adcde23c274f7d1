import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, DestroyRef, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  type CommentFilter,
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportProgress,
  type WorkFilter,
} from '@moodline/comments/contract';
import { LocaleStore } from '@moodline/shared/ui';
import { catchError, of, switchMap, takeWhile, timer } from 'rxjs';
import { CommentsClient, exportUrl } from '../comments.client';

const ASK_EVERY_MS = 1000;

/** Downloads what the filter shows, in the format that is chosen, and tells how many comments are written. */
@Component({
  selector: 'ml-export-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, TranslocoPipe],
  template: `
    <span class="progress numbers" role="status">
      @if (progress(); as now) {
        {{ 'comments.exporting.' + now.state | transloco: { count: locale.formats().number(now.written) } }}
      }
    </span>
    <button class="button" type="button" [cdkMenuTriggerFor]="menu" [title]="'comments.exportHint' | transloco">
      {{ 'comments.export' | transloco }} <span aria-hidden="true">▾</span>
    </button>
    <ng-template #menu>
      <div class="floating menu" cdkMenu>
        @for (format of formats; track format) {
          <button class="item" type="button" cdkMenuItem (cdkMenuItemTriggered)="start(format)">
            <strong>{{ 'comments.exportFormat.' + format + '.name' | transloco }}</strong>
            <span class="muted">{{ 'comments.exportFormat.' + format + '.hint' | transloco }}</span>
          </button>
        }
      </div>
    </ng-template>
  `,
  styleUrl: './export-menu.css',
})
export class ExportMenu {
  private readonly client = inject(CommentsClient);
  private readonly destroyed = inject(DestroyRef);
  protected readonly locale = inject(LocaleStore);

  readonly filter = input.required<CommentFilter>();
  /** What of the team's work is shown. */
  readonly work = input<WorkFilter>({});

  protected readonly formats = EXPORT_FORMATS;
  protected readonly progress = signal<ExportProgress | null>(null);

  protected start(format: ExportFormat): void {
    const ticket = crypto.randomUUID();
    const link = document.createElement('a');
    link.href = exportUrl({ filter: this.filter(), work: this.work() }, format, ticket);
    link.download = '';
    link.click();
    this.progress.set({ written: 0, state: 'waiting' });
    timer(ASK_EVERY_MS / 2, ASK_EVERY_MS)
      .pipe(
        switchMap(() => this.client.exportProgress(ticket).pipe(catchError(() => of(null)))),
        takeWhile((now) => now !== null && (now.state === 'waiting' || now.state === 'writing'), true),
        takeUntilDestroyed(this.destroyed),
      )
      .subscribe((now) => this.progress.set(now));
  }
}
