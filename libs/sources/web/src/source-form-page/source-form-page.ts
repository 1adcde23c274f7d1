import { HttpErrorResponse } from '@angular/common/http';
import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { MatSnackBar } from '@angular/material/snack-bar';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { problemSchema } from '@moodline/shared/contract';
import { describeProblem, Icon, LocaleStore } from '@moodline/shared/ui';
import type { Source, SourceKind, Words } from '@moodline/sources/contract';
import { firstValueFrom, forkJoin, map } from 'rxjs';
import * as z from 'zod';
import { BACKFILL_DAYS, instantDaysAgo } from '../backfill-dialog/backfill-days';
import { ConfigFieldInput } from '../source-form/config-field-input';
import { ScheduleChoice } from '../source-form/schedule-choice';
import { SourceDraft } from '../source-form/source-draft';
import { SourceTrial } from '../source-form/source-trial';
import { SourcesClient } from '../sources.client';

const detailsSchema = z.array(z.object({ field: z.string(), message: z.string() }));

/** Adds a source of the kind in the address, or changes the source in it. The form is made of what the kind says of itself. */
@Component({
  selector: 'ml-source-form-page',
  imports: [ConfigFieldInput, Icon, RouterLink, ScheduleChoice, TranslocoPipe],
  providers: [SourceTrial],
  templateUrl: './source-form-page.html',
  styleUrl: './source-form-page.css',
})
export class SourceFormPage {
  private readonly client = inject(SourcesClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(MatSnackBar);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly locale = inject(LocaleStore);
  protected readonly trial = inject(SourceTrial);

  private readonly route = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });
  private readonly loaded = rxResource({
    params: () => ({ kind: this.route().get('kind'), id: Number(this.route().get('id')) }),
    stream: ({ params }) =>
      forkJoin([this.client.kinds(), params.id ? this.client.list() : [[]]]).pipe(
        map(([kinds, sources]) => formOf(kinds, sources, params)),
      ),
  });
  /** What the form is about; `missing` when there is no such kind or source. */
  protected readonly form = computed(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  protected readonly loadProblem = computed(() =>
    this.loaded.error() ? describeProblem(this.loaded.error(), this.locale).message : null,
  );
  protected readonly name = linkedSignal(() => this.form()?.source?.name ?? '');
  protected readonly schedule = linkedSignal(
    () => this.form()?.source?.schedule ?? this.form()?.kind?.schedule ?? null,
  );
  protected readonly since = signal(0);
  protected readonly sinceChoices = BACKFILL_DAYS;
  protected readonly nameLeft = signal(false);
  protected readonly nameWrong = computed(() => this.nameLeft() && !this.name().trim());
  /** The source was tried and does not work: adding it takes a second click. */
  protected readonly asksAnyway = signal(false);
  protected readonly saving = signal(false);
  private readonly failure = signal<unknown>(null);
  protected readonly problem = computed(() =>
    this.failure() ? describeProblem(this.failure(), this.locale).message : null,
  );
  protected readonly trialProblem = computed(() =>
    this.trial.error() ? describeProblem(this.trial.error(), this.locale).message : null,
  );

  constructor() {
    effect(() => {
      this.form()?.draft?.settings();
      // What was found belongs to the settings that were tried.
      untracked(() => {
        this.trial.forget();
        this.failure.set(null);
        this.asksAnyway.set(false);
      });
    });
    effect(() => {
      const title = this.trial.found()?.title;
      if (title) untracked(() => this.name().trim() || this.name.set(title.slice(0, 80)));
    });
    effect(() => {
      const error = this.trial.error();
      if (error) untracked(() => this.showRefusals(error));
    });
  }

  protected words(words: Words): string {
    return this.locale.text(words);
  }

  protected reload(): void {
    this.loaded.reload();
  }

  protected test(): void {
    const { kind, draft, source } = this.form() ?? {};
    if (!kind || !draft) return;
    draft.leaveAll();
    if (!draft.valid()) return this.focusFirstFault();
    this.trial.start({
      kind: kind.kind,
      config: draft.config(),
      secrets: source ? draft.changedSecrets() : draft.givenSecrets(),
      ...(source && { id: source.id }),
    });
  }

  /** Takes a feed that the page names in place of the page, and tries it. */
  protected useFeed(address: string): void {
    this.form()?.draft?.set('url', address);
    // Other settings end a trial that is under way: this one begins behind that.
    afterNextRender({ read: () => this.test() }, { injector: this.injector });
  }

  protected async save(): Promise<void> {
    const { kind, draft, source } = this.form() ?? {};
    if (!kind || !draft || this.saving()) return;
    draft.leaveAll();
    this.nameLeft.set(true);
    if (!draft.valid() || !this.name().trim() || this.schedule()?.trim() === '') return this.focusFirstFault();
    if (!source && this.trial.error() && !this.asksAnyway()) return this.asksAnyway.set(true);
    this.saving.set(true);
    this.failure.set(null);
    try {
      const name = this.name().trim();
      await (source ? this.change(source, name, draft) : this.add(kind, name, draft));
      this.toasts.open(
        this.locale.translate(
          source ? 'sources.toast.saved' : kind.schedule ? 'sources.toast.added' : 'sources.toast.addedSent',
          { name },
        ),
        undefined,
        { duration: 5_000 },
      );
      await this.router.navigateByUrl('/sources');
    } catch (error) {
      if (!this.showRefusals(error)) this.failure.set(error);
    } finally {
      this.saving.set(false);
    }
  }

  private add({ kind }: SourceKind, name: string, draft: SourceDraft): Promise<unknown> {
    const schedule = this.schedule()?.trim();
    const since = this.since() ? instantDaysAgo(this.since()) : null;
    return firstValueFrom(
      this.client.create({
        kind,
        name,
        config: draft.config(),
        secrets: draft.givenSecrets(),
        ...(schedule && { schedule }),
        ...(since && { since }),
      }),
    );
  }

  private change(source: Source, name: string, draft: SourceDraft): Promise<unknown> {
    const secrets = draft.changedSecrets();
    const schedule = this.schedule()?.trim();
    return firstValueFrom(
      this.client.update(source.id, {
        name,
        config: draft.config(),
        ...(Object.keys(secrets).length && { secrets }),
        ...(schedule && schedule !== source.schedule && { schedule }),
      }),
    );
  }

  /** Says at its field what the server found wrong there. @returns whether it belongs to a field */
  private showRefusals(error: unknown): boolean {
    const problem = error instanceof HttpErrorResponse ? problemSchema.safeParse(error.error).data : undefined;
    const details = detailsSchema.safeParse(problem?.details);
    const shown =
      problem?.code === 'invalid-input' && details.success && this.form()?.draft?.refuse(details.data) === true;
    if (shown) this.focusFirstFault();
    return shown;
  }

  private focusFirstFault(): void {
    afterNextRender(
      { read: () => this.host.nativeElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus() },
      { injector: this.injector },
    );
  }
}

function formOf(
  kinds: readonly SourceKind[],
  sources: readonly Source[],
  asked: { readonly kind: string | null; readonly id: number },
) {
  const source = sources.find(({ id }) => id === asked.id) ?? null;
  const kind = kinds.find((one) => one.kind === (source?.kind ?? asked.kind)) ?? null;
  return { kind, source, draft: kind && new SourceDraft(kind, source) };
}
