import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { toldAnswerSchema } from '@moodline/narration/contract';
import { HeldPermissions, PINNING } from '@moodline/shared/ui';
import { ConversationStore } from '../conversation/conversation-store';
import { RATING_REASONS, type RatingReason, type Turn } from '../conversation/turn';
import { answerText } from './answer-text';

/** What can be done with an answer: copied, asked again in other words, pinned to a report, and rated. */
@Component({
  selector: 'ml-turn-actions',
  imports: [TranslocoPipe],
  template: `
    <button type="button" class="button button-quiet" (click)="copy()">
      {{ (copied() === 'yes' ? 'chat.actions.copied' : 'chat.actions.copy') | transloco }}
    </button>
    <button type="button" class="button button-quiet" [disabled]="busy()" (click)="edited.emit()">
      {{ 'chat.actions.edit' | transloco }}
    </button>
    @if (pinnable()) {
      <button type="button" class="button button-quiet" (click)="pin()">{{ 'chat.actions.pin' | transloco }}</button>
    }
    <button
      type="button"
      class="button button-quiet"
      [attr.aria-pressed]="turn().rating?.good === true"
      (click)="rate(true)"
    >
      {{ 'chat.actions.good' | transloco }}
    </button>
    <button
      type="button"
      class="button button-quiet"
      [attr.aria-pressed]="turn().rating?.good === false"
      (click)="rate(false)"
    >
      {{ 'chat.actions.bad' | transloco }}
    </button>
    @if (copied() === 'no') {
      <p class="small" role="alert">{{ 'chat.actions.notCopied' | transloco }}</p>
    }
    @if (turn().rating?.good === false) {
      <div role="group" [attr.aria-label]="'chat.actions.why' | transloco">
        <span class="muted small">{{ 'chat.actions.why' | transloco }}</span>
        @for (reason of reasons; track reason) {
          <button
            type="button"
            class="button"
            [attr.aria-pressed]="turn().rating?.reason === reason"
            (click)="explain(reason)"
          >
            {{ 'chat.actions.reason.' + reason | transloco }}
          </button>
        }
      </div>
    }
  `,
  styles: `
    :host,
    div {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1);
    }
    :host {
      margin-inline-start: calc(-1 * var(--space-3));
    }
    div {
      padding-inline-start: var(--space-3);
    }
    .button {
      color: var(--muted);
      font-size: var(--font-12);
    }
    .button[aria-pressed='true'] {
      background: var(--accent-soft);
      color: var(--accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TurnActions {
  private readonly store = inject(ConversationStore);
  private readonly permissions = inject(HeldPermissions);
  private readonly pinning = inject(PINNING, { optional: true });

  readonly turn = input.required<Turn>();
  readonly busy = input(false);
  /** The question is to be changed and asked again. */
  readonly edited = output();

  protected readonly reasons = RATING_REASONS;
  /** Answers that were kept by an earlier version have no seal. */
  protected readonly pinnable = computed(
    () => this.pinning !== null && !!this.turn().answer?.seal && this.permissions.has('reports.write'),
  );
  protected readonly copied = signal<'yes' | 'no' | null>(null);

  protected async copy(): Promise<void> {
    const { question, answer } = this.turn();
    if (!answer) return;
    try {
      await navigator.clipboard.writeText(answerText(question, answer));
      this.copied.set('yes');
    } catch {
      // Without TLS, browsers give no clipboard.
      this.copied.set('no');
    }
  }

  protected pin(): void {
    const { question, answer } = this.turn();
    if (!answer?.seal) return;
    this.pinning?.({ kind: 'answer', question, told: toldAnswerSchema.parse(answer), seal: answer.seal });
  }

  /** The same button takes the rating back. */
  protected rate(good: boolean): void {
    const { id, rating } = this.turn();
    this.store.rate(id, rating?.good === good ? null : { good, reason: null });
  }

  protected explain(reason: RatingReason): void {
    const { id, rating } = this.turn();
    this.store.rate(id, { good: false, reason: rating?.reason === reason ? null : reason });
  }
}
