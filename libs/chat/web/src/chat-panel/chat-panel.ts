import { CdkTextareaAutosize } from '@angular/cdk/text-field';
import {
  afterNextRender,
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TypedQuestion } from '@moodline/chat/contract';
import { WHOLE_SCOPE } from '@moodline/narration/contract';
import type { CommentFilter } from '@moodline/comments/contract';
import { Icon, keptAnswer, LocaleStore } from '@moodline/shared/ui';
import { ChatTurn } from '../answer/chat-turn';
import { ChatClient, type ChangedTheme } from '../chat.client';
import { ConversationStore } from '../conversation/conversation-store';
import type { Turn } from '../conversation/turn';
import { ConversationList } from '../history/conversation-list';

/** As the API takes it. */
const LONGEST_QUESTION = 500;
const WARN_WHEN_LEFT = 100;
/** Pixels from the end within which the thread follows what is written. */
const NEAR_THE_END = 48;

const ABOUT_THEME: Omit<TypedQuestion, 'scope' | 'period'> = {
  intent: 'topic',
  measure: 'net',
  compared: null,
  by: null,
  order: null,
  number: null,
  event: null,
};

/** The side panel in which people ask about the comments that the page shows. */
@Component({
  selector: 'ml-chat-panel',
  imports: [CdkTextareaAutosize, ChatTurn, ConversationList, Icon, TranslocoPipe],
  templateUrl: './chat-panel.html',
  styleUrl: './chat-panel.css',
  host: { '(keydown.escape)': 'close($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChatPanel {
  private readonly store = inject(ConversationStore);
  private readonly client = inject(ChatClient);
  private readonly locale = inject(LocaleStore);

  /** What the page shows; words of the question overrule it. */
  readonly filter = input.required<CommentFilter>();
  /** Esc or the close button. */
  readonly closed = output<void>();

  private readonly thread = viewChild.required<ElementRef<HTMLElement>>('thread');
  private readonly textarea = viewChild.required<ElementRef<HTMLTextAreaElement>>('textarea');
  private followEnd = true;

  protected readonly starters = ['trend', 'compare', 'why', 'complaints', 'praise', 'quotes'] as const;
  protected readonly longest = LONGEST_QUESTION;
  protected readonly turns = this.store.turns;
  protected readonly busy = this.store.busy;
  protected readonly question = signal('');
  /** The turn whose question is being changed. */
  protected readonly editing = signal<Turn | null>(null);
  protected readonly showsHistory = signal(false);
  protected readonly hasHistory = computed(() => this.store.conversations().length > 0);
  private readonly themes = keptAnswer(
    computed(() => ({ filter: this.filter(), locale: this.locale.language() })),
    ({ filter, locale }) => this.client.changedThemes(filter, locale),
  );
  /** What changed most in the period of the page; none where that could not be loaded. */
  protected readonly changed = computed(() => this.themes.value() ?? []);
  protected readonly left = computed(() => LONGEST_QUESTION - this.question().length);
  protected readonly nearlyFull = computed(() => this.left() <= WARN_WHEN_LEFT);
  /** Told when an answer is complete: until then the log has read out its sentences one by one. */
  protected readonly complete = computed(() => this.turns().at(-1)?.state === 'answered');

  constructor() {
    afterNextRender(() => {
      // On a phone the keyboard would cover the suggestions before they were seen.
      if (window.matchMedia?.('(pointer: fine)').matches) this.focusInput();
    });
    afterRenderEffect(() => {
      this.turns();
      const thread = this.thread().nativeElement;
      if (this.followEnd) thread.scrollTop = thread.scrollHeight;
    });
  }

  protected ask(question: string): void {
    const words = question.trim();
    if (!words || this.busy()) return;
    this.followEnd = true;
    void this.store.ask(words, this.filter());
    this.focusInput();
  }

  protected change({ words, typed }: { readonly words: string; readonly typed: TypedQuestion }): void {
    if (this.busy()) return;
    this.followEnd = true;
    void this.store.ask(words.slice(0, LONGEST_QUESTION), this.filter(), typed);
  }

  protected send(): void {
    const words = this.question().trim();
    const instead = this.editing();
    if (this.busy() || !words) return;
    if (instead) {
      this.followEnd = true;
      this.editing.set(null);
      void this.store.askInstead(instead.id, words, this.filter());
    } else this.ask(words);
    this.question.set('');
    // Text typed and sent within one frame never reached the binding, which then has nothing to clear.
    this.textarea().nativeElement.value = '';
  }

  protected enter(event: Event): void {
    // While an input method is open, Enter picks a candidate and Esc drops it.
    if (!(event instanceof KeyboardEvent) || event.isComposing || event.shiftKey) return;
    event.preventDefault();
    this.send();
  }

  protected retry(turn: Turn): void {
    void this.store.retry(turn.id);
    this.focusInput();
  }

  protected stop(): void {
    this.store.stop();
    this.focusInput();
  }

  protected start(): void {
    this.store.start();
    this.stopEditing();
    this.showsHistory.set(false);
    this.focusInput();
  }

  protected edit(turn: Turn): void {
    this.editing.set(turn);
    this.question.set(turn.question);
    this.focusInput();
  }

  protected stopEditing(): void {
    this.editing.set(null);
    this.question.set('');
  }

  /** What is said about a theme, by the theme itself and not by words. */
  protected askAbout({ name }: ChangedTheme, words: string): void {
    const { from, to } = this.filter();
    const scope = { ...WHOLE_SCOPE, theme: name };
    const period = from && to ? { from, to } : null;
    this.change({ words, typed: { ...ABOUT_THEME, scope, period } });
  }

  protected close(event: Event): void {
    if (event instanceof KeyboardEvent && event.isComposing) return;
    this.closed.emit();
  }

  protected scrolled(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.thread().nativeElement;
    this.followEnd = scrollHeight - scrollTop - clientHeight < NEAR_THE_END;
  }

  private focusInput(): void {
    this.textarea().nativeElement.focus({ preventScroll: true });
  }
}
