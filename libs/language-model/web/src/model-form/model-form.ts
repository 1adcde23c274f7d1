import { HttpErrorResponse } from '@angular/common/http';
import {
  Component,
  computed,
  DestroyRef,
  ElementRef,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { DTYPES, type ChosenModel, type ModelCheckResult, type ModelTask } from '@moodline/language-model/contract';
import { describeProblem, Icon, LocaleStore } from '@moodline/shared/ui';
import type { Subscription } from 'rxjs';
import { ModelsClient } from '../models.client';
import { ModelsStore } from '../models-store';
import { choiceOf, EMPTY_FORM, formOf, typedHost, type FormValues } from './form-choice';

/** What a check or a save ended in. */
interface Trouble {
  readonly code: string;
  readonly message: string;
  /** The model server's own words. */
  readonly words: string | null;
}

/** Chooses a model for a task: bundled, from the hub, from a folder, or behind a server; tries it out before it is taken. */
@Component({
  selector: 'ml-model-form',
  imports: [Icon, ReactiveFormsModule, TranslocoPipe],
  templateUrl: './model-form.html',
  styleUrl: './model-form.css',
})
export class ModelForm {
  private readonly client = inject(ModelsClient);
  private readonly store = inject(ModelsStore);
  protected readonly locale = inject(LocaleStore);

  readonly task = input.required<ModelTask>();
  readonly chosen = input.required<ChosenModel>();
  /** True when another model was chosen. */
  readonly closed = output<boolean>();

  protected readonly kinds = ['bundled', 'hub', 'folder', 'server'] as const;
  protected readonly dtypes = DTYPES;
  protected readonly suggestions = [
    'onnx-community/Qwen2.5-0.5B-Instruct',
    'onnx-community/Qwen2.5-1.5B-Instruct',
    'onnx-community/Qwen3-0.6B-ONNX',
  ];

  protected readonly form = inject(NonNullableFormBuilder).group({ ...EMPTY_FORM, both: false });
  private readonly values = toSignal(this.form.valueChanges, { initialValue: this.form.getRawValue() });
  protected readonly kind = computed(() => this.values().kind ?? 'bundled');
  /** Another machine that the typed server is on. */
  protected readonly host = computed(() => (this.kind() === 'server' ? typedHost(this.values().baseUrl ?? '') : null));
  protected readonly removeKey = signal(false);
  protected readonly wrong = signal<readonly string[]>([]);
  protected readonly busy = signal<'check' | 'save' | 'download' | null>(null);
  protected readonly seconds = signal(0);
  protected readonly result = signal<ModelCheckResult | null>(null);
  protected readonly trouble = signal<Trouble | null>(null);

  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private checking: Subscription | null = null;
  private clock: ReturnType<typeof setInterval> | undefined;

  constructor() {
    effect(() => this.form.reset({ ...formOf(this.chosen()), both: false }));
    effect(() => this.heading().nativeElement.focus());
    // What was found out about other settings does not hold for these.
    this.form.valueChanges.subscribe(() => this.forget());
    inject(DestroyRef).onDestroy(() => this.stopCheck());
  }

  protected isWrong(field: string): boolean {
    return this.wrong().includes(field);
  }

  protected check(): void {
    const choice = this.read();
    if (!choice || this.busy()) return;
    this.forget();
    this.begin('check');
    this.checking = this.client.check(choice).subscribe({
      next: (result) => {
        this.result.set(result);
        this.end();
      },
      error: (error: unknown) => {
        this.trouble.set(this.troubleOf(error));
        this.end();
      },
    });
  }

  protected stopCheck(): void {
    this.checking?.unsubscribe();
    this.end();
  }

  /** Fetches a model without choosing it, so that it can be tried. */
  protected async download(): Promise<void> {
    const choice = this.read();
    if (choice?.kind !== 'hub') return;
    const { modelId, dtype, mirror } = choice;
    await this.work('download', () => this.store.download({ modelId, dtype, mirror }));
  }

  protected async save(): Promise<void> {
    const choice = this.read();
    if (!choice || this.busy()) return;
    const other = this.task() === 'label' ? 'write' : 'label';
    const change = { [this.task()]: choice, ...(this.form.getRawValue().both ? { [other]: choice } : {}) };
    await this.work('save', () => this.store.change(change));
    if (!this.trouble()) this.closed.emit(true);
  }

  private read() {
    const read = choiceOf(this.form.getRawValue() as FormValues, this.removeKey());
    this.wrong.set('wrong' in read ? read.wrong : []);
    return 'choice' in read ? read.choice : null;
  }

  private async work(what: 'save' | 'download', work: () => Promise<void>): Promise<void> {
    this.forget();
    this.begin(what);
    try {
      await work();
    } catch (error) {
      this.trouble.set(this.troubleOf(error));
    } finally {
      this.end();
    }
  }

  private begin(what: 'check' | 'save' | 'download'): void {
    this.busy.set(what);
    this.seconds.set(0);
    this.clock = setInterval(() => this.seconds.update((seconds) => seconds + 1), 1_000);
  }

  private end(): void {
    clearInterval(this.clock);
    this.busy.set(null);
  }

  private forget(): void {
    this.result.set(null);
    this.trouble.set(null);
    this.wrong.set([]);
  }

  private troubleOf(error: unknown): Trouble {
    const { code, message } = describeProblem(error, this.locale);
    const words =
      error instanceof HttpErrorResponse
        ? ((error.error as { details?: { words?: unknown } } | null)?.details?.words ?? null)
        : null;
    return { code, message, words: typeof words === 'string' && words ? words : null };
  }
}
