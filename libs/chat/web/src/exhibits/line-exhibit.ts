import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ChartCanvas, type ChartLayout, Icon, LocaleStore } from '@moodline/shared/ui';
import { AnnotatedChart, type NamedAxis } from '@moodline/trends/web';
import { dashOf, lineDrawing, startWords, tokenOf } from './line-drawing';
import { endOf, isHourly, movement, toLineTable, type LineSeries } from './line-table';
import { TableExhibit } from './table-exhibit';

/** Net mood over time, small: as lines with what happened marked above them, or as the table behind them. */
@Component({
  selector: 'ml-line-exhibit',
  imports: [AnnotatedChart, ChartCanvas, Icon, TableExhibit, TranslocoPipe],
  templateUrl: './line-exhibit.html',
  styleUrl: './line-exhibit.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LineExhibit {
  private readonly locale = inject(LocaleStore);

  readonly series = input.required<LineSeries>();

  protected readonly asTable = signal(false);
  private readonly formats = this.locale.formats;
  private readonly data = computed(() => toLineTable(this.series()));
  protected readonly layout = signal<ChartLayout | null>(null);
  protected readonly axis = computed<NamedAxis>(() => {
    const { starts } = this.data();
    return {
      ...{ starts, names: startWords(this.data(), this.formats()), timeZone: this.locale.timeZone() },
      ...{ period: { from: starts[0] ?? '', to: endOf(starts) }, byHour: isHourly(starts) },
    };
  });
  protected readonly drawing = computed(() => lineDrawing(this.data(), this.formats()));
  protected readonly empty = computed(() => this.data().lines.every(({ points }) => movement(points) === null));
  /** What each line does, in words: the picture for who cannot see it, and the direct label for everyone. */
  protected readonly lines = computed(() =>
    this.data().lines.map(({ name, points }, index) => ({
      words: this.movementWords(points, name),
      stroke: `var(--${tokenOf(index)})`,
      dash: dashOf(index).join(' '),
    })),
  );
  /** A single line needs no name: the title is about it. */
  protected readonly single = computed(() => {
    const [line, ...others] = this.data().lines;
    return line && others.length === 0 ? this.movementWords(line.points) : null;
  });
  protected readonly label = computed(() =>
    this.lines()
      .map(({ words }) => words)
      .join('; '),
  );
  protected readonly columns = computed(() => [
    this.locale.translate('chat.exhibit.when'),
    ...this.data().lines.flatMap(({ name }) => [name, this.locale.translate('chat.exhibit.labelled')]),
  ]);
  protected readonly rows = computed(() => {
    const { lines } = this.data();
    return startWords(this.data(), this.formats()).map((start, row) => [
      start,
      ...lines.flatMap(({ points }) => [points[row]?.net ?? null, points[row]?.n ?? 0]),
    ]);
  });

  private movementWords(points: Parameters<typeof movement>[0], name = ''): string {
    const moved = movement(points);
    if (!moved) return name;
    const [first, last] = [this.formats().signed(moved.first), this.formats().signed(moved.last)];
    return this.locale.translate(name ? 'chat.exhibit.movement' : 'chat.exhibit.moved', { name, first, last });
  }
}
