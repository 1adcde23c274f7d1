import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { FilterStore } from '@moodline/comments/web';
import type { Summary, SummaryTheme } from '@moodline/reports/contract';
import { LocaleStore } from '@moodline/shared/ui';
import { moversOf } from './movers';

/** Themes that are talked about more, and less, than before, each with its mood and its part in the change of the mood. */
@Component({
  selector: 'ml-theme-movers',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './theme-movers.html',
  styleUrl: './theme-movers.css',
})
export class ThemeMovers {
  private readonly locale = inject(LocaleStore);
  protected readonly filters = inject(FilterStore);

  readonly summary = input.required<Pick<Summary, 'themes' | 'change'>>();

  protected readonly groups = computed(() => {
    const { themes, change } = this.summary();
    return moversOf(themes).map(({ kind, themes: some }) => ({
      kind,
      themes: some.map((theme) => ({ ...this.worded(theme, change), id: theme.id, name: theme.name })),
    }));
  });

  private worded({ n, net, points }: SummaryTheme, change: number | null) {
    const formats = this.locale.formats();
    const share = { points: formats.signed(points ?? 0), change: formats.signed(change ?? 0) };
    return {
      count: formats.number(n),
      net: net === null ? '' : formats.signed(net),
      tone: !net ? '' : net > 0 ? 'positive' : 'negative',
      share: points && change ? this.locale.translate('reports.summary.movers.share', share) : '',
    };
  }
}
