import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CommentDrawerOpener, FilterStore } from '@moodline/comments/web';
import { describeProblem, HeldPermissions, keptAnswer, LocaleStore, ServerEvents } from '@moodline/shared/ui';
import type { Theme } from '@moodline/trends/contract';
import { ThemeActions } from '../theme-actions';
import { inOrder, THEME_ORDERS, type ThemeOrder } from '../theme-figures';
import { wordedTheme } from '../theme-wording';
import { ThemesClient } from '../themes.client';

/** While comments are labelled, news come every second; the page follows at this pace (ms). */
const REFRESH_EVERY = 15_000;

/** What people talk about in the period of the filter: each theme with its numbers, which open its comments. */
@Component({
  selector: 'ml-themes-page',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './themes-page.html',
  styleUrl: './themes-page.css',
})
export class ThemesPage {
  private readonly client = inject(ThemesClient);
  private readonly locale = inject(LocaleStore);
  private readonly drawer = inject(CommentDrawerOpener);
  private readonly actions = inject(ThemeActions);
  private readonly permissions = inject(HeldPermissions);
  protected readonly filters = inject(FilterStore);

  private readonly question = computed(() => ({
    filter: { ...this.filters.filter(), theme: undefined },
    locale: this.locale.language(),
  }));
  protected readonly answer = keptAnswer(this.question, ({ filter, locale }) => this.client.list(filter, locale), {
    on: inject(ServerEvents).dataChanged,
    every: REFRESH_EVERY,
  });
  protected readonly orders = THEME_ORDERS;
  protected readonly order = signal<ThemeOrder>('count');
  protected readonly editable = computed(() => this.permissions.has('monitors.write'));
  protected readonly problem = computed(() => {
    const failure = this.answer.failure();
    return failure === undefined ? '' : describeProblem(failure, this.locale).message;
  });
  protected readonly rows = computed(() => {
    const list = this.answer.value();
    if (!list) return null;
    return inOrder(list.themes, this.order()).map((theme) => ({
      theme,
      words: wordedTheme(theme, list.change, this.locale),
    }));
  });
  /** What the numbers rest on, and how much of the change the themes leave open. */
  protected readonly basis = computed(() => {
    const list = this.answer.value();
    if (!list) return '';
    const { total, sample, inNoTheme, compared, change, rest } = list;
    const formats = this.locale.formats();
    const said = [
      this.say('basis.comments', { n: formats.number(total.n + total.unlabelled) }),
      ...(sample ? [this.say('basis.none', { share: formats.percent(inNoTheme / sample) })] : []),
      ...(change && rest !== null
        ? [this.say('basis.change', { change: formats.signed(change), rest: formats.signed(rest) })]
        : compared
          ? [this.say('basis.steady', {})]
          : []),
    ];
    return said.join(' · ');
  });

  protected openComments({ id, name }: Theme): void {
    this.drawer.open({ filter: { ...this.question().filter, theme: id } }, name);
  }

  protected async setHidden(theme: Pick<Theme, 'id' | 'name'>, hidden: boolean): Promise<void> {
    await this.actions.setHidden(theme, hidden, () => this.answer.reload());
  }

  private say(key: string, values: Record<string, unknown>): string {
    return this.locale.translate(`themes.${key}`, values);
  }
}
