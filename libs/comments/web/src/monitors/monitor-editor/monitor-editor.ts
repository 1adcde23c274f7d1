import { Component, computed, inject, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  keywordBoxSchema,
  monitorRulesSchema,
  MONITOR_KINDS,
  MOST_KEYWORDS,
  type KeywordBox as KeywordBoxValue,
  type Monitor,
  type MonitorKind,
  type MonitorRules,
} from '@moodline/comments/contract';
import { LANGUAGES, type Language } from '@moodline/shared/contract';
import { describeProblem, HeldPermissions, LocaleStore } from '@moodline/shared/ui';
import { firstValueFrom } from 'rxjs';
import { FilterStore } from '../../filter/filter-store';
import { KeywordBox } from '../keyword-box/keyword-box';
import { MonitorPreview } from '../monitor-preview/monitor-preview';
import { MonitorsClient } from '../monitors.client';

const EMPTY: MonitorRules = {
  any: keywordBoxSchema.parse({}),
  all: keywordBoxSchema.parse({}),
  none: keywordBoxSchema.parse({}),
  languages: [],
  sources: [],
};

/** Writes the rules of a monitor, new or known, with what they take shown beside them. */
@Component({
  selector: 'ml-monitor-editor',
  imports: [KeywordBox, MonitorPreview, RouterLink, TranslocoPipe],
  templateUrl: './monitor-editor.html',
  styleUrl: './monitor-editor.css',
})
export class MonitorEditor {
  private readonly client = inject(MonitorsClient);
  private readonly router = inject(Router);
  private readonly locale = inject(LocaleStore);
  private readonly toasts = inject(MatSnackBar);
  private readonly permissions = inject(HeldPermissions);
  protected readonly filters = inject(FilterStore);

  private readonly id = Number(inject(ActivatedRoute).snapshot.paramMap.get('id')) || null;
  protected readonly isNew = this.id === null;
  protected readonly boxes = ['any', 'all', 'none'] as const;
  protected readonly languages = LANGUAGES;
  protected readonly editable = computed(() => this.permissions.has('monitors.write'));

  protected readonly state = signal<'loading' | 'ready' | 'failed'>(this.isNew ? 'ready' : 'loading');
  protected readonly name = signal('');
  protected readonly kinds = MONITOR_KINDS;
  protected readonly kind = signal<MonitorKind>('brand');
  /** Words that are being typed count in the preview already. */
  private readonly typed = signal<Partial<Record<'any' | 'all' | 'none', readonly string[]>>>({});
  protected readonly previewed = computed(() => {
    const rules = this.rules();
    const box = (name: 'any' | 'all' | 'none') => ({
      ...rules[name],
      words: [...new Set([...rules[name].words, ...(this.typed()[name] ?? [])])],
    });
    return { ...rules, any: box('any'), all: box('all'), none: box('none') };
  });
  protected readonly rules = signal<MonitorRules>(EMPTY);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  /** Faults are told once somebody wanted to save, not while the form is still empty. */
  protected readonly tried = signal(false);

  protected readonly count = computed(() => this.boxes.reduce((sum, box) => sum + this.rules()[box].words.length, 0));
  protected readonly nameFault = computed(() =>
    this.name().trim() ? '' : this.locale.translate('monitors.nameError'),
  );
  protected readonly wordsFault = computed(() => {
    if (this.count() > MOST_KEYWORDS)
      return this.locale.translate('monitors.tooMany', { most: MOST_KEYWORDS, count: this.count() });
    const { any, all } = this.rules();
    return any.words.length + all.words.length ? '' : this.locale.translate('monitors.noKeyword');
  });

  constructor() {
    if (this.id) void this.load(this.id);
  }

  protected setBox(box: (typeof this.boxes)[number], value: KeywordBoxValue): void {
    this.rules.update((rules) => ({ ...rules, [box]: value }));
  }

  protected setTyped(box: (typeof this.boxes)[number], words: readonly string[]): void {
    this.typed.update((typed) => ({ ...typed, [box]: words }));
  }

  protected toggleLanguage(language: Language): void {
    this.rules.update((rules) => ({ ...rules, languages: toggled(rules.languages, language) }));
  }

  protected toggleSource(id: number): void {
    this.rules.update((rules) => ({ ...rules, sources: toggled(rules.sources, id) }));
  }

  protected async load(id = this.id): Promise<void> {
    if (!id) return;
    this.state.set('loading');
    try {
      this.show(await firstValueFrom(this.client.find(id)));
      this.state.set('ready');
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
      this.state.set('failed');
    }
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    const rules = monitorRulesSchema.safeParse(this.rules());
    if (this.busy() || this.nameFault() || !rules.success) return;
    const monitor = { name: this.name().trim(), kind: this.kind(), rules: rules.data };
    this.busy.set(true);
    this.problem.set('');
    try {
      const saved = await firstValueFrom(this.id ? this.client.update(this.id, monitor) : this.client.create(monitor));
      void this.filters.load();
      await this.router.navigate(['/monitors'], { queryParamsHandling: 'preserve' });
      this.toasts.open(
        this.locale.translate(saved.rematch ? 'monitors.toast.matching' : 'monitors.toast.saved', { name: saved.name }),
        undefined,
        { duration: 5_000 },
      );
    } catch (error) {
      this.problem.set(describeProblem(error, this.locale).message);
    } finally {
      this.busy.set(false);
    }
  }

  private show({ name, kind, rules }: Monitor): void {
    this.name.set(name);
    this.kind.set(kind);
    this.rules.set(rules);
  }
}

function toggled<T>(chosen: readonly T[], value: T): T[] {
  return chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
}
