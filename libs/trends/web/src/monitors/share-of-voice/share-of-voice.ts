import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ChartFrame, LocaleStore, type ChartTable, type PlainChart } from '@moodline/shared/ui';
import type { MonitorMood } from '@moodline/trends/contract';

/** More sources are not named one by one. */
const MOST_NAMED = 4;

/** How loud each brand is in the period, own ones against competitors, all in the same sources. A comment that names two counts for both. */
@Component({
  selector: 'ml-share-of-voice',
  imports: [ChartFrame, TranslocoPipe],
  templateUrl: './share-of-voice.html',
  styleUrl: './share-of-voice.css',
})
export class ShareOfVoice {
  private readonly locale = inject(LocaleStore);

  readonly moods = input.required<readonly MonitorMood[]>();
  /** Names of the sources that are counted, for all brands the same. */
  readonly sources = input<readonly string[]>([]);
  readonly open = output<MonitorMood>();

  /** Topics are no voices. */
  private readonly voices = computed(() => this.moods().filter(({ monitor }) => monitor.kind !== 'topic'));
  protected readonly shown = computed(() => this.voices().length > 0);

  private readonly sum = computed(() => this.voices().reduce((total, mood) => total + volume(mood), 0));
  protected readonly bars = computed(() => {
    const formats = this.locale.formats();
    return this.voices().map((mood) => ({
      mood,
      share: this.shareOf(volume(mood)),
      shareWords: formats.percent(this.shareOf(volume(mood))),
      count: this.locale.translate('trends.voice.comments', { n: formats.number(volume(mood)) }),
      net: mood.total.net === null ? '–' : formats.signed(mood.total.net),
    }));
  });
  protected readonly own = computed(() =>
    this.shareOf(
      this.voices()
        .filter(({ monitor }) => !monitor.competitor)
        .reduce((total, mood) => total + volume(mood), 0),
    ),
  );

  protected readonly heading = computed(() => {
    const sides = new Set(this.voices().map(({ monitor }) => monitor.competitor));
    const formats = this.locale.formats();
    if (sides.size === 2) return this.locale.translate('trends.voice.finding', { own: formats.percent(this.own()) });
    const [loudest] = [...this.voices()].sort((a, b) => volume(b) - volume(a));
    return this.locale.translate('trends.voice.loudest', {
      name: loudest?.monitor.name ?? '',
      share: formats.percent(loudest ? this.shareOf(volume(loudest)) : 0),
    });
  });
  protected readonly subtitle = computed(() => {
    const say = (key: string, values: Record<string, unknown>) => this.locale.translate(`trends.voice.${key}`, values);
    const formats = this.locale.formats();
    const told = say('subtitle', { n: formats.number(this.sum()) });
    const sources = this.sources();
    if (!sources.length) return told;
    const comma = this.locale.language() === 'en' ? ', ' : '、';
    const brands = this.voices().map(({ monitor }) => monitor.name);
    const isFew = sources.length <= MOST_NAMED;
    const basket = {
      brands: brands.join(comma),
      sources: isFew ? sources.join(comma) : say('sources', { n: formats.number(sources.length) }),
    };
    return `${told} ${say('basket', basket)}`;
  });

  protected readonly table = computed<ChartTable>(() => {
    const formats = this.locale.formats();
    return {
      columns: ['monitor', 'side', 'volume', 'share', 'net'].map((name) =>
        this.locale.translate(`trends.voice.column.${name}`),
      ),
      rows: this.bars().map(({ mood, shareWords, net }) => [
        mood.monitor.name,
        this.locale.translate(mood.monitor.competitor ? 'monitors.competitor' : 'monitors.own'),
        formats.number(volume(mood)),
        shareWords,
        net,
      ]),
    };
  });

  protected readonly plain = computed<PlainChart>(() => ({
    kind: 'bars',
    groups: [
      {
        name: '',
        bars: this.bars().map(({ mood, share, shareWords, count }) => ({
          ...{ name: mood.monitor.name, share, said: `${shareWords} · ${count}` },
          color: mood.monitor.competitor ? 'neutral' : 'accent',
        })),
      },
    ],
  }));

  protected openRow(index: number): void {
    const mood = this.voices()[index];
    if (mood) this.open.emit(mood);
  }

  private shareOf(count: number): number {
    return this.sum() ? count / this.sum() : 0;
  }
}

/** Comments, labelled or not. */
const volume = ({ total }: MonitorMood): number => total.n + total.unlabelled;
